package studio.mofang.server.publish;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import studio.mofang.core.Media;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.publish.PublishFailure.Kind;

/// The files that a text refers to: the user's own by `media:` and id, others by their public address.
final class Pictures {
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int SHOWN = 200;
    private static final Pattern INLINE = Pattern.compile("(?i)data:image/[a-z+.-]+;base64,(.*)", Pattern.DOTALL);

    private final MediaService media;
    private final Supplier<OkHttpClient> outbound;

    /// `outbound` reaches public addresses alone: the text is anybody's.
    Pictures(MediaService media, Supplier<OkHttpClient> outbound) {
        this.media = media;
        this.outbound = outbound;
    }

    byte[] bytes(long userId, String reference) throws PublishFailure {
        var known = Media.firstReference(reference);
        if (known.isPresent()) {
            return media.bytes(own(userId, known.get()));
        }
        var inline = INLINE.matcher(reference);
        return inline.matches() ? decoded(inline.group(1)) : fetched(reference.replace("&amp;", "&"));
    }

    InputStream open(StoredMedia file, long offset, long length) throws IOException {
        return media.open(file, offset, length);
    }

    /// A part of a file of the user's.
    byte[] part(StoredMedia file, long offset, long length) throws PublishFailure {
        try (var in = media.open(file, offset, length)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new PublishFailure(Kind.LATER, "视频文件暂时读不出来", e);
        }
    }

    /// Throws unless the user has it.
    StoredMedia own(long userId, UUID id) throws PublishFailure {
        return media.find(userId, id).orElseThrow(() -> PublishFailure.refused("有一个图片或视频文件已被删除，请在作品中换掉它后重新发布"));
    }

    private static byte[] decoded(String inline) throws PublishFailure {
        try {
            return Base64.getMimeDecoder().decode(inline);
        } catch (IllegalArgumentException e) {
            throw new PublishFailure(Kind.REFUSED, "有一张内嵌的图片已损坏，请换一张", e);
        }
    }

    private byte[] fetched(String address) throws PublishFailure {
        var url = HttpUrl.parse(address);
        if (url == null) {
            throw PublishFailure.refused("有一张图片的地址无法访问：" + address.substring(0, Math.min(address.length(), SHOWN)));
        }
        try (var response =
                outbound.get().newCall(new Request.Builder().url(url).build()).execute()) {
            var bytes = response.body().byteStream().readNBytes(LARGEST + 1);
            if (!response.isSuccessful() || bytes.length > LARGEST) {
                throw PublishFailure.refused("有一张图片无法下载（" + url.host() + "），请把它存到作品里再发布");
            }
            return bytes;
        } catch (IOException e) {
            throw new PublishFailure(Kind.LATER, "有一张图片暂时无法下载（" + url.host() + "）", e);
        }
    }
}

package studio.mofang.server.publish;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Media;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.media.MediaService;

/// Packs for a person's own hands: with addresses that open, and with a link into Douyin's app where that
/// is possible.
final class HandOffs {
    private static final String NO_APP = "绑定抖音开放平台应用后，可扫码直接打开填好的抖音";
    private static final String NOT_PUBLIC = "图片和视频没有公网 https 地址，抖音取不到：请用手机接力";

    private final PublicationService publications;
    private final Bindings bindings;
    private final MediaService media;
    private final DouyinApi douyin;
    private final InstantSource clock;

    HandOffs(
            PublicationService publications,
            Bindings bindings,
            MediaService media,
            DouyinApi douyin,
            InstantSource clock) {
        this.publications = publications;
        this.bindings = bindings;
        this.media = media;
        this.douyin = douyin;
        this.clock = clock;
    }

    private record AppLink(@Nullable String link, @Nullable String hint) {}

    /// Throws 404.
    void known(long userId, long id) {
        publications.publication(userId, id);
    }

    /// Throws 404. May call the platform.
    HandOff of(long userId, long id, Platform platform) {
        var pack = publications.target(userId, id, platform).pack();
        var pictures =
                pack.pictures().stream().map(picture -> url(userId, picture)).toList();
        var video = pack.video() == null ? null : url(userId, pack.video());
        var app = platform == Platform.DOUYIN ? appLink(userId, pack, pictures, video) : new AppLink(null, null);
        return new HandOff(withAddresses(userId, pack), pictures, video, platform.page(), app.link(), app.hint());
    }

    private AppLink appLink(long userId, Pack pack, List<String> pictures, @Nullable String video) {
        var credentials = bindings.credentials(userId, Platform.DOUYIN);
        if (credentials.isEmpty()) {
            return new AppLink(null, NO_APP);
        }
        boolean open = (video == null || isOpen(video)) && pictures.stream().allMatch(HandOffs::isOpen);
        if (!open) {
            return new AppLink(null, NOT_PUBLIC);
        }
        try {
            var app = DouyinConnector.app(credentials);
            return new AppLink(douyin.appLink(app, pack, pictures, video, clock.instant()), null);
        } catch (PublishFailure e) {
            return new AppLink(null, e.sentence());
        }
    }

    private static boolean isOpen(String url) {
        return url.startsWith("https://");
    }

    private Pack withAddresses(long userId, Pack pack) {
        if (!pack.format().equals(Pack.HTML)) {
            return pack;
        }
        var body = pack.body();
        for (var picture : BodyPictures.of(body)) {
            body = BodyPictures.replaced(body, picture, url(userId, picture));
        }
        return new Pack(
                pack.platform(),
                pack.title(),
                pack.author(),
                pack.digest(),
                pack.format(),
                body,
                pack.tags(),
                pack.pictures(),
                pack.cover(),
                pack.video());
    }

    private String url(long userId, String reference) {
        return Media.firstReference(reference)
                .map(id -> media.url(media.media(userId, id)))
                .orElse(reference.replace("&amp;", "&"));
    }
}

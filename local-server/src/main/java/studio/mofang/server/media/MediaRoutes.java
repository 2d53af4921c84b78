package studio.mofang.server.media;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;
import studio.mofang.core.Media;
import studio.mofang.core.Page;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// The user's files, and the signed addresses under which anybody who was given one reads a file.
final class MediaRoutes {
    private static final Logger log = LoggerFactory.getLogger(MediaRoutes.class);
    private static final int LARGEST_UPLOAD = 64 * 1024 * 1024;
    private static final String JSON = "application/json; charset=utf-8";

    private final MediaService media;
    private final MediaUploads uploads;

    MediaRoutes(MediaService media, MediaUploads uploads) {
        this.media = media;
        this.uploads = uploads;
    }

    void register(Api api) {
        api.post("/media")
                .handlesIdempotency()
                .bodyLimit(LARGEST_UPLOAD)
                .summary("上传文件（原始内容或 multipart/form-data）")
                .answers(Media.Item.class)
                .handle(this::upload);
        api.get("/media")
                .paged()
                .query("kind", "image、video 或 slides")
                .summary("我的文件")
                .answers(new TypeReference<Page<Media.Item>>() {})
                .handle((call, _) -> Reply.of(media.list(call.userId(), kind(call), call.paging())));
        api.get("/media/{id}/info")
                .summary("文件信息和新的访问地址")
                .answers(Media.Item.class)
                .handle((call, _) -> Reply.of(media.item(media.media(call.userId(), id(call)))));
        api.delete("/media/{id}").summary("删除文件").answers(Map.class).handle((call, _) -> {
            media.delete(call.userId(), id(call));
            return Reply.done("已删除");
        });
        api.get("/media/{id}")
                .page()
                .limit(Limit.NONE)
                .query("expires", "地址的有效期")
                .query("signature", "地址的签名")
                .header("Range", "只取其中一段，如 bytes=0-1023")
                .summary("文件内容（带签名的临时地址）")
                .answersAs(Arrays.stream(MediaType.values())
                        .map(MediaType::contentType)
                        .toArray(String[]::new))
                .handle(this::content);
    }

    private Reply upload(Call call, NoBody body) {
        var before = call.answered();
        if (before.isPresent()) {
            return before.get();
        }
        var answer = uploads.upload(call.userId(), call.requestKey(), sent(call));
        try {
            return new Reply.File(JSON, null, Json.shared().writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sent(Call call) {
        var type = call.header("Content-Type").orElse("");
        return Multipart.is(type)
                ? Multipart.file(type, call.rawBody()).orElseThrow(() -> new Problem(Fault.BAD_REQUEST, "请求体中没有文件"))
                : call.rawBody();
    }

    private Reply content(Call call, NoBody body) {
        var found = media.signed(
                        id(call), expires(call), call.query("signature").orElse(""))
                .orElseThrow(() -> new Problem(Fault.FORBIDDEN, "这个地址无效或已过期，请重新获取"));
        var range = ByteRange.of(call.header("Range").orElse(null), found.size());
        var response = call.context().res();
        describe(response, found);
        if (range.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            response.setHeader("Content-Range", "bytes */" + found.size());
            return new Reply.Streamed();
        }
        send(response, found, range.get());
        return new Reply.Streamed();
    }

    /// `sandbox`: should a browser ever take a file for a page, it is one that can do nothing.
    private void describe(HttpServletResponse response, StoredMedia found) {
        response.setContentType(found.type().contentType());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", "\"" + found.sha256() + "\"");
        response.setHeader(
                "Cache-Control",
                "private, immutable, max-age=" + Duration.ofHours(1).toSeconds());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private void send(HttpServletResponse response, StoredMedia found, ByteRange range) {
        response.setContentLengthLong(range.length());
        if (!range.whole()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", range.header(found.size()));
        }
        try (var in = media.open(found, range.first(), range.length())) {
            in.transferTo(response.getOutputStream());
        } catch (IOException e) {
            if (!response.isCommitted()) {
                throw new UncheckedIOException("cannot read media " + found.id(), e);
            }
            log.debug("Media {} was not sent whole", found.id(), e);
        }
    }

    private static Optional<MediaKind> kind(Call call) {
        var asked = call.query("kind");
        var kind = asked.flatMap(word -> Arrays.stream(MediaKind.values())
                .filter(one -> one.word().equals(word))
                .findFirst());
        if (asked.isPresent() && kind.isEmpty()) {
            throw Problem.invalid("kind", "只能是 image、slides、video 之一");
        }
        return kind;
    }

    private static UUID id(Call call) {
        try {
            return UUID.fromString(call.path("id"));
        } catch (IllegalArgumentException e) {
            throw new Problem(Fault.NOT_FOUND, "没有这个文件，可能已被删除", e);
        }
    }

    private static long expires(Call call) {
        try {
            return Long.parseLong(call.query("expires").orElse("0"));
        } catch (NumberFormatException e) {
            throw new Problem(Fault.FORBIDDEN, "这个地址无效或已过期，请重新获取", e);
        }
    }
}

package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.refused;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import studio.mofang.core.Fault;
import studio.mofang.core.Media.Item;
import studio.mofang.core.Page;

/// The media store: it tells pictures and videos by their first bytes, as the real one does.
final class FakeMedia {
    private static final ByteString PNG = ByteString.decodeHex("89504e47");
    private static final int LARGEST = 1024 * 1024;

    private final Map<UUID, ByteString> files = new LinkedHashMap<>();
    private final UnaryOperator<String> url;

    FakeMedia(UnaryOperator<String> url) {
        this.url = url;
    }

    UUID keep(byte[] content) {
        var id = UUID.randomUUID();
        files.put(id, ByteString.of(content));
        return id;
    }

    List<UUID> kept() {
        return List.copyOf(files.keySet());
    }

    MockResponse answer(RecordedRequest request, String[] parts) {
        if (parts.length == 1) {
            return request.getMethod().equals("POST") ? uploaded(request) : ok(new Page<>(0, 1, 20, List.of()));
        }
        var id = UUID.fromString(parts[1]);
        var found = files.get(id);
        if (found == null) {
            return refused(Fault.NOT_FOUND);
        }
        if (request.getMethod().equals("DELETE")) {
            files.remove(id);
            return ok(Map.of());
        }
        return parts.length == 3
                ? ok(item(id, found))
                : new MockResponse.Builder().body(new Buffer().write(found)).build();
    }

    private MockResponse uploaded(RecordedRequest request) {
        var content = Objects.requireNonNull(request.getBody());
        if (content.size() > LARGEST) {
            return refused(Fault.TOO_LARGE);
        }
        if (!content.startsWith(PNG) && !video(content)) {
            return refused(Fault.UNSUPPORTED_MEDIA);
        }
        var id = keep(content.toByteArray());
        return ok(item(id, content));
    }

    private Item item(UUID id, ByteString content) {
        var video = video(content);
        return new Item(
                id,
                video ? "video" : "image",
                video ? "video/mp4" : "image/png",
                content.size(),
                content.sha256().hex(),
                64,
                64,
                0,
                url.apply(id.toString()),
                Instant.now().plusSeconds(60),
                Instant.now());
    }

    private static boolean video(ByteString content) {
        return content.size() > 8 && content.substring(4, 8).utf8().equals("ftyp");
    }
}

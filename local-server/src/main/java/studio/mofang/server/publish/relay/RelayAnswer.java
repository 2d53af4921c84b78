package studio.mofang.server.publish.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.media.ByteRange;
import studio.mofang.server.publish.relay.RelayPack.File;
import studio.mofang.server.publish.relay.RelayPack.Opening;

/// One answer of the relay, and how a browser is to treat it: it keeps nothing, tells nobody, and runs nothing but
/// the page's own script.
record RelayAnswer(int status, Map<String, String> headers, long length, Opening body) {
    private static final String CLOSED = "default-src 'none'";

    static RelayAnswer text(int status, String words) {
        return of(status, "text/plain; charset=utf-8", CLOSED, words);
    }

    static RelayAnswer page(String html, String nonce) {
        var policy = "default-src 'none'; img-src 'self' https:; media-src 'self'; style-src-elem 'nonce-" + nonce
                + "'; style-src-attr 'unsafe-inline'; script-src 'nonce-" + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return of(200, "text/html; charset=utf-8", policy, html);
    }

    /// The part that was asked for: phones play a video in parts or not at all.
    static RelayAnswer file(File file, @Nullable String asked) throws IOException {
        var loaded = file.content().load();
        var range = ByteRange.of(asked, loaded.size());
        if (range.isEmpty()) {
            return new RelayAnswer(
                    416,
                    Map.of("Content-Range", "bytes */" + loaded.size(), "Content-Security-Policy", CLOSED),
                    0,
                    (_, _) -> new ByteArrayInputStream(new byte[0]));
        }
        var part = range.get();
        var headers = new HashMap<>(Map.of(
                "Content-Type",
                file.contentType(),
                "Content-Security-Policy",
                CLOSED,
                "Content-Disposition",
                "inline; filename=\"" + file.name() + "\"",
                "Accept-Ranges",
                "bytes"));
        if (!part.whole()) {
            headers.put("Content-Range", part.header(loaded.size()));
        }
        return new RelayAnswer(
                part.whole() ? 200 : 206,
                headers,
                part.length(),
                (offset, length) -> loaded.opening().at(part.first() + offset, length));
    }

    /// Blocks until the phone has it.
    void write(Response response) throws IOException {
        var fields = response.getHeaders();
        headers.forEach(fields::put);
        fields.put(HttpHeader.CONTENT_LENGTH, length);
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("X-Frame-Options", "DENY");
        // Not `no-referrer`: with that, browsers send the form with `Origin: null` (Fetch, "append a request
        // `Origin` header"), which is nobody's.
        fields.put("Referrer-Policy", "same-origin");
        fields.put("Cross-Origin-Resource-Policy", "same-origin");
        fields.put("Cache-Control", "no-store");
        fields.put("X-Robots-Tag", "noindex");
        response.setStatus(status);
        try (var out = Content.Sink.asOutputStream(response);
                var in = body.at(0, length)) {
            in.transferTo(out);
        }
    }

    private static RelayAnswer of(int status, String type, String policy, String words) {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        return new RelayAnswer(
                status,
                Map.of("Content-Type", type, "Content-Security-Policy", policy),
                bytes.length,
                (_, _) -> new ByteArrayInputStream(bytes));
    }
}

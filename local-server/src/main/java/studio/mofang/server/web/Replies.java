package studio.mofang.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import studio.mofang.core.Envelope;
import studio.mofang.core.Json;

/// Puts a reply on the wire.
final class Replies {
    private static final String JSON = "application/json; charset=utf-8";

    private Replies() {}

    static void write(Context context, Reply reply) {
        switch (reply) {
            case Reply.Success _ -> json(context, envelope(reply));
            case Reply.Stored stored -> json(context, stored.envelope());
            case Reply.File file -> file(context, file);
            case Reply.Html html ->
                context.status(html.status())
                        .contentType("text/html; charset=utf-8")
                        .result(html.text());
            case Reply.Streamed _ -> {
                // Written already.
            }
        }
    }

    static byte[] envelope(Reply reply) {
        if (!(reply instanceof Reply.Success success)) {
            throw new IllegalStateException("only an envelope can be stored under an Idempotency-Key");
        }
        return bytes(Envelope.success(success.message(), success.data()));
    }

    static void json(Context context, byte[] envelope) {
        context.contentType(JSON).result(envelope);
    }

    static void json(Context context, Envelope<?> envelope) {
        json(context, bytes(envelope));
    }

    static void json(HttpServletResponse response, Envelope<?> envelope) {
        response.setContentType(JSON);
        try {
            response.getOutputStream().write(bytes(envelope));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send the answer of a request that failed", e);
        }
    }

    private static byte[] bytes(Envelope<?> envelope) {
        try {
            return Json.shared().writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an answer as JSON", e);
        }
    }

    /// The file's name as RFC 6266 and RFC 5987 write names that are not ASCII.
    private static void file(Context context, Reply.File file) {
        if (file.fileName() != null) {
            var name =
                    URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
            context.header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        }
        context.contentType(file.contentType()).result(file.bytes());
    }
}

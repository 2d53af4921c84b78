package studio.mofang.server.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import studio.mofang.core.Creations.Delta;
import studio.mofang.core.Json;

/// Writes server-sent events, each at once. Format: https://html.spec.whatwg.org/multipage/server-sent-events.html
final class EventWriter {
    private final OutputStream out;

    EventWriter(OutputStream out) {
        this.out = out;
    }

    /// Past the response's compression, which would keep events back.
    static EventWriter open(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache, no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var events = new EventWriter(response.getOutputStream());
        response.flushBuffer();
        return events;
    }

    void delta(String text) throws IOException {
        write("delta", json(new Delta(text)));
    }

    void done(byte[] envelope) throws IOException {
        write("done", envelope);
    }

    void error(Object envelope) throws IOException {
        write("error", json(envelope));
    }

    /// A comment: tells proxies that the line lives, and us whether the client does.
    void keepAlive() throws IOException {
        out.write(": keep-alive\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static byte[] json(Object data) {
        try {
            return Json.shared().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an event", e);
        }
    }

    private void write(String event, byte[] data) throws IOException {
        out.write(("event: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        out.write(data);
        out.write("\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

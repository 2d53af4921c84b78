package studio.mofang.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import studio.mofang.core.Envelope;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;

/// Answers what Jetty refuses before any route is looked for (an address or a header that is no HTTP) in the envelope
/// of all others.
public final class BareErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws JsonProcessingException {
        var fault = fault(response.getStatus());
        response.setStatus(fault.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        var id = RequestIds.fresh();
        SecurityHeaders.set(response, id);
        var envelope = new Envelope<>(fault.code(), fault.message(), null, id);
        response.write(true, ByteBuffer.wrap(Json.shared().writeValueAsBytes(envelope)), callback);
        return true;
    }

    private static Fault fault(int status) {
        return switch (status) {
            case 404 -> Fault.NOT_FOUND;
            case 405 -> Fault.METHOD_NOT_ALLOWED;
            case 413, 414, 431 -> Fault.TOO_LARGE;
            // A coding or a version of HTTP that we do not speak is the asker's mistake.
            case 501, 505 -> Fault.BAD_REQUEST;
            default -> status < 500 ? Fault.BAD_REQUEST : Fault.INTERNAL;
        };
    }
}

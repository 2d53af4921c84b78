package studio.mofang.server.web;

import io.javalin.http.Context;
import java.util.Map;
import org.eclipse.jetty.server.Response;

/// What every answer says to browsers and caches, and under which code the log knows it.
public final class SecurityHeaders {
    static final String REQUEST_ID = "X-Request-Id";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    public static void set(Context context) {
        context.header(REQUEST_ID, RequestIds.of(context));
        ALWAYS.forEach(context::header);
    }

    /// For what is refused before there is a context.
    static void set(Response response, String requestId) {
        var headers = response.getHeaders();
        headers.put(REQUEST_ID, requestId);
        ALWAYS.forEach(headers::put);
    }
}

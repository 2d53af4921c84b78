package studio.mofang.server.web;

import io.javalin.http.Context;

/// What every answer says to browsers and caches, and under which code the log knows it.
public final class SecurityHeaders {
    private SecurityHeaders() {}

    public static void set(Context context) {
        context.header("X-Request-Id", RequestIds.of(context));
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cache-Control", "no-store");
    }
}

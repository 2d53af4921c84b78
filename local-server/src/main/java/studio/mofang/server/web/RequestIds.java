package studio.mofang.server.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A short code for each request, in its answer's `X-Request-Id`, in errors and in the log.
final class RequestIds {
    private static final String ATTRIBUTE = "request-id";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestIds() {}

    static String of(Context context) {
        String known = context.attribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        var fresh = fresh();
        context.attribute(ATTRIBUTE, fresh);
        return fresh;
    }

    static String fresh() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong()).substring(4);
    }
}

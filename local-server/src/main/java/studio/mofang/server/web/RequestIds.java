package studio.mofang.server.web;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// A short code for each request, not a secret, in its answer's `X-Request-Id`, in errors and in the log.
final class RequestIds {
    private static final String ATTRIBUTE = "request-id";

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
        return HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextLong())
                .substring(4);
    }
}

package studio.mofang.server.web;

import io.javalin.http.Context;
import java.util.Optional;

/// Reads `Authorization: Bearer …` (RFC 6750); the scheme's case does not matter.
final class Bearers {
    private static final String SCHEME = "Bearer ";

    private Bearers() {}

    static Optional<String> of(Context context) {
        var header = context.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }
}

package studio.mofang.server.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of an address behind its question mark, always in UTF-8. A parameter with a broken `%` code, or that is
/// given twice, is refused: to ignore it would answer another question than was asked. Those that nobody asks for are
/// not looked at.
final class Query {
    private Query() {}

    /// The value under this name in a query as it came.
    static Optional<String> parameter(@Nullable String query, String name) {
        if (query == null) {
            return Optional.empty();
        }
        var values = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> decoded(pair[0], name).equals(name))
                .map(pair -> pair.length == 1 ? "" : decoded(pair[1], name))
                .toList();
        if (values.size() > 1) {
            throw Problem.invalid(name, "只能给一次");
        }
        return values.stream().findFirst();
    }

    private static String decoded(String text, String name) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(name, "地址里有无法识别的 % 编码");
        }
    }
}

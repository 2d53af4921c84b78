package studio.mofang.core.content;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The AI label as Markdown files carry it: a map `AIGC` in the front matter, and a visible quote at the beginning.
final class MarkdownLabel {
    private static final Pattern FIELD = Pattern.compile("\\s+\"?(\\w+)\"?:\\s*(.*)", Pattern.DOTALL);
    private static final String VISIBLE = "> " + AiLabel.VISIBLE;

    private MarkdownLabel() {}

    static Optional<AiLabel> read(FrontMatter matter) {
        var entry = matter.entry(AiLabel.KEY);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        var inline = entry.getFirst().substring(AiLabel.KEY.length() + 1).strip();
        if (!inline.isEmpty()) {
            return AiLabel.fromJson(inline).or(() -> AiLabel.fromJson(unquoted(inline)));
        }
        var fields = new LinkedHashMap<String, String>();
        entry.stream()
                .skip(1)
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .forEach(field -> fields.putIfAbsent(
                        field.group(1), unquoted(field.group(2).strip())));
        return AiLabel.fromFields(fields);
    }

    static FrontMatter write(FrontMatter matter, AiLabel label) {
        var entry = new ArrayList<String>();
        entry.add(AiLabel.KEY + ":");
        label.fields().forEach((name, value) -> entry.add("  " + name + ": " + quoted(value)));
        var body = VISIBLE + "\n\n" + withoutVisible(matter.body());
        return new FrontMatter(matter.without(AiLabel.KEY).lines(), body).with(List.copyOf(entry));
    }

    /// The text without the visible labels that exports put before it, so that an export never doubles them.
    static String withoutVisible(String body) {
        var rest = FrontMatter.withoutLeadingBlankLines(body);
        while (startsWithVisible(rest)) {
            rest = FrontMatter.withoutLeadingBlankLines(rest.substring(VISIBLE.length()));
        }
        return rest;
    }

    private static boolean startsWithVisible(String body) {
        return body.lines().findFirst().filter(VISIBLE::equals).isPresent();
    }

    /// A JSON string is a double-quoted YAML scalar.
    private static String quoted(String value) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
    }

    private static String unquoted(String scalar) {
        if (scalar.length() >= 2 && scalar.startsWith("\"") && scalar.endsWith("\"")) {
            return AiLabel.text(scalar).orElse(scalar);
        }
        if (scalar.length() >= 2 && scalar.startsWith("'") && scalar.endsWith("'")) {
            return scalar.substring(1, scalar.length() - 1).replace("''", "'");
        }
        return scalar;
    }
}

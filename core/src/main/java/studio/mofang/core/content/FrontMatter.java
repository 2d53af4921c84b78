package studio.mofang.core.content;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Markdown file taken apart: the lines of its YAML front matter, none if it has none, and the text below.
record FrontMatter(List<String> lines, String body) {
    private static final Pattern YAML_LINE =
            Pattern.compile("\\s*|\\s*#.*|\\s+\\S.*|-\\s.*|[^\\s:#-][^:]*:(\\s.*)?", Pattern.DOTALL);
    private static final String FENCE = "---";

    FrontMatter {
        lines = List.copyOf(lines);
    }

    /// A document that merely begins with a thematic break has no front matter.
    static FrontMatter split(String markdown) {
        var text = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
        if (!text.startsWith(FENCE)) {
            return new FrontMatter(List.of(), markdown);
        }
        var all = List.of(text.split("\\r?\\n", -1));
        if (!all.getFirst().stripTrailing().equals(FENCE)) {
            return new FrontMatter(List.of(), markdown);
        }
        for (var line = 1; line < all.size(); line++) {
            if (all.get(line).stripTrailing().equals(FENCE)) {
                return new FrontMatter(all.subList(1, line), String.join("\n", all.subList(line + 1, all.size())));
            }
            if (!YAML_LINE.matcher(all.get(line)).matches()) {
                break;
            }
        }
        return new FrontMatter(List.of(), markdown);
    }

    /// The lines of one top-level entry: its key and what is indented below it.
    List<String> entry(String key) {
        return lines.stream()
                .dropWhile(line -> !opens(line, key))
                .limit(1)
                .flatMap(first -> Stream.concat(Stream.of(first), below(key).stream()))
                .toList();
    }

    FrontMatter without(String key) {
        var entry = entry(key);
        if (entry.isEmpty()) {
            return this;
        }
        var at = Collections.indexOfSubList(lines, entry);
        var rest = Stream.concat(lines.stream().limit(at), lines.stream().skip((long) at + entry.size()))
                .toList();
        return new FrontMatter(rest, body).without(key);
    }

    FrontMatter with(List<String> entry) {
        return new FrontMatter(Stream.concat(entry.stream(), lines.stream()).toList(), body);
    }

    String markdown() {
        if (lines.stream().allMatch(String::isBlank)) {
            return withoutLeadingBlankLines(body);
        }
        var yaml = lines.stream().collect(Collectors.joining("\n", FENCE + "\n", "\n" + FENCE + "\n"));
        return yaml + "\n" + withoutLeadingBlankLines(body);
    }

    static String withoutLeadingBlankLines(String text) {
        // Possessive, or a page of blank lines overflows the stack.
        return text.replaceFirst("\\A(?:[ \\t]*+\\R)++", "");
    }

    private List<String> below(String key) {
        return lines.stream()
                .dropWhile(line -> !opens(line, key))
                .skip(1)
                .takeWhile(line -> line.isBlank() || Character.isWhitespace(line.charAt(0)))
                .toList();
    }

    private static boolean opens(String line, String key) {
        return line.equals(key + ":") || line.startsWith(key + ": ");
    }
}

package studio.mofang.core.writing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a layout has to work with: the tool, the completed brief, its words and its outline.
record Draft(ToolCard card, Genre genre, WritingBrief brief, Words words, Outline outline) {
    String field(String name) {
        return brief.field(name);
    }

    String fill(String template) {
        return words.fill(template, keywords().getFirst());
    }

    int number(String name, int otherwise) {
        return field(name).matches("\\d{1,9}") ? Integer.parseInt(field(name)) : otherwise;
    }

    /// The keywords, or what stands in for them.
    List<String> keywords() {
        return brief.keywords().isEmpty() ? genre.angles() : brief.keywords();
    }

    /// The user's requirements one by one, without the length, which the outline already obeys.
    List<String> requirements() {
        return Arrays.stream(brief.requirements().split("[。；;，,\\n]"))
                .map(String::strip)
                .filter(point -> !point.isEmpty() && !WantedLength.only(point))
                .limit(20)
                .toList();
    }

    /// What the author checks before publishing: the user's own requirements, the keywords, the genre's rules.
    List<String> checks() {
        var own = requirements().stream().map(point -> "已满足要求：" + point);
        var keywords = brief.keywords().isEmpty()
                ? Stream.<String>empty()
                : Stream.of("关键词都自然出现：" + String.join("、", brief.keywords()));
        var genreChecks = genre.checks().stream().map(this::fill);
        return Stream.of(own, keywords, genreChecks, Stream.of("全文已没有【待补充】和写作提示"))
                .flatMap(checks -> checks)
                .toList();
    }
}

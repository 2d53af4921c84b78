package studio.mofang.bench;

/// A long article with everything that articles have: sections, lists, quotes, tables, code, links and emphasis.
final class SampleArticle {
    private static final String PARTS = """

            - **%s**：%s
            - %s
              1. %s
              2. [%s](https://example.com/%d)

            > %s

            | 项目 | 说明 |
            | --- | ---: |
            | %s | %s |

            ```java
            var words = draft.words(); // %s
            return words.isEmpty() ? Optional.empty() : Optional.of(words.getFirst());
            ```
            """;

    private SampleArticle() {}

    /// About `length` characters.
    static String of(int length) {
        var words = new Words(11);
        var article = new StringBuilder();
        for (int section = 1; article.length() < length; section++) {
            article.append("\n## ")
                    .append(section)
                    .append(" ")
                    .append(words.text(10))
                    .append("\n\n");
            for (int paragraph = 0; paragraph < 4; paragraph++) {
                article.append(words.text(90))
                        .append("**")
                        .append(words.text(8))
                        .append("**");
                article.append(words.text(60)).append("。\n\n");
            }
            article.append(PARTS.formatted(
                    words.text(6),
                    words.text(20),
                    words.text(24),
                    words.text(20),
                    words.text(8),
                    section,
                    words.text(40),
                    words.text(4),
                    words.text(12),
                    words.text(10)));
        }
        return article.toString();
    }
}

package studio.mofang.desktop.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// How one line of Markdown looks while it is written: the style of the whole line, and the styles of its parts.
/// The marks stay visible, only quieter. Syntax: https://spec.commonmark.org/
record MarkdownLine(Block block, StyleSpans<Collection<String>> spans) {
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s.*");
    private static final Pattern START =
            Pattern.compile("^(\\s*(?:>\\s?|[-*+]\\s+(?:\\[[ xX]]\\s+)?|\\d{1,9}[.)]\\s+))");
    private static final Pattern RULE = Pattern.compile("^\\s*(?:(?:-\\s*){3,}|(?:\\*\\s*){3,}|(?:_\\s*){3,})$");
    private static final Pattern INLINE = Pattern.compile("(?<bold>(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\2)"
            + "|(?<strike>(~~)(.+?)~~)"
            + "|(?<code>(`+)(.+?)\\8)"
            + "|(?<italic>(?<![*\\w])(\\*)(?=[^\\s*])(.+?)(?<=[^\\s*])\\*(?!\\*))"
            + "|(?<link>!?\\[([^\\]\\n]*)]\\([^)\\n]*\\))");

    /// What kind of line it is; a fence opens or closes the lines of code after it.
    enum Block {
        PLAIN(""),
        BLANK("blank"),
        HEADING_1("heading-1"),
        HEADING_2("heading-2"),
        HEADING_3("heading-3"),
        QUOTE("quote"),
        ITEM("item"),
        RULE("rule"),
        FENCE_OPEN("code-line"),
        CODE("code-line"),
        FENCE_CLOSE("code-line");

        private final String style;

        Block(String style) {
            this.style = style;
        }

        List<String> styles() {
            return style.isEmpty() ? List.of() : List.of(style, name().toLowerCase(java.util.Locale.ROOT));
        }

        /// True when the line after this one is code.
        boolean opensCode() {
            return this == FENCE_OPEN || this == CODE;
        }

        static boolean opensCode(Collection<String> styles) {
            return styles.contains("fence_open") || styles.contains("code");
        }
    }

    static MarkdownLine of(String line, boolean insideCode) {
        var fence = line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
        if (insideCode || fence) {
            return code(line, insideCode, fence);
        }
        var block = block(line);
        var spans = new Spans(block.styles().stream().limit(1).toList());
        var start = start(line, block);
        spans.add(start, "mark");
        inline(line.substring(start), spans);
        return new MarkdownLine(block, spans.built());
    }

    private static MarkdownLine code(String line, boolean insideCode, boolean fence) {
        var block = fence ? (insideCode ? Block.FENCE_CLOSE : Block.FENCE_OPEN) : Block.CODE;
        var spans = new Spans(List.of("code"));
        spans.add(line.length(), fence ? "mark" : "");
        return new MarkdownLine(block, spans.built());
    }

    private static Block block(String line) {
        if (line.isBlank()) {
            return Block.BLANK;
        }
        var heading = HEADING.matcher(line);
        if (heading.matches()) {
            return switch (heading.group(1).length()) {
                case 1 -> Block.HEADING_1;
                case 2 -> Block.HEADING_2;
                default -> Block.HEADING_3;
            };
        }
        if (RULE.matcher(line).matches()) {
            return Block.RULE;
        }
        var start = START.matcher(line);
        if (!start.find()) {
            return Block.PLAIN;
        }
        return start.group(1).strip().startsWith(">") ? Block.QUOTE : Block.ITEM;
    }

    private static int start(String line, Block block) {
        return switch (block) {
            case HEADING_1 -> 2;
            case HEADING_2 -> 3;
            case HEADING_3 -> line.indexOf(' ') + 1;
            case RULE -> line.length();
            case QUOTE, ITEM -> {
                Matcher start = START.matcher(line);
                yield start.find() ? start.end() : 0;
            }
            case PLAIN, BLANK, FENCE_OPEN, CODE, FENCE_CLOSE -> 0;
        };
    }

    private static void inline(String text, Spans spans) {
        var match = INLINE.matcher(text);
        var done = 0;
        while (match.find()) {
            spans.add(match.start() - done, "");
            marked(match, spans);
            done = match.end();
        }
        spans.add(text.length() - done, "");
    }

    private static void marked(Matcher match, Spans spans) {
        if (match.group("link") != null) {
            var shown = match.group(14).length();
            var before = match.group().indexOf('[') + 1;
            spans.add(before, "mark");
            spans.add(shown, "link");
            spans.add(match.group().length() - before - shown, "mark");
            return;
        }
        var style = List.of("bold", "strike", "code", "italic").stream()
                .filter(name -> match.group(name) != null)
                .findFirst()
                .orElse("");
        var mark = switch (style) {
            case "bold" -> match.group(2).length();
            case "strike" -> 2;
            case "code" -> match.group(8).length();
            default -> 1;
        };
        spans.add(mark, "mark");
        spans.add(match.group().length() - 2 * mark, style);
        spans.add(mark, "mark");
    }

    private static final class Spans {
        private final StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        private final List<String> base;
        private boolean empty = true;

        Spans(List<String> base) {
            this.base = base;
        }

        void add(int length, String style) {
            if (length > 0) {
                var styles = new ArrayList<>(base);
                if (!style.isEmpty()) {
                    styles.add(style);
                }
                builder.add(List.copyOf(styles), length);
                empty = false;
            }
        }

        StyleSpans<Collection<String>> built() {
            if (empty) {
                builder.add(base, 0);
            }
            return builder.create();
        }
    }
}

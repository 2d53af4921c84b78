package studio.mofang.core.writing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Fills the blanks of a template with the words of a brief. `{title}`, `{keyword}`, `{keywords}` and the names of the
/// tool's fields are blanks; `{name|words}` falls back to `words`, otherwise an absent field becomes a 【待补充】 slot.
final class Words {
    private static final Pattern BLANK = Pattern.compile("\\{([a-z_]+)(?:\\|([^}]*))?}");

    private final ToolCard card;
    private final WritingBrief brief;

    Words(ToolCard card, WritingBrief brief) {
        this.card = card;
        this.brief = brief;
    }

    String title() {
        return brief.title().isBlank() ? "未命名" : Page.oneLine(brief.title());
    }

    String fill(String template, String keyword) {
        return BLANK.matcher(template).replaceAll(blank -> Matcher.quoteReplacement(value(blank, keyword)));
    }

    /// One of equivalent wordings: the same for the same title and place, another for the next place.
    String vary(List<String> wordings, int place) {
        return wordings.get(Math.floorMod(title().hashCode() + place, wordings.size()));
    }

    private String value(MatchResult blank, String keyword) {
        return switch (blank.group(1)) {
            case "title" -> title();
            case "keyword" -> keyword;
            case "keywords" -> brief.keywords().isEmpty() ? title() : String.join("、", brief.keywords());
            default -> field(blank.group(1), blank.group(2));
        };
    }

    private String field(String name, @Nullable String fallback) {
        var field = card.fields().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(card.type() + " has no field " + name));
        var value = brief.field(name);
        if (!value.isBlank()) {
            return field.kind() == FormField.Kind.MULTILINE ? value.strip() : Page.oneLine(field.shown(value));
        }
        return fallback != null ? fallback : "【待补充：" + field.label().zh() + "】";
    }
}

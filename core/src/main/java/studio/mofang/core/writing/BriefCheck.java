package studio.mofang.core.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what is wrong with a brief for one tool.
final class BriefCheck {
    private final ToolCard card;
    private final List<FieldError> errors = new ArrayList<>();

    BriefCheck(ToolCard card) {
        this.card = card;
    }

    List<FieldError> errors(WritingBrief brief) {
        title(brief);
        keywords(brief.keywords());
        add("requirements", Limits.tooLong("写作要求", brief.requirements(), Limits.REQUIREMENTS));
        card.fields().forEach(field -> field(field, brief));
        return List.copyOf(errors);
    }

    private void title(WritingBrief brief) {
        if (brief.title().isBlank() && !card.needsSource()) {
            errors.add(new FieldError("title", "请填写标题或主题。"));
        }
        add("title", Limits.tooLong("标题", brief.title(), Limits.TITLE));
    }

    private void keywords(List<String> keywords) {
        if (keywords.size() > Limits.KEYWORDS) {
            errors.add(new FieldError("keywords", "关键词最多 %d 个，现在有 %d 个。".formatted(Limits.KEYWORDS, keywords.size())));
        }
        keywords.stream()
                .flatMap(keyword -> Limits.tooLong("关键词", keyword, Limits.KEYWORD).stream())
                .findFirst()
                .ifPresent(message -> errors.add(new FieldError("keywords", message)));
    }

    private void field(FormField field, WritingBrief brief) {
        var value = brief.field(field.name());
        var fallback = field.name().equals(WritingTool.SOURCE) ? brief.requirements() : "";
        if (field.required() && value.isBlank() && fallback.isBlank()) {
            errors.add(new FieldError(
                    field.name(), "请填写「%s」。".formatted(field.label().zh())));
        }
        add(field.name(), field.problem(value));
    }

    private void add(String field, Optional<String> problem) {
        problem.ifPresent(message -> errors.add(new FieldError(field, message)));
    }
}

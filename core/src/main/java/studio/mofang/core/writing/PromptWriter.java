package studio.mofang.core.writing;

import java.util.ArrayList;
import java.util.List;

/// Writes a tool's prompt: the genre's standing rules for the system, the brief for the user.
final class PromptWriter {
    private final Draft draft;

    PromptWriter(Draft draft) {
        this.draft = draft;
    }

    Prompt prompt() {
        return new Prompt(system(), user());
    }

    private String system() {
        var page = new Page();
        page.line("你是" + draft.fill(draft.genre().role()));
        page.heading(1, "结构").block(structure());
        page.heading(1, "写法")
                .bullets(draft.genre().rules().stream().map(draft::fill).toList());
        page.heading(1, "事实与格式").bullets(HouseRules.FACTS_AND_FORMAT);
        return page.text();
    }

    private String structure() {
        var parts = draft.outline().parts();
        var lines = new ArrayList<String>();
        for (var part : parts) {
            lines.add("%d. %s%s：%s".formatted(lines.size() + 1, part.heading(), part.lengthNote(), part.task()));
        }
        return String.join("\n", lines);
    }

    private String user() {
        var page = new Page();
        page.line("请完成一份「%s」。".formatted(draft.card().name()));
        page.bullets(facts());
        if (!draft.brief().requirements().isBlank()) {
            page.block("写作要求（在不违反系统规则的前提下遵守）：\n" + draft.brief().requirements());
        }
        longFields()
                .forEach(field -> page.block(HouseRules.material(field.label().zh(), draft.field(field.name()))));
        page.line("现在直接输出成稿。");
        return page.text();
    }

    private List<String> facts() {
        var facts = new ArrayList<String>();
        add(facts, "标题（主题）", draft.brief().title());
        add(facts, "关键词", String.join("、", draft.brief().keywords()));
        draft.card().fields().stream()
                .filter(field -> field.kind() != FormField.Kind.MULTILINE)
                .forEach(field -> add(facts, field.label().zh(), field.shown(draft.field(field.name()))));
        add(
                facts,
                "篇幅",
                draft.outline().words() > 0
                        ? "约 %d 字，上下浮动不超过一成".formatted(draft.outline().words())
                        : "");
        return facts;
    }

    private List<FormField> longFields() {
        return draft.card().fields().stream()
                .filter(field -> field.kind() == FormField.Kind.MULTILINE)
                .filter(field -> !draft.field(field.name()).isBlank())
                .toList();
    }

    private static void add(List<String> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.add(name + "：" + value);
        }
    }
}

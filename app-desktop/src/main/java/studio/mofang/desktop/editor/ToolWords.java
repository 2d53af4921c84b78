package studio.mofang.desktop.editor;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Choice;
import studio.mofang.core.Creations.Field;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.writing.FormField;
import studio.mofang.core.writing.ToolCard;
import studio.mofang.core.writing.WritingTool;
import studio.mofang.core.writing.WritingTools;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;

/// How the server's writing tools are named and drawn in the language of the window.
public final class ToolWords {
    private static final Map<String, Feather> ICONS = Map.ofEntries(
            Map.entry("wechat_article", Feather.MESSAGE_CIRCLE),
            Map.entry("xiaohongshu_note", Feather.HEART),
            Map.entry("official_document", Feather.FILE_TEXT),
            Map.entry("academic_paper", Feather.BOOK_OPEN),
            Map.entry("marketing_copy", Feather.TRENDING_UP),
            Map.entry("news_article", Feather.RADIO),
            Map.entry("video_script", Feather.VIDEO),
            Map.entry("story_novel", Feather.FEATHER),
            Map.entry("business_plan", Feather.BRIEFCASE),
            Map.entry("work_report", Feather.BAR_CHART_2),
            Map.entry("resume", Feather.USER),
            Map.entry("lesson_plan", Feather.CLIPBOARD),
            Map.entry("content_rewrite", Feather.REFRESH_CW),
            Map.entry("translation", Feather.GLOBE));

    private final Messages messages;

    public ToolWords(Messages messages) {
        this.messages = messages;
    }

    public static Feather icon(String toolType) {
        return ICONS.getOrDefault(toolType, Feather.EDIT_2);
    }

    String name(Tool tool) {
        return card(tool).map(ToolCard::nameEn).orElse(tool.name());
    }

    String description(Tool tool) {
        return card(tool).map(ToolCard::descriptionEn).orElse(tool.description());
    }

    String label(Tool tool, Field field) {
        if (field.label().isEmpty()) {
            return messages.text("field." + field.name());
        }
        return field(tool, field).map(known -> known.label().en()).orElse(field.label());
    }

    String hint(Tool tool, Field field) {
        var given = Objects.requireNonNullElse(field.hint(), "");
        var hint = field(tool, field).map(known -> known.hint().en()).orElse(given);
        return hint.isEmpty() ? messages.textOr("field." + field.name() + ".hint", "") : hint;
    }

    String label(Tool tool, Field field, Choice choice) {
        return field(tool, field).stream()
                .flatMap(known -> known.choices().stream())
                .filter(known -> known.value().equals(choice.value()))
                .findFirst()
                .map(known -> known.label().en())
                .orElse(choice.label());
    }

    /// The server speaks Chinese; the English words are in the catalogue that it serves from.
    private Optional<ToolCard> card(Tool tool) {
        return messages.language() == Language.ENGLISH
                ? WritingTools.find(tool.type()).map(WritingTool::card)
                : Optional.empty();
    }

    private Optional<FormField> field(Tool tool, Field field) {
        return card(tool).stream()
                .flatMap(card -> card.fields().stream())
                .filter(known -> known.name().equals(field.name()))
                .findFirst();
    }
}

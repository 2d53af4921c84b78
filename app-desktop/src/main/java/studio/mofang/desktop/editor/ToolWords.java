package studio.mofang.desktop.editor;

import java.util.Map;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Choice;
import studio.mofang.core.Creations.Field;
import studio.mofang.core.Creations.Tool;
import studio.mofang.desktop.kit.Messages;

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
        return tool.name();
    }

    String description(Tool tool) {
        return tool.description();
    }

    String label(Field field) {
        return field.label().isEmpty() ? messages.text("field." + field.name()) : field.label();
    }

    String hint(Field field) {
        var hint = field.hint();
        return hint == null ? messages.textOr("field." + field.name() + ".hint", "") : hint;
    }

    String label(Choice choice) {
        return choice.label();
    }
}

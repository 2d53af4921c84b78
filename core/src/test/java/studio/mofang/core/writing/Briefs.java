package studio.mofang.core.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Briefs the tests start from.
final class Briefs {
    private Briefs() {}

    /// The contract's own sample: title, keywords, requirements and nothing else.
    static WritingBrief sample(String type) {
        return sample(type, Map.of());
    }

    static WritingBrief sample(String type, Map<String, String> fields) {
        return new WritingBrief(type, "如何提高工作效率", List.of("时间管理", "效率工具"), "字数2000字，包含实用技巧", fields);
    }

    /// A brief that fills every field of the form.
    static WritingBrief complete(WritingTool tool) {
        var fields = new HashMap<String, String>();
        tool.fields().forEach(field -> fields.put(field.name(), value(field)));
        return sample(tool.type(), fields);
    }

    static WritingTool tool(String type) {
        return WritingTools.find(type).orElseThrow();
    }

    private static String value(FormField field) {
        return switch (field.kind()) {
            case TEXT, MULTILINE -> "甲" + field.label().zh() + "乙";
            case NUMBER -> String.valueOf(field.range().max());
            case CHOICE -> field.choices().getLast().value();
            case TAGS -> "丙，丁";
        };
    }
}

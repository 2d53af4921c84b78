package studio.mofang.core.writing;

import java.util.List;

/// A writing tool as the tool list shows it: the contract's four members, the English words, and the form.
public record ToolCard(
        String type,
        String name,
        String nameEn,
        String description,
        String descriptionEn,
        int creditsCost,
        List<FormField> fields) {
    public ToolCard {
        fields = List.copyOf(fields);
    }

    /// Whether the tool works on a text it is given, and so needs no title.
    boolean needsSource() {
        return fields.stream().anyMatch(field -> field.name().equals(WritingTool.SOURCE));
    }
}

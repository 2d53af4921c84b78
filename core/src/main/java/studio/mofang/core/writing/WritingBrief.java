package studio.mofang.core.writing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the user asks of a writing tool: the contract's common fields and the tool's own, by name.
/// Anything left out of the JSON arrives as blank or empty.
public record WritingBrief(
        String toolType, String title, List<String> keywords, String requirements, Map<String, String> fields) {

    public WritingBrief {
        toolType = Objects.requireNonNullElse(toolType, "");
        title = Objects.requireNonNullElse(title, "").strip();
        keywords = present(Objects.requireNonNullElse(keywords, List.of()));
        requirements = Objects.requireNonNullElse(requirements, "").strip();
        fields = known(Objects.requireNonNullElse(fields, Map.of()));
    }

    /// The value of one of the tool's own fields, blank when absent.
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    WritingBrief with(String newRequirements, Map<String, String> newFields) {
        return new WritingBrief(toolType, title, keywords, newRequirements, newFields);
    }

    private static List<String> present(List<String> words) {
        return words.stream()
                .filter(Objects::nonNull)
                .map(Page::oneLine)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
    }

    private static Map<String, String> known(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

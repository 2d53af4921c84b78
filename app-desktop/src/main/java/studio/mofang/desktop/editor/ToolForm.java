package studio.mofang.desktop.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Field;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.Creations.WritingRequest;

/// One writing tool's form as it is being filled in. Every tool is asked for a title, keywords and requirements; some
/// list these among their own fields, with their own words, and all have further ones.
public final class ToolForm {
    private static final String TITLE = "title";
    private static final String KEYWORDS = "keywords";
    private static final String REQUIREMENTS = "requirements";
    /// Tools that work on a text of the person's can do without a title.
    private static final String SOURCE = "source_text";

    private static final Set<String> COMMON = Set.of(TITLE, KEYWORDS, REQUIREMENTS);

    private final Tool tool;
    private final List<Field> fields;
    private final Map<String, StringProperty> values = new LinkedHashMap<>();

    public ToolForm(Tool tool) {
        this.tool = tool;
        this.fields = fields(tool);
        for (var field : fields) {
            var start = field.defaultValue();
            values.put(field.name(), new SimpleStringProperty(start == null ? "" : start));
        }
    }

    public Tool tool() {
        return tool;
    }

    /// In the order they are shown.
    public List<Field> fields() {
        return fields;
    }

    /// What stands in a field; tags are separated by commas.
    public StringProperty value(Field field) {
        return value(field.name());
    }

    public String title() {
        return value(TITLE).get().strip();
    }

    /// The required fields that are still empty.
    public List<Field> missing() {
        return fields.stream()
                .filter(field -> field.required() && value(field).get().isBlank())
                .toList();
    }

    /// A request for a new text, or for more of `continueFrom`, which is then about what its title says.
    WritingRequest request(
            String title, @Nullable Long modelId, @Nullable Long creationId, @Nullable String continueFrom) {
        return new WritingRequest(
                title, keywords(), value(REQUIREMENTS).get().strip(), modelId, own(), creationId, continueFrom);
    }

    /// A request for a draft without any model.
    WritingRequest offlineRequest(@Nullable Long creationId) {
        return new WritingRequest(
                title(), keywords(), value(REQUIREMENTS).get().strip(), null, own(), creationId, null, true);
    }

    private StringProperty value(String name) {
        return java.util.Objects.requireNonNull(values.get(name), name);
    }

    private List<String> keywords() {
        return Stream.of(value(KEYWORDS).get().split("[,\\uFF0C、;\\uFF1B\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Map<String, String> own() {
        var own = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (!COMMON.contains(name) && !value.get().isBlank()) {
                own.put(name, value.get().strip());
            }
        });
        return own;
    }

    private static List<Field> fields(Tool tool) {
        var all = new ArrayList<Field>();
        if (lacks(tool, TITLE)) {
            all.add(new Field(TITLE, "", "text", lacks(tool, SOURCE), null, List.of(), null));
        }
        if (lacks(tool, KEYWORDS)) {
            all.add(new Field(KEYWORDS, "", "tags", false, null, List.of(), null));
        }
        all.addAll(tool.fields());
        if (lacks(tool, REQUIREMENTS)) {
            all.add(new Field(REQUIREMENTS, "", "multiline", false, null, List.of(), null));
        }
        return List.copyOf(all);
    }

    private static boolean lacks(Tool tool, String name) {
        return tool.fields().stream().noneMatch(field -> field.name().equals(name));
    }
}

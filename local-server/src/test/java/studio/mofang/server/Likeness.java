package studio.mofang.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What an answer must have of the document's sample: every field by its name, of the same JSON type, times in the same
/// form. It may have more, and other values.
final class Likeness {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");

    private final List<String> differences = new ArrayList<>();

    private Likeness() {}

    static List<String> differences(JsonNode sample, JsonNode answer) {
        var likeness = new Likeness();
        likeness.compare("", sample, answer);
        return likeness.differences;
    }

    private void compare(String path, JsonNode sample, JsonNode answer) {
        if (sample.getNodeType() != answer.getNodeType()) {
            differ(path, sample.getNodeType(), answer.getNodeType());
        } else if (sample.isTextual() && isTime(sample) != isTime(answer)) {
            differ(path, sample, answer);
        } else if (sample.isArray()) {
            sample.forEach(item -> compare(path + "[]", item, answer.path(0)));
        } else {
            sample.properties()
                    .forEach(field ->
                            compare(path + "." + field.getKey(), field.getValue(), answer.path(field.getKey())));
        }
    }

    private void differ(String path, Object sample, Object answer) {
        differences.add(path + ": the document has " + sample + ", the answer " + answer);
    }

    private static boolean isTime(JsonNode text) {
        return TIME.matcher(text.textValue()).matches();
    }
}

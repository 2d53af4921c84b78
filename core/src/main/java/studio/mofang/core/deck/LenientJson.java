package studio.mofang.core.deck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the JSON that a model wrote, with what models do to it: words around it, code fences, comments,
/// commas too many, single or Chinese quotes, line breaks within texts, and an end that is missing.
final class LenientJson {
    private static final int MAX_DEPTH = 40;
    private static final JsonMapper MAPPER = mapper();

    private LenientJson() {}

    static Optional<JsonNode> read(String answer) {
        int from = answer.indexOf('{');
        if (from < 0) {
            return Optional.empty();
        }
        var rest = answer.substring(from);
        return Stream.of(upToLastBrace(rest), plainQuotes(upToLastBrace(rest)), closed(rest), closed(plainQuotes(rest)))
                .flatMap(text -> parsed(text).stream())
                .findFirst();
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notYet) {
            return Optional.empty();
        }
    }

    private static String upToLastBrace(String text) {
        return text.substring(0, text.lastIndexOf('}') + 1);
    }

    /// Quotes of Chinese keyboards where JSON wants its own: before and behind names and values.
    private static String plainQuotes(String text) {
        return text.replaceAll("(?<=[{\\[,:]\\s{0,20})[“”]|[“”](?=\\s*[}\\],:：])", "\"")
                .replaceAll("\"\\s*：", "\":")
                .replaceAll("\"\\s*，\\s*\"", "\",\"");
    }

    /// What was cut off in the middle, up to its last whole element, with every bracket closed.
    private static String closed(String text) {
        var open = new ArrayDeque<Character>();
        boolean quoted = false;
        int whole = 0;
        var missing = "";
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted) {
                if (character == '\\') {
                    i++;
                } else if (character == '"') {
                    quoted = false;
                }
            } else if (character == '"') {
                quoted = true;
            } else if (character == '{' || character == '[') {
                open.push(character);
            } else if ((character == '}' || character == ']') && !open.isEmpty()) {
                open.pop();
                whole = i + 1;
                missing = closing(open);
            }
            if (whole > 0 && open.isEmpty()) {
                break;
            }
        }
        return text.substring(0, whole) + missing;
    }

    private static String closing(Deque<Character> open) {
        var text = new StringBuilder();
        open.forEach(bracket -> text.append(bracket == '{' ? '}' : ']'));
        return text.toString();
    }

    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(
                        JsonReadFeature.ALLOW_JAVA_COMMENTS,
                        JsonReadFeature.ALLOW_SINGLE_QUOTES,
                        JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                        JsonReadFeature.ALLOW_TRAILING_COMMA,
                        JsonReadFeature.ALLOW_MISSING_VALUES,
                        JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                        JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                        JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(40)
                        .build());
        return mapper;
    }
}

package studio.mofang.core.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Provenance;

/// The metadata label of AI-generated content: the seven fields of GB 45438-2025. Only content a model made has one;
/// hand-written and offline-composed text has none.
///
/// @param label 1 generated, 2 possibly generated, 3 suspected (2 and 3 are set by distributors)
/// @param contentProducer name or code of the provider
/// @param produceId the provider's unique id of the content
/// @param reservedCode1 the producer's hash or signature, or blank
/// @param contentPropagator who distributes it, or blank
/// @param propagateId the distributor's unique id, or blank
/// @param reservedCode2 the distributor's hash or signature, or blank
public record AiLabel(
        String label,
        String contentProducer,
        String produceId,
        String reservedCode1,
        String contentPropagator,
        String propagateId,
        String reservedCode2) {
    /// The name of the metadata field in every kind of file.
    public static final String KEY = "AIGC";

    /// The visible label of a text, which stands at its beginning.
    public static final String VISIBLE = "AI生成：本内容由人工智能生成，请注意甄别。";

    private static final ObjectMapper JSON = new ObjectMapper();

    public AiLabel {
        if (!label.matches("[123]")) {
            throw new IllegalArgumentException("AIGC label must be 1, 2 or 3, not " + label);
        }
    }

    /// The label this studio gives what a model generated.
    public static AiLabel generated(String producer, String produceId) {
        return new AiLabel("1", producer, produceId, "", "", "", "");
    }

    /// The label a creation owes, also for the part of it that a model wrote before it was stopped. The offline
    /// composer fills in templates, which is no AI's work; what it made of a model's text keeps the label of
    /// that text.
    public static Optional<AiLabel> of(Creation creation) {
        return Optional.ofNullable(creation.provenance())
                .flatMap(provenance -> provenance.byModel()
                        ? Optional.of(generated(
                                provenance.provider() + "/" + provenance.modelName(),
                                creation.uuid().toString()))
                        : inherited(provenance));
    }

    private static Optional<AiLabel> inherited(Provenance provenance) {
        return Optional.ofNullable(provenance.aigc()).flatMap(AiLabel::fromJson);
    }

    /// The text of the metadata field.
    public String json() {
        try {
            return JSON.writeValueAsString(fields());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of strings did not become JSON", impossible);
        }
    }

    /// Reads the text of a metadata field; empty when it is not a label.
    public static Optional<AiLabel> fromJson(String json) {
        return tree(json).filter(JsonNode::isObject).flatMap(AiLabel::fromTree);
    }

    /// The value of a JSON string; empty when it is not one.
    static Optional<String> text(String json) {
        return tree(json).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /// The seven fields under the names and in the order of the standard.
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Label", label);
        fields.put("ContentProducer", contentProducer);
        fields.put("ProduceID", produceId);
        fields.put("ReservedCode1", reservedCode1);
        fields.put("ContentPropagator", contentPropagator);
        fields.put("PropagateID", propagateId);
        fields.put("ReservedCode2", reservedCode2);
        return fields;
    }

    static Optional<AiLabel> fromFields(Map<String, String> fields) {
        var label = Objects.requireNonNullElse(fields.get("Label"), "");
        return label.matches("[123]")
                ? Optional.of(new AiLabel(
                        label,
                        fields.getOrDefault("ContentProducer", ""),
                        fields.getOrDefault("ProduceID", ""),
                        fields.getOrDefault("ReservedCode1", ""),
                        fields.getOrDefault("ContentPropagator", ""),
                        fields.getOrDefault("PropagateID", ""),
                        fields.getOrDefault("ReservedCode2", "")))
                : Optional.empty();
    }

    private static Optional<JsonNode> tree(String json) {
        try {
            return Optional.ofNullable(JSON.readTree(json));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<AiLabel> fromTree(JsonNode tree) {
        var fields = new LinkedHashMap<String, String>();
        tree.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fromFields(fields);
    }
}

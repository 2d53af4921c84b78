package studio.mofang.server.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.Base64;
import studio.mofang.core.Json;
import studio.mofang.server.model.ModelFailure.Kind;

/// Any endpoint that speaks OpenAI's images: it answers with the picture itself or with an address of it.
final class OpenAiImage implements ImageModel.AtOnce {
    private final Endpoint endpoint;

    OpenAiImage(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Drawn draw(Order order, Cancellation cancellation) {
        var body = Json.shared()
                .createObjectNode()
                .put("model", endpoint.modelName())
                .put("prompt", prompt(order))
                .put("n", 1)
                .put("size", order.size().toString());
        endpoint.setting("quality", String.class).ifPresent(quality -> body.put("quality", quality));
        endpoint.setting("response_format", String.class).ifPresent(format -> body.put("response_format", format));
        var call = new ProviderCall(endpoint, cancellation, order.deadline());
        var first = call.post("images/generations", body, false).path("data").path(0);
        return Artwork.of(file(first, call), order.size());
    }

    /// The protocol has no field for what is not wanted.
    private static String prompt(Order order) {
        return order.negative().isBlank() ? order.prompt() : order.prompt() + "\n（不要出现：" + order.negative() + "）";
    }

    private static byte[] file(JsonNode data, ProviderCall call) {
        if (data.hasNonNull("b64_json")) {
            try {
                return Base64.getMimeDecoder().decode(data.path("b64_json").asText());
            } catch (IllegalArgumentException e) {
                throw new ModelFailure(Kind.BROKEN, "a picture that is not base64", e);
            }
        }
        if (data.hasNonNull("url")) {
            return call.download(data.path("url").asText(), Artwork.LARGEST, InputStream::readAllBytes);
        }
        throw new ModelFailure(Kind.EMPTY, "no picture in the answer");
    }
}

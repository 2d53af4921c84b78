package studio.mofang.server.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.Optional;
import studio.mofang.server.model.ModelFailure.Kind;

/// DashScope's newer pictures, which come as the answer.
final class DashScopeImage implements ImageModel.AtOnce {
    private final Endpoint endpoint;
    private final DashScopeImageRoute route;

    DashScopeImage(Endpoint endpoint, DashScopeImageRoute route) {
        this.endpoint = endpoint;
        this.route = route;
    }

    @Override
    public Drawn draw(Order order, Cancellation cancellation) {
        var call = new ProviderCall(endpoint, cancellation, order.deadline());
        var output = call.post(route.path(), route.body(endpoint, order), false).path("output");
        var address = address(output).orElseThrow(DashScopeImage::nothing);
        return Artwork.of(call.download(address, Artwork.LARGEST, InputStream::readAllBytes), order.size());
    }

    /// Where the picture of an answer lies.
    static Optional<String> address(JsonNode output) {
        for (var part : output.path("choices").path(0).path("message").path("content")) {
            if (part.hasNonNull("image")) {
                return Optional.of(part.path("image").asText());
            }
        }
        return Optional.empty();
    }

    static ModelFailure nothing() {
        return new ModelFailure(Kind.EMPTY, "no picture in the answer");
    }
}

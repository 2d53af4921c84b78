package studio.mofang.server.model;

/// Gives the way to speak to an image model, by the protocol of its provider.
public final class ImageModels {
    private ImageModels() {}

    public static ImageModel of(Endpoint endpoint) {
        return endpoint.dashscope() ? new DashScopeImage(endpoint) : new OpenAiImage(endpoint);
    }
}

package studio.mofang.server.model;

import java.util.Optional;

/// Gives the way to speak to an image model, by the protocol of its provider.
public final class ImageModels {
    private ImageModels() {}

    public static ImageModel of(Endpoint endpoint) {
        if (!endpoint.dashscope()) {
            return new OpenAiImage(endpoint);
        }
        var route = DashScopeImageRoute.of(endpoint);
        return route.byTask() ? new DashScopeImageTask(endpoint, route) : new DashScopeImage(endpoint, route);
    }

    /// Who looks after the ticket of an earlier process, whatever the model's config says by now; empty where its
    /// provider knows no tasks.
    public static Optional<ImageModel.ByTask> keeperOf(Endpoint endpoint) {
        return endpoint.dashscope()
                ? Optional.of(new DashScopeImageTask(endpoint, DashScopeImageRoute.of(endpoint)))
                : Optional.empty();
    }
}

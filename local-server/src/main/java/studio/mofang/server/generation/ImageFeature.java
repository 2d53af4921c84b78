package studio.mofang.server.generation;

import java.time.InstantSource;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.web.Api;

/// Joins the parts of the picture feature; the composition root's page for it.
public final class ImageFeature {
    private final ImageRoutes routes;

    /// What makes and keeps.
    public record Makers(ModelService models, CreationService creations, MediaService media, boolean hosted) {}

    public ImageFeature(GenerationService generations, Makers makers, InstantSource clock) {
        var delivery = new PictureDelivery(generations, makers.creations(), makers.media(), clock);
        var images = new ImageService(generations, makers.models(), delivery, makers.hosted(), clock);
        routes = new ImageRoutes(images, generations);
    }

    public void register(Api api) {
        routes.register(api);
    }
}

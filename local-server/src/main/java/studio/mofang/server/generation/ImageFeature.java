package studio.mofang.server.generation;

import java.time.Duration;
import java.time.InstantSource;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.db.Database;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.web.Api;

/// Joins the parts of the picture feature; the composition root's page for it.
public final class ImageFeature {
    private final ImageRoutes routes;
    private final UnfinishedPictures unfinished;

    /// What makes and keeps.
    public record Makers(ModelService models, CreationService creations, MediaService media, boolean hosted) {}

    public ImageFeature(Database database, GenerationService generations, Makers makers, InstantSource clock) {
        var delivery = new PictureDelivery(generations, makers.creations(), makers.media(), clock);
        var images = new ImageService(generations, makers.models(), delivery, makers.hosted(), clock);
        routes = new ImageRoutes(images, generations);
        unfinished = new UnfinishedPictures(
                database, generations.succession(), makers.models(), delivery, clock, ImageFeature::aside);
    }

    public void register(Api api) {
        routes.register(api);
    }

    public Sweep sweep() {
        return new Sweep("pictures", Duration.ofSeconds(10), unfinished::sweep);
    }

    private static void aside(Runnable work) {
        Thread.ofVirtual().name("picture").start(work);
    }
}

package studio.mofang.server.slides;

import java.time.InstantSource;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.db.Database;
import studio.mofang.server.generation.GenerationReplies;
import studio.mofang.server.generation.GenerationService;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.web.Api;

/// Joins the parts of the decks; the composition root's page for them.
public final class SlidesFeature {
    private final SlidesRoutes routes;

    /// What decks need of the others.
    public record Needs(
            GenerationService generations, ModelService models, CreationService creations, MediaService media) {}

    public SlidesFeature(Database database, Needs needs, boolean hosted, InstantSource clock) {
        var service = new SlidesService(new SlidesService.Shared(
                database, needs.generations(), needs.models(), needs.creations(), needs.media(), hosted, clock));
        routes = new SlidesRoutes(service, new GenerationReplies(needs.generations()));
    }

    public void register(Api api) {
        routes.register(api);
    }
}

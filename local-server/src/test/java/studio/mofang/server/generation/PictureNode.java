package studio.mofang.server.generation;

import java.util.Optional;
import java.util.concurrent.Executor;
import studio.mofang.core.Images.Request;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Custody;
import studio.mofang.server.db.StoreFacts;
import studio.mofang.server.generation.ImageService.Begun;
import studio.mofang.server.media.MediaFeature;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.Outbound;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.RequestKey;

/// All that a process needs to draw pictures, put together as its composition root does it.
final class PictureNode {
    final GenerationService generations;
    final ImageService images;
    final CreditService credits;
    private final UnfinishedPictures unfinished;

    /// What is gone on with is done by `threads`.
    PictureNode(PictureStudio studio, Executor threads) {
        var database = studio.store.database();
        var clock = studio.store.clock();
        var vault = Custody.of(studio.store.storage(), database).vault();
        var idempotency = new Idempotency(database, vault, clock);
        credits = studio.store.newBoot();
        var creations = new CreationService(database, clock, _ -> {}, _ -> {});
        var media = new MediaFeature(
                        new MediaFeature.Shared(database, new StoreFacts(database, vault), idempotency, clock),
                        new MediaFeature.Settings(studio.folder, null, () -> "http://here"))
                .service();
        var models = new ModelService(database, vault, new Outbound(), config(studio), clock);
        generations = new GenerationService(database, credits, studio.store.memberships(), idempotency, clock);
        var delivery = new PictureDelivery(generations, creations, media, clock);
        images = new ImageService(generations, models, delivery, false, clock);
        unfinished = new UnfinishedPictures(database, generations.succession(), models, delivery, clock, threads);
    }

    Begun begin(long user, long model, Optional<RequestKey> key) {
        return images.begin(user, ImageForm.of(new Request("一座山", "1280x1280", model)), key);
    }

    /// What a server does before it serves, and then at intervals.
    void start() {
        generations.recover();
        sweep();
    }

    void sweep() {
        credits.sweeps().forEach(sweep -> sweep.work().run());
        generations.sweep();
        unfinished.sweep();
    }

    private static ServerConfig config(PictureStudio studio) {
        return TestServer.config(Engine.H2, studio.store.storage(), studio.dashscope);
    }
}

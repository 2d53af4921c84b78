package studio.mofang.server.video;

import java.util.concurrent.Executor;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.db.Custody;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.StoreFacts;
import studio.mofang.server.media.Bucket;
import studio.mofang.server.media.MediaFeature;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.Outbound;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeBucket;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.web.Idempotency;

/// All that a server needs to make videos, put together as its composition root does it.
final class VideoNode implements AutoCloseable {
    final VideoService videos;
    final VideoWorker worker;
    final MediaService media;
    private final Database database;

    VideoNode(VideoStudio studio, Database database, Executor threads) {
        this.database = database;
        var store = studio.store;
        var clock = store.clock();
        var credits = store.newBoot(database);
        var vault = Custody.of(store.storage(), database).vault();
        var creations = new CreationService(database, clock, _ -> {}, _ -> {});
        var files = new MediaFeature(
                new MediaFeature.Shared(
                        database, new StoreFacts(database, vault), new Idempotency(database, vault, clock), clock),
                new MediaFeature.Settings(studio.folder, bucket(studio.bucket), () -> "http://here"));
        media = files.service();
        var workplaces = new Workplaces(studio.folder.resolve("work"), clock);
        var models = new ModelService(database, vault, new Outbound(), config(studio), clock);
        var makers = new VideoMakers(models, false);
        var end = new VideoEnd(database, credits, clock);
        var delivery = new VideoDelivery(database, credits, creations, media, clock);
        var carrier = new VideoCarrier(database, makers, delivery, end, workplaces, clock);
        worker = new VideoWorker(database, credits, carrier, clock, threads);
        var money = new VideoService.Money(database, credits, store.memberships(), clock);
        videos = new VideoService(money, creations, media, makers, new VideoService.Work(worker, end));
    }

    /// As far as it has connections of its own.
    @Override
    public void close() {
        database.close();
    }

    private static ServerConfig config(VideoStudio studio) {
        return TestServer.config(Engine.H2, studio.store.storage(), studio.dashscope);
    }

    private static Bucket bucket(FakeBucket bucket) {
        return new Bucket(bucket.url(), FakeBucket.REGION, FakeBucket.ACCESS_KEY, FakeBucket.SECRET_KEY);
    }
}

package studio.mofang.server.video;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Database;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.web.Api;

/// Joins the parts of the video feature; the composition root's page for it.
public final class VideoFeature implements AutoCloseable {
    private final VideoWorker worker;
    private final Workplaces workplaces;
    private final VideoRoutes routes;
    private final TaskStreams streams;

    /// What the whole server shares.
    public record Shared(
            Database database, CreditService credits, MembershipService memberships, InstantSource clock) {}

    /// What makes and keeps. `folder` is where files are put together.
    public record Makers(
            ModelService models, CreationService creations, MediaService media, boolean hosted, Path folder) {}

    public VideoFeature(Shared shared, Makers makers) {
        var database = shared.database();
        var clock = shared.clock();
        var found = new VideoMakers(makers.models(), makers.hosted());
        workplaces = new Workplaces(makers.folder(), clock);
        var delivery = new VideoDelivery(database, shared.credits(), makers.creations(), makers.media(), clock);
        var end = new VideoEnd(database, shared.credits(), clock);
        var carrier = new VideoCarrier(database, found, delivery, end, workplaces, clock);
        worker = new VideoWorker(database, shared.credits(), carrier, clock, VideoFeature::aside);
        var money = new VideoService.Money(database, shared.credits(), shared.memberships(), clock);
        var service =
                new VideoService(money, makers.creations(), makers.media(), found, new VideoService.Work(worker, end));
        streams = new TaskStreams(database, service, clock);
        routes = new VideoRoutes(service, streams);
    }

    /// Before the server serves: takes over what a dead process left.
    public void recover() {
        worker.recover();
    }

    public void register(Api api) {
        routes.register(api);
    }

    public List<Sweep> sweeps() {
        return List.of(
                new Sweep("videos", Duration.ofSeconds(1), worker::sweep),
                new Sweep("video-workplaces", Duration.ofHours(1), workplaces::sweep),
                new Sweep("task-streams", Duration.ofMillis(500), streams::sweep));
    }

    @Override
    public void close() {
        worker.close();
    }

    private static void aside(Runnable work) {
        Thread.ofVirtual().name("video").start(work);
    }
}

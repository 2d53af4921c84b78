package studio.mofang.server.media;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.StoreFacts;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Idempotency;

/// Joins the parts of the media store; the composition root's page for it.
public final class MediaFeature {
    private final MediaService service;
    private final MediaRoutes routes;
    private final MediaSweep sweep;
    private final Database database;
    private final InstantSource clock;

    /// What the whole server shares.
    public record Shared(Database database, StoreFacts facts, Idempotency idempotency, InstantSource clock) {}

    /// Without `bucket` the files lie in `folder`, which every node of a hosted server would have to share; `address`
    /// is where others reach this server.
    public record Settings(Path folder, @Nullable Bucket bucket, Supplier<String> address) {}

    public MediaFeature(Shared shared, Settings settings) {
        database = shared.database();
        clock = shared.clock();
        var bucket = settings.bucket();
        var store = bucket == null ? new FolderStore(settings.folder()) : new BucketStore(bucket, clock);
        var links = new MediaLinks(shared.facts().secret("media-link"), settings.address(), clock);
        var incoming = settings.folder().resolve("incoming");
        service = new MediaService(shared.database(), store, links, incoming, clock);
        routes = new MediaRoutes(service, new MediaUploads(shared.database(), shared.idempotency(), service));
        sweep = new MediaSweep(shared.database(), store, incoming, clock);
    }

    public MediaService service() {
        return service;
    }

    public void register(Api api) {
        routes.register(api);
    }

    /// `referrers` are all that refer to files: what they do not name is let go.
    public List<Sweep> sweeps(List<Referrer> referrers) {
        var loose = new LooseMedia(database, referrers, clock);
        return List.of(
                new Sweep("loose-media", Duration.ofHours(1), loose::sweep),
                new Sweep("media", Duration.ofMinutes(10), sweep::sweep));
    }
}

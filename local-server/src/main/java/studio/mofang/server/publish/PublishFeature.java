package studio.mofang.server.publish;

import java.time.InstantSource;
import java.util.Map;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.creation.Gallery;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Vault;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.model.Outbound;
import studio.mofang.server.web.Api;

/// Joins the parts of publishing; the composition root's page for it.
public final class PublishFeature implements AutoCloseable {
    private final Database database;
    private final PlatformRoutes platformRoutes;
    private final PublicationRoutes publicationRoutes;
    private final Publisher publisher;

    /// What the whole server shares.
    public record Shared(Database database, Vault vault, Outbound outbound, InstantSource clock) {}

    public PublishFeature(Shared shared, Gallery gallery, MediaService media, PlatformUrls urls) {
        database = shared.database();
        var clock = shared.clock();
        var bindings = new Bindings(database, shared.vault(), clock);
        var http = new PlatformHttp(shared.outbound()::open);
        var pictures = new Pictures(media, shared.outbound()::guarded);
        var connectors = Map.<Platform, PublishConnector>of(
                Platform.WECHAT,
                new WechatConnector(new WechatApi(http, urls.wechat(), clock), pictures, clock),
                Platform.XIAOHONGSHU,
                new HandOffConnector(Platform.XIAOHONGSHU),
                Platform.DOUYIN,
                new HandOffConnector(Platform.DOUYIN),
                Platform.KUAISHOU,
                new HandOffConnector(Platform.KUAISHOU),
                Platform.TOUTIAO,
                new HandOffConnector(Platform.TOUTIAO));
        publisher = new Publisher(database, clock, new Turns(database, clock, bindings, connectors));
        var publications = new PublicationService(database, gallery, bindings, new Packs(), publisher::wake, clock);
        platformRoutes = new PlatformRoutes(bindings, connectors);
        publicationRoutes = new PublicationRoutes(publications, clock);
    }

    public void register(Api api) {
        platformRoutes.register(api);
        publicationRoutes.register(api);
    }

    /// What was left undone is gone on with.
    public void start() {
        if (!database.readOnly()) {
            publisher.start();
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}

package studio.mofang.server.publish;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.creation.Gallery;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Vault;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.Referrer;
import studio.mofang.server.model.Outbound;
import studio.mofang.server.publish.form.FormService;
import studio.mofang.server.web.Api;

/// Joins the parts of publishing; the composition root's page for it.
public final class PublishFeature implements AutoCloseable {
    private final Database database;
    private final PlatformRoutes platformRoutes;
    private final PublicationRoutes publicationRoutes;
    private final HandOffRoutes handOffRoutes;
    private final Publisher publisher;
    private final Relays relays;

    /// What the whole server shares.
    public record Shared(Database database, Vault vault, Outbound outbound, InstantSource clock) {}

    /// What is published: texts, files, and their forms on the platforms.
    public record Contents(Gallery gallery, MediaService media, FormService forms) {}

    /// `ownMachine` tells whether the server runs beside its user, where a phone can reach it.
    public PublishFeature(Shared shared, Contents contents, PlatformUrls urls, boolean ownMachine) {
        database = shared.database();
        var clock = shared.clock();
        var media = contents.media();
        var bindings = new Bindings(database, shared.vault(), clock);
        var files = new Pictures(media, shared.outbound()::guarded);
        var http = new PlatformHttp(shared.outbound()::open);
        var kuaishou = new KuaishouApi(http, urls.kuaishou());
        var douyin = new DouyinApi(http, urls.douyin());
        var connectors = Map.<Platform, PublishConnector>of(
                Platform.WECHAT,
                new WechatConnector(new WechatApi(http, urls.wechat(), clock), files, clock),
                Platform.XIAOHONGSHU,
                new HandOffConnector(Platform.XIAOHONGSHU),
                Platform.DOUYIN,
                new DouyinConnector(douyin),
                Platform.KUAISHOU,
                new KuaishouConnector(kuaishou, files, bindings),
                Platform.TOUTIAO,
                new HandOffConnector(Platform.TOUTIAO));
        publisher = new Publisher(database, clock, new Turns(database, clock, bindings, connectors));
        var sources =
                new PublicationService.Sources(contents.gallery(), bindings, media, new Packs(contents.forms(), media));
        var publications = new PublicationService(database, sources, publisher::wake, clock);
        relays = new Relays(
                publications, files, ownMachine ? () -> LanAddress.find(urls.relay()) : Optional::empty, clock);
        platformRoutes = new PlatformRoutes(bindings, connectors, kuaishou);
        publicationRoutes = new PublicationRoutes(publications, clock);
        handOffRoutes = new HandOffRoutes(new HandOffs(publications, bindings, media, douyin, clock), relays);
    }

    public void register(Api api) {
        platformRoutes.register(api);
        publicationRoutes.register(api);
        handOffRoutes.register(api);
    }

    /// Which files must stay for what was published.
    public Referrer references() {
        return new PackReferences();
    }

    /// What was left undone is gone on with.
    public void start() {
        if (!database.readOnly()) {
            publisher.start();
        }
    }

    @Override
    public void close() {
        relays.close();
        publisher.close();
    }
}

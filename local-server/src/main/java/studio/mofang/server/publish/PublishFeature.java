package studio.mofang.server.publish;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final AuthorizationRoutes authorizationRoutes;
    private final DouyinNotifyRoutes douyinNotifyRoutes;
    private final Publisher publisher;
    private final Relays relays;

    /// What the whole server shares.
    public record Shared(Database database, Vault vault, Outbound outbound, InstantSource clock) {}

    /// What is published: texts, files, and their forms on the platforms.
    public record Contents(Gallery gallery, MediaService media, FormService forms) {}

    /// How this server is reached: `address` by the person's browser, `publicAddress` by platforms, where
    /// they can. `ownMachine` tells whether it runs beside its user, where a phone can reach it.
    public record Reached(
            Supplier<String> address, @Nullable String publicAddress, boolean ownMachine) {}

    public PublishFeature(Shared shared, Contents contents, PlatformUrls urls, Reached reached) {
        database = shared.database();
        var clock = shared.clock();
        var media = contents.media();
        var hook = new DouyinHook(reached.publicAddress());
        var bindings = new Bindings(database, shared.vault(), hook, clock);
        var files = new Pictures(media, shared.outbound()::guarded);
        var http = new PlatformHttp(shared.outbound()::open);
        var kuaishou = new KuaishouApi(http, urls.kuaishou());
        var douyin = new DouyinApi(http, urls.douyin());
        var kuaishouConnector = new KuaishouConnector(kuaishou, files, bindings, clock);
        var wechatConnector = new WechatConnector(new WechatApi(http, urls.wechat(), clock), files, clock);
        var connectors = connectors(wechatConnector, new DouyinConnector(douyin), kuaishouConnector);
        publisher = new Publisher(database, clock, new Turns(database, clock, bindings, connectors));
        var sources =
                new PublicationService.Sources(contents.gallery(), bindings, media, new Packs(contents.forms(), media));
        var publications = new PublicationService(database, sources, publisher::wake, clock);
        relays = new Relays(
                publications,
                files,
                reached.ownMachine() ? () -> LanAddress.find(urls.relay()) : Optional::empty,
                clock);
        platformRoutes = new PlatformRoutes(bindings, connectors);
        authorizationRoutes = new AuthorizationRoutes(new Authorizations(
                database,
                new CredentialSeal(shared.vault(), "platform_authorization"),
                bindings,
                new Authorizations.Kuaishou(kuaishou, kuaishouConnector),
                reached.address(),
                clock));
        publicationRoutes = new PublicationRoutes(publications, clock);
        var shares = new Shares(database, clock);
        var handOffs = new HandOffs(publications, bindings, media, new HandOffs.Douyin(douyin, shares, hook), clock);
        handOffRoutes = new HandOffRoutes(handOffs, relays);
        douyinNotifyRoutes = new DouyinNotifyRoutes(bindings, shares, publications);
    }

    private static Map<Platform, PublishConnector> connectors(
            PublishConnector wechat, PublishConnector douyin, PublishConnector kuaishou) {
        return Map.of(
                Platform.WECHAT,
                wechat,
                Platform.XIAOHONGSHU,
                new HandOffConnector(Platform.XIAOHONGSHU),
                Platform.DOUYIN,
                douyin,
                Platform.KUAISHOU,
                kuaishou,
                Platform.TOUTIAO,
                new HandOffConnector(Platform.TOUTIAO));
    }

    public void register(Api api) {
        platformRoutes.register(api);
        authorizationRoutes.register(api);
        douyinNotifyRoutes.register(api);
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

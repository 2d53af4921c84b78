package studio.mofang.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Credits;
import studio.mofang.server.account.AccountRoutes;
import studio.mofang.server.account.AccountService;
import studio.mofang.server.account.SessionService;
import studio.mofang.server.account.SigningKeys;
import studio.mofang.server.creation.CreationRoutes;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.creation.Gallery;
import studio.mofang.server.creation.SearchSource;
import studio.mofang.server.creation.search.CreationSearch;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Store;
import studio.mofang.server.db.Vault;
import studio.mofang.server.db.VaultKey;
import studio.mofang.server.export.ExportRoutes;
import studio.mofang.server.task.Sweeper;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Authenticator;
import studio.mofang.server.web.Errors;
import studio.mofang.server.web.Gate;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.Limits;
import studio.mofang.server.web.MetaRoutes;

/// A running server. The composition root: everything is made and joined here, by hand.
public final class LocalServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalServer.class);
    private static final int SECRET_BYTES = 32;
    private static final long DRAIN_MILLIS = 10_000;

    private final Database database;
    private final Javalin http;
    private final Sweeper sweeper;
    private final CreationSearch search;
    private final String secret;

    private LocalServer(Database database, Javalin http, Sweeper sweeper, CreationSearch search, String secret) {
        this.database = database;
        this.http = http;
        this.sweeper = sweeper;
        this.search = search;
        this.secret = secret;
    }

    /// Returns once the server serves. Throws StartRefused with a sentence for a person.
    public static LocalServer start(ServerConfig config) {
        return start(config, InstantSource.system());
    }

    /// With a clock of the caller's, for tests that move it.
    public static LocalServer start(ServerConfig config, InstantSource clock) {
        makeFolder(config);
        var database = Store.open(config.storage());
        try {
            return wire(config, clock, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public int port() {
        return http.port();
    }

    /// The bearer of an embedded server, good for this launch only.
    public String secret() {
        return secret;
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        http.stop();
        sweeper.close();
        search.close();
        database.close();
        log.info("Stopped");
    }

    private static LocalServer wire(ServerConfig config, InstantSource clock, Database database) {
        Vault vault = VaultKey.vault(config.storage(), database);
        var keys = new SigningKeys(database, vault, clock);
        var sessions = new SessionService(database, keys, clock);
        var accounts = new AccountService(database, sessions, _ -> new Credits.Balance(0, 0, false, null, null), clock);
        var search = new CreationSearch(config.storage().dataDir().resolve("index"), new SearchSource(database));
        var gallery = new Gallery(database, search);
        var creations = new CreationService(database, clock, search::changed);
        var limits = limits(config);
        var secret = newSecret();
        var embedded = config.mode() == ServerConfig.Mode.EMBEDDED;
        var gate = embedded ? Gate.embedded(secret) : Gate.open(config.listen().trustedProxies());
        Authenticator authenticator = embedded ? owner(accounts, secret) : sessions;
        Optional.ofNullable(config.secrets().adminPassword()).ifPresent(accounts::ensureAdmin);
        var idempotency = new Idempotency(database, vault, clock);
        var services = new Api.Services(gate, authenticator, limits, _ -> false, idempotency);
        var http = Javalin.create(javalin -> {
            configure(javalin, config);
            Errors.register(javalin.routes);
            javalin.routes.before(context -> gate.admit(context, true));
            var api = new Api(javalin.routes, services);
            new MetaRoutes(database, clock, config.mode().name().toLowerCase(Locale.ROOT)).register(api);
            new AccountRoutes(accounts, sessions, keys, limits).register(api);
            new CreationRoutes(creations, gallery).register(api);
            new ExportRoutes(gallery).register(api);
        });
        listen(config, http);
        var sweeps = List.of(
                new Sweep("idempotency", Duration.ofHours(1), idempotency::sweep),
                new Sweep("trash", Duration.ofHours(1), creations.trash()::sweep));
        return new LocalServer(database, http, new Sweeper(sweeps), search, secret);
    }

    private static void listen(ServerConfig config, Javalin http) {
        try {
            http.start();
        } catch (RuntimeException e) {
            throw new StartRefused("端口 " + config.listen().port() + " 无法使用(可能已被占用),请用 --port 换一个", e);
        }
        log.info("Serving {} on {}:{}", config.mode(), config.listen().bind(), http.port());
    }

    private static Authenticator owner(AccountService accounts, String secret) {
        var owner = accounts.localOwner();
        return bearer -> bearer.equals(secret) ? Optional.of(owner) : Optional.empty();
    }

    private static Limits limits(ServerConfig config) {
        return config.rateLimits() ? Limits.ofThisNode() : Limits.off();
    }

    private static void configure(JavalinConfig javalin, ServerConfig config) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = Long.MAX_VALUE;
        javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        javalin.jetty.modifyServer(server -> server.setStopTimeout(DRAIN_MILLIS));
        javalin.jetty.addConnector((server, http) -> {
            var connector = new ServerConnector(server, new org.eclipse.jetty.server.HttpConnectionFactory(http));
            connector.setHost(config.listen().bind());
            connector.setPort(config.listen().port());
            return connector;
        });
    }

    private static void makeFolder(ServerConfig config) {
        try {
            Files.createDirectories(config.storage().dataDir());
        } catch (IOException e) {
            throw new StartRefused("无法创建数据文件夹 " + config.storage().dataDir(), e);
        }
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package studio.mofang.server;

import io.javalin.config.RoutesConfig;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.mofang.server.ServerConfig.Mode;
import studio.mofang.server.account.AccountRoutes;
import studio.mofang.server.account.AccountService;
import studio.mofang.server.account.SessionService;
import studio.mofang.server.account.SigningKeys;
import studio.mofang.server.creation.CreationRoutes;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.creation.Gallery;
import studio.mofang.server.creation.References;
import studio.mofang.server.creation.SearchSource;
import studio.mofang.server.creation.search.CreationSearch;
import studio.mofang.server.credit.CreditRoutes;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Backups;
import studio.mofang.server.db.Custody;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.StoreFacts;
import studio.mofang.server.db.StoreId;
import studio.mofang.server.db.Vault;
import studio.mofang.server.export.ExportRoutes;
import studio.mofang.server.generation.GenerationService;
import studio.mofang.server.generation.ImageFeature;
import studio.mofang.server.generation.WritingRoutes;
import studio.mofang.server.generation.WritingService;
import studio.mofang.server.media.MediaFeature;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.model.ModelRoutes;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.Outbound;
import studio.mofang.server.operation.OperationFeature;
import studio.mofang.server.payment.PaymentFeature;
import studio.mofang.server.publish.PublishFeature;
import studio.mofang.server.publish.form.FormRoutes;
import studio.mofang.server.publish.form.FormService;
import studio.mofang.server.slides.SlidesFeature;
import studio.mofang.server.statement.StatementFeature;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.vault.VaultRoutes;
import studio.mofang.server.video.VideoFeature;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Authenticator;
import studio.mofang.server.web.Gate;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.Limits;
import studio.mofang.server.web.MetaRoutes;
import studio.mofang.server.web.SecurityHeaders;

/// The composition root: every service is made and joined here, by hand (ADR 1), in the order of need. Each
/// part adds its routes, its sweeps and what it must close.
final class Features implements AutoCloseable {
    private static final int SECRET_BYTES = 32;

    private final ServerConfig config;
    private final Database database;
    private final InstantSource clock;
    private final UUID storeId;
    private final Custody custody;
    private final Vault vault;
    private final Idempotency idempotency;
    private final Limits limits;
    private final MembershipService memberships;
    private final CreditService credits;
    private final OperationFeature operation;
    private final Gate gate;
    private final MediaFeature files;
    private final MediaService media;
    private final Authenticator authenticator;

    private final String secret = newSecret();
    private final AtomicReference<Supplier<String>> address = new AtomicReference<>(() -> "");
    private final List<Consumer<Api>> routes = new ArrayList<>();
    private final List<Sweep> sweeps = new ArrayList<>();
    private final List<Runnable> draining = new ArrayList<>();
    private final List<Runnable> closing = new ArrayList<>();

    Features(ServerConfig config, Database database, InstantSource clock) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        storeId = StoreId.of(database);
        custody = Custody.of(config.storage(), database);
        vault = custody.vault();
        idempotency = new Idempotency(database, vault, clock);
        limits = limits();
        memberships = new MembershipService(database, clock);
        credits = new CreditService(database, memberships, clock);
        operation = new OperationFeature(database, credits, clock);
        boolean embedded = config.mode() == Mode.EMBEDDED;
        gate = embedded ? Gate.embedded(secret) : Gate.open(config.listen().trustedProxies());
        try {
            housekeeping();
            authenticator = identity(embedded);
            money();
            files = files();
            media = files.service();
            making();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    void register(RoutesConfig door) {
        var services = new Api.Services(gate, authenticator, limits, memberships::member, idempotency);
        var api = new Api(door, services);
        routes.forEach(feature -> feature.accept(api));
        door.before(context -> {
            SecurityHeaders.set(context);
            gate.admit(context, api::leadsToPage);
        });
    }

    List<Sweep> sweeps() {
        return database.readOnly() ? List.of() : List.copyOf(sweeps);
    }

    String secret() {
        return secret;
    }

    /// How others reach this server is known once it listens.
    void addressedBy(Supplier<String> known) {
        address.set(known);
    }

    /// The server is about to stop; long work is to end while its clients can still be told. Returns at
    /// once.
    void drain() {
        draining.forEach(Runnable::run);
    }

    @Override
    public void close() {
        closing.reversed().forEach(Runnable::run);
    }

    private void housekeeping() {
        var storage = config.storage();
        routes.add(new VaultRoutes(custody, config.mode() == Mode.EMBEDDED)::register);
        closing.add(custody::close);
        routes.add(new MetaRoutes(database, clock, config.mode(), storeId)::register);
        sweeps.add(new Sweep("idempotency", Duration.ofHours(1), idempotency::sweep));
        sweeps.add(new Sweep("limits", Duration.ofMinutes(5), limits::sweep));
        if (!storage.hosted()) {
            var backups = new Backups(database, storage.dataDir(), clock);
            sweeps.add(new Sweep("backup", Duration.ofMinutes(10), backups::sweep));
        }
    }

    private Authenticator identity(boolean embedded) {
        var keys = new SigningKeys(database, vault, clock);
        var sessions = new SessionService(database, keys, clock);
        var accounts = new AccountService(
                database,
                sessions,
                credits::balance,
                operation::joined,
                config.secrets().passwordCost(),
                clock);
        if (!database.readOnly()) {
            Optional.ofNullable(config.secrets().adminPassword()).ifPresent(accounts::ensureAdmin);
        }
        routes.add(new AccountRoutes(accounts, sessions, keys, limits)::register);
        routes.add(api -> operation.register(api, accounts, () -> address.get().get()));
        return embedded ? owner(accounts) : sessions;
    }

    private void money() {
        var payments = new PaymentFeature(
                new PaymentFeature.Shared(database, new StoreFacts(database, vault), idempotency, limits, clock),
                credits,
                memberships,
                new PaymentFeature.Promoting(operation.coupons(), operation.promotions(), operation.referrals()),
                new PaymentFeature.Settings(
                        config.secrets().callbackSecret(),
                        config.secrets().merchants(),
                        config.upstreams().sandboxPayments(),
                        () -> address.get().get(),
                        config.listen().publicAddress()));
        routes.add(new CreditRoutes(credits)::register);
        routes.add(payments::register);
        sweeps.addAll(payments.sweeps());
        var compared = new StatementFeature(database, idempotency, payments.bills(), payments.books(), clock);
        routes.add(compared::register);
        sweeps.add(compared.sweep());
        sweeps.addAll(credits.sweeps());
    }

    private MediaFeature files() {
        var storage = config.storage();
        var feature = new MediaFeature(
                new MediaFeature.Shared(database, new StoreFacts(database, vault), idempotency, clock),
                new MediaFeature.Settings(
                        storage.dataDir().resolve("media"),
                        storage.bucket(),
                        () -> address.get().get()));
        routes.add(feature::register);
        return feature;
    }

    private void making() {
        var outbound = new Outbound();
        var models = new ModelService(database, vault, outbound, config, clock);
        var creations = gallery(outbound);
        var generations = new GenerationService(database, credits, memberships, idempotency, clock);
        if (!database.readOnly()) {
            generations.recover();
        }
        var writing = new WritingService(generations, models, creations, config.mode() == Mode.HOSTED, clock);
        routes.add(new ModelRoutes(models)::register);
        routes.add(new WritingRoutes(writing, generations)::register);
        var needs = new SlidesFeature.Needs(generations, models, creations, media);
        routes.add(new SlidesFeature(database, needs, config.mode() == Mode.HOSTED, clock)::register);
        var makers = new ImageFeature.Makers(models, creations, media, config.mode() == Mode.HOSTED);
        var images = new ImageFeature(database, generations, makers, clock);
        routes.add(images::register);
        videos(models, creations);
        sweeps.add(new Sweep("generations", Duration.ofSeconds(10), generations::sweep));
        sweeps.add(images.sweep());
        draining.add(generations::drain);
        closing.add(generations::close);
    }

    private void videos(ModelService models, CreationService creations) {
        var videos = new VideoFeature(
                new VideoFeature.Shared(database, credits, memberships, clock),
                new VideoFeature.Makers(
                        models,
                        creations,
                        media,
                        config.mode() == Mode.HOSTED,
                        config.storage().dataDir().resolve("media").resolve("work")));
        if (!database.readOnly()) {
            videos.recover();
        }
        routes.add(videos::register);
        sweeps.addAll(videos.sweeps());
        closing.add(videos::close);
    }

    private CreationService gallery(Outbound outbound) {
        var index = config.storage().dataDir().resolve("index");
        var search = new CreationSearch(index, storeId, new SearchSource(database));
        var creations = new CreationService(
                database,
                clock,
                search::changed,
                gone -> media.release(gone.userId(), gone.creationId(), gone.files()));
        var gallery = new Gallery(database, search);
        routes.add(new CreationRoutes(creations, gallery)::register);
        routes.add(new ExportRoutes(gallery)::register);
        var forms = new FormService(gallery, media);
        routes.add(new FormRoutes(forms)::register);
        sweeps.add(new Sweep("trash", Duration.ofHours(1), creations.trash()::sweep));
        sweeps.add(new Sweep("versions", Duration.ofHours(6), creations.thinning()::sweep));
        closing.add(search::close);
        var publishing = publishing(gallery, forms, outbound);
        sweeps.addAll(files.sweeps(List.of(new References(), publishing.references())));
        return creations;
    }

    private PublishFeature publishing(Gallery gallery, FormService forms, Outbound outbound) {
        var shared = new PublishFeature.Shared(database, vault, outbound, clock);
        var contents = new PublishFeature.Contents(gallery, media, forms);
        var urls = config.upstreams().platforms();
        var reached = new PublishFeature.Reached(
                () -> address.get().get(), config.listen().publicAddress(), config.mode() != Mode.HOSTED);
        var publishing = new PublishFeature(shared, contents, urls, reached);
        routes.add(publishing::register);
        closing.add(publishing::close);
        publishing.start();
        return publishing;
    }

    private Authenticator owner(AccountService accounts) {
        var owner = accounts.localOwner();
        return bearer -> bearer.equals(secret) ? Optional.of(owner) : Optional.empty();
    }

    private Limits limits() {
        if (!config.rateLimits()) {
            return Limits.off();
        }
        var hosted = config.mode() == Mode.HOSTED;
        return hosted ? Limits.ofAllNodes(database.source(), clock) : Limits.ofThisNode(clock);
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

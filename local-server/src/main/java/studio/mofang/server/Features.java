package studio.mofang.server;

import io.javalin.config.RoutesConfig;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import studio.mofang.server.ServerConfig.Mode;
import studio.mofang.server.account.AccountRoutes;
import studio.mofang.server.account.AccountService;
import studio.mofang.server.account.SessionService;
import studio.mofang.server.account.SigningKeys;
import studio.mofang.server.credit.CreditRoutes;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.db.Backups;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.StoreFacts;
import studio.mofang.server.db.StoreId;
import studio.mofang.server.db.VaultKey;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.payment.PaymentFeature;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Authenticator;
import studio.mofang.server.web.Gate;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.Limits;
import studio.mofang.server.web.MetaRoutes;

/// The composition root: every service is made and joined here, by hand (ADR 1). The order is the order of need.
final class Features implements AutoCloseable {
    private static final int SECRET_BYTES = 32;

    private final String secret = newSecret();
    private final AtomicReference<Supplier<String>> address = new AtomicReference<>(() -> "");
    private final Gate gate;
    private final Api.Services services;
    private final List<Sweep> sweeps = new ArrayList<>();
    private final MetaRoutes meta;
    private final AccountRoutes accountRoutes;
    private final CreditRoutes creditRoutes;
    private final PaymentFeature payments;

    Features(ServerConfig config, Database database, InstantSource clock) {
        var vault = VaultKey.vault(config.storage(), database);
        var facts = new StoreFacts(database, vault);
        var idempotency = new Idempotency(database, vault, clock);
        var limits = limits(config, database, clock);
        meta = new MetaRoutes(
                database,
                clock,
                config.mode(),
                StoreId.of(database, config.storage().dataDir()));

        var memberships = new MembershipService(database, clock);
        var credits = new CreditService(database, memberships, clock);
        creditRoutes = new CreditRoutes(credits);
        payments = new PaymentFeature(
                new PaymentFeature.Shared(database, facts, idempotency, clock),
                credits,
                memberships,
                new PaymentFeature.Settings(
                        config.secrets().callbackSecret(),
                        config.upstreams().sandboxPayments(),
                        () -> address.get().get()));

        var keys = new SigningKeys(database, vault, clock);
        var sessions = new SessionService(database, keys, clock);
        var accounts = new AccountService(database, sessions, credits::balance, clock);
        Optional.ofNullable(config.secrets().adminPassword()).ifPresent(accounts::ensureAdmin);
        accountRoutes = new AccountRoutes(accounts, sessions, keys, limits);

        boolean embedded = config.mode() == Mode.EMBEDDED;
        gate = embedded ? Gate.embedded(secret) : Gate.open(config.listen().trustedProxies());
        Authenticator authenticator = embedded ? owner(accounts) : sessions;
        services = new Api.Services(gate, authenticator, limits, memberships::member, idempotency);

        sweeps.addAll(payments.sweeps());
        sweeps.add(new Sweep("holds", Duration.ofMinutes(1), credits::sweepHolds));
        sweeps.add(new Sweep("ledger", Duration.ofHours(1), new LedgerCheck(database)::report));
        sweeps.add(new Sweep("idempotency", Duration.ofHours(1), idempotency::sweep));
        sweeps.add(new Sweep("limits", Duration.ofMinutes(5), limits::sweep));
        if (!config.storage().hosted()) {
            var backups = new Backups(database, config.storage().dataDir(), clock);
            sweeps.add(new Sweep("backup", Duration.ofMinutes(10), backups::sweep));
        }
    }

    void register(RoutesConfig routes) {
        var api = new Api(routes, services);
        meta.register(api);
        accountRoutes.register(api);
        creditRoutes.register(api);
        payments.register(api);
    }

    List<Sweep> sweeps() {
        return List.copyOf(sweeps);
    }

    Gate gate() {
        return gate;
    }

    String secret() {
        return secret;
    }

    /// How others reach this server is known once it listens.
    void addressedBy(Supplier<String> known) {
        address.set(known);
    }

    @Override
    public void close() {}

    private Authenticator owner(AccountService accounts) {
        var owner = accounts.localOwner();
        return bearer -> bearer.equals(secret) ? Optional.of(owner) : Optional.empty();
    }

    private static Limits limits(ServerConfig config, Database database, InstantSource clock) {
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

package studio.mofang.server.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Publications;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Vault;
import studio.mofang.server.publish.BindingRepository.Bound;
import studio.mofang.server.publish.BindingRepository.Shown;
import studio.mofang.server.publish.PublishConnector.Account;
import studio.mofang.server.web.Problem;

/// The users' accounts at the platforms. Credentials are sealed at rest, and no answer ever carries them.
final class Bindings {
    private static final Duration LONGEST_RENEWAL = Duration.ofMinutes(3);

    private final Database database;
    private final CredentialSeal seal;
    private final DouyinHook hook;
    private final InstantSource clock;
    private final BindingRepository rows = new BindingRepository();

    Bindings(Database database, Vault vault, DouyinHook hook, InstantSource clock) {
        this.database = database;
        this.seal = new CredentialSeal(vault, "platform_account");
        this.hook = hook;
        this.clock = clock;
    }

    /// What an account is good for at some time.
    enum Standing {
        BOUND,
        EXPIRED,
        UNBOUND
    }

    List<Publications.Platform> platforms(long userId) {
        var bound = all(userId);
        return Arrays.stream(Platform.values())
                .map(platform -> wire(platform, bound.get(platform.code())))
                .toList();
    }

    Standing standing(long userId, Platform platform, Instant when) {
        var shown = all(userId).get(platform.code());
        if (shown == null) {
            return Standing.UNBOUND;
        }
        return expired(shown, when) ? Standing.EXPIRED : Standing.BOUND;
    }

    /// Empty where nothing is bound.
    Map<String, String> credentials(long userId, Platform platform) {
        return database.read(sql -> rows.credentials(sql, userId, platform))
                .map(secret -> seal.opened(secret, userId, platform))
                .orElse(Map.of());
    }

    /// Takes the place of what was bound before. The credentials have been tried.
    Publications.Platform bind(long userId, Platform platform, Account account) {
        var now = now();
        var shown = new Shown(platform.code(), account.name(), account.tail(), now, account.validUntil());
        var secret = seal.closed(account.credentials(), userId, platform);
        database.writeDurably(tx -> {
            ChangeSequence.hold(tx, userId);
            rows.delete(tx, userId, platform);
            rows.insert(tx, userId, shown, secret);
            return true;
        });
        return wire(platform, shown);
    }

    Optional<Instant> boundAt(long userId, Platform platform) {
        return Optional.ofNullable(all(userId).get(platform.code())).map(Shown::boundAt);
    }

    /// The platform has handed out others in their place. Nothing happens where the person has bound an account
    /// anew since `boundAt`.
    void renew(long userId, Platform platform, Instant boundAt, Map<String, String> credentials) {
        var secret = seal.closed(credentials, userId, platform);
        database.writeDurably(tx -> {
            rows.renew(tx, userId, platform, boundAt, secret);
            return true;
        });
    }

    /// The platform says that the permission is over: the person has to bind the account anew.
    void expire(long userId, Platform platform, Instant boundAt) {
        var now = now();
        database.writeDurably(tx -> {
            rows.expire(tx, userId, platform, boundAt, now);
            return true;
        });
    }

    /// True for one caller on all nodes, which ends it, or whose time runs out when it has died.
    boolean beginRenewal(long userId, Platform platform) {
        var now = now();
        return database.writeDurably(tx -> rows.beginRenewal(tx, userId, platform, now, now.plus(LONGEST_RENEWAL)));
    }

    void endRenewal(long userId, Platform platform) {
        database.write(tx -> {
            rows.endRenewal(tx, userId, platform);
            return true;
        });
    }

    /// The credentials of everybody who has bound this account, by user.
    Map<Long, Map<String, String>> of(Platform platform, String account) {
        var found = database.read(sql -> rows.of(sql, platform, account));
        return found.stream()
                .collect(Collectors.toMap(
                        Bound::userId, bound -> seal.opened(bound.credentials(), bound.userId(), platform)));
    }

    void unbind(long userId, Platform platform) {
        if (!database.writeDurably(tx -> rows.delete(tx, userId, platform))) {
            throw new Problem(Fault.NOT_FOUND, platform.title() + "没有绑定账号");
        }
    }

    private Map<String, Shown> all(long userId) {
        return database.read(sql -> rows.all(sql, userId)).stream()
                .collect(Collectors.toMap(Shown::platform, shown -> shown));
    }

    private static boolean expired(Shown shown, Instant when) {
        var end = shown.validUntil();
        return end != null && !when.isBefore(end);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Publications.Platform wire(Platform platform, @Nullable Shown shown) {
        return new Publications.Platform(
                platform.code(),
                platform.title(),
                Reach.of(platform).way().word(),
                Reach.of(platform).needsBinding(),
                shown != null,
                shown == null ? null : shown.account(),
                shown == null ? null : shown.tail(),
                shown == null ? null : shown.boundAt(),
                shown == null ? null : shown.validUntil(),
                shown != null && expired(shown, now()),
                Reach.of(platform).note(),
                platform.page(),
                Reach.of(platform).credentials(),
                shown == null || platform != Platform.DOUYIN
                        ? null
                        : hook.address(shown.account()).orElse(null));
    }
}

package studio.mofang.server.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Publications.Authorization;
import studio.mofang.core.Publications.AuthorizationState;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.publish.AuthorizationRepository.Returned;
import studio.mofang.server.publish.AuthorizationRepository.Shown;
import studio.mofang.server.web.Problem;

/// Permissions that a person gives on Kuaishou's own page. The browser is sent there with a `state` of 256
/// bits and comes back to this server with it and a code. It is good for one return within ten minutes, and
/// for the user who asked: whatever else comes to that address binds nothing.
///
/// Kuaishou holds scheme and host of the address against what is registered for the application. Where it
/// cannot be this server, because only a public https address may be registered, the person copies the code
/// from there by hand.
final class Authorizations {
    static final String PATH = "/oauth/kuaishou";
    static final String WAITING = "waiting";

    private static final Platform PLATFORM = Platform.KUAISHOU;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int STATE_BYTES = 32;
    private static final String RETURNED = "returned";
    private static final String BOUND = "bound";
    private static final String FAILED = "failed";

    private final Database database;
    private final CredentialSeal seal;
    private final Bindings bindings;
    private final KuaishouConnector kuaishou;
    private final KuaishouApi api;
    private final Supplier<String> address;
    private final InstantSource clock;
    private final AuthorizationRepository rows = new AuthorizationRepository();
    private final SecureRandom random = new SecureRandom();

    /// Kuaishou, as one asks for its permission and takes it.
    record Kuaishou(KuaishouApi api, KuaishouConnector connector) {}

    /// `address` is how the person's browser reaches this server.
    Authorizations(
            Database database,
            CredentialSeal seal,
            Bindings bindings,
            Kuaishou kuaishou,
            Supplier<String> address,
            InstantSource clock) {
        this.database = database;
        this.seal = seal;
        this.bindings = bindings;
        this.kuaishou = kuaishou.connector();
        this.api = kuaishou.api();
        this.address = address;
        this.clock = clock;
    }

    /// What came of a browser's return; the sentence is for the person.
    record Outcome(boolean bound, String sentence) {}

    /// Takes the place of the user's earlier one.
    Authorization begin(long userId, String appId, String appSecret) {
        var state = newState();
        var application = seal.closed(Map.of("app_id", appId, "app_secret", appSecret), userId, PLATFORM);
        var expiresAt = now().plus(LONGEST);
        database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            rows.replace(tx, userId, PLATFORM, hash(state), application, expiresAt);
            return true;
        });
        var redirect = address.get() + PATH;
        return new Authorization(PLATFORM.code(), api.authorizeUrl(appId, redirect, state), redirect, expiresAt);
    }

    /// For the person who copies the code by hand.
    Authorization byHand(String appId, String redirect) {
        return new Authorization(PLATFORM.code(), api.authorizeUrl(appId, redirect, newState()), redirect, null);
    }

    /// Throws 404 where the user has not asked for one.
    AuthorizationState state(long userId) {
        var shown = database.read(sql -> rows.find(sql, userId, PLATFORM))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有正在进行的授权"));
        return new AuthorizationState(PLATFORM.code(), word(shown), shown.reason());
    }

    /// The browser is back. Calls the platform.
    Outcome returned(String state, Optional<String> code) {
        var hash = hash(state);
        var taken = database.writeDurably(tx -> taken(tx, hash));
        if (taken.isEmpty()) {
            return new Outcome(false, "这个授权地址已经用过或过期了，请回到墨坊重新点“去授权”");
        }
        if (code.isEmpty()) {
            return failed(hash, "你没有同意授权，快手账号没有绑定");
        }
        try {
            return bound(hash, taken.get(), code.get());
        } catch (PublishFailure e) {
            return failed(hash, e.sentence());
        }
    }

    private Optional<Returned> taken(DSLContext tx, String hash) {
        var waiting = rows.lockWaiting(tx, PLATFORM, hash, now());
        waiting.ifPresent(_ -> rows.settle(tx, hash, RETURNED, null));
        return waiting;
    }

    private Outcome bound(String hash, Returned returned, String code) throws PublishFailure {
        var given = new HashMap<>(seal.opened(returned.application(), returned.userId(), PLATFORM));
        given.put("code", code);
        var account = kuaishou.test(given);
        bindings.bind(returned.userId(), PLATFORM, account);
        settle(hash, BOUND, null);
        return new Outcome(true, "快手账号“" + account.name() + "”已绑定");
    }

    private Outcome failed(String hash, String sentence) {
        settle(hash, FAILED, sentence);
        return new Outcome(false, sentence);
    }

    private void settle(String hash, String phase, @Nullable String reason) {
        database.writeDurably(tx -> {
            rows.settle(tx, hash, phase, reason);
            return true;
        });
    }

    /// One that was returned and never came to an end broke off with its server.
    private String word(Shown shown) {
        return switch (shown.phase()) {
            case BOUND -> AuthorizationState.BOUND;
            case FAILED -> AuthorizationState.FAILED;
            default -> now().isBefore(shown.expiresAt()) ? AuthorizationState.WAITING : AuthorizationState.EXPIRED;
        };
    }

    private String newState() {
        var bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String state) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

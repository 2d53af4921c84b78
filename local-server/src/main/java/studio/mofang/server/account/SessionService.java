package studio.mofang.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Accounts.SignIn;
import studio.mofang.server.account.SessionRepository.Session;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Authenticator;
import studio.mofang.server.web.Caller;

/// Signs users in and out. A token is worth what its session is worth: an ended session is refused on every node within
/// the few seconds that a look-up is remembered (rule X8).
public final class SessionService implements Authenticator {
    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final Database database;
    private final Tokens tokens;
    private final VerifiedTokens verified;
    private final InstantSource clock;
    private final SessionRepository sessions = new SessionRepository();
    private final Cache<UUID, Optional<Session>> living = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(100_000)
            .build();

    /// A fresh sign-in.
    record Pair(String access, String refresh) {}

    public SessionService(Database database, SigningKeys keys, InstantSource clock) {
        this.database = database;
        this.tokens = new Tokens(keys, clock);
        this.verified = new VerifiedTokens(tokens, clock);
        this.clock = clock;
    }

    @Override
    public Optional<Caller> caller(String bearer) {
        return verified.claims(bearer).flatMap(this::living).map(SessionService::caller);
    }

    Pair signIn(long userId, String role, String device) {
        var claims = new Tokens.Claims(
                userId, UuidCreator.getTimeOrderedEpoch(), UUID.randomUUID().toString());
        var now = clock.instant();
        var session = new Session(userId, claims.sessionId(), hash(claims.id()), now.plus(Tokens.REFRESH_LIFE), role);
        database.writeDurably(tx -> {
            sessions.insert(tx, session, device, now);
            return session;
        });
        return new Pair(tokens.sign(Tokens.Kind.ACCESS, claims), tokens.sign(Tokens.Kind.REFRESH, claims));
    }

    /// A new access token; the refresh token stays good, as the document's clients expect.
    Optional<String> refresh(String refreshToken) {
        return tokens.verify(Tokens.Kind.REFRESH, refreshToken)
                .map(Tokens.Valid::claims)
                .flatMap(this::renewed);
    }

    /// False when this is no living session of the user's.
    boolean end(long userId, UUID sessionId) {
        int ended = database.writeDurably(tx -> {
            forgetAfterCommit(List.of(sessionId));
            return sessions.end(tx, userId, sessionId, clock.instant());
        });
        return ended == 1;
    }

    void endOthers(long userId, @Nullable UUID kept) {
        database.writeDurably(tx -> {
            forgetAfterCommit(sessions.livingIds(tx, userId));
            sessions.endOthers(tx, userId, kept, clock.instant());
            return userId;
        });
    }

    List<SignIn> list(Caller caller) {
        return database.read(sql -> sessions.living(sql, caller.userId(), clock.instant())).stream()
                .map(one -> new SignIn(
                        one.id(),
                        one.device(),
                        one.createdAt(),
                        one.lastUsedAt(),
                        one.id().equals(caller.sessionId())))
                .toList();
    }

    private Optional<String> renewed(Tokens.Claims claims) {
        var now = clock.instant();
        return database.read(sql -> sessions.living(sql, claims.userId(), claims.sessionId(), now))
                .filter(session -> session.refreshHash().equals(hash(claims.id())))
                .map(_ -> {
                    if (!database.readOnly()) {
                        database.write(tx -> {
                            sessions.used(tx, claims.userId(), claims.sessionId(), now);
                            return now;
                        });
                    }
                    return tokens.sign(Tokens.Kind.ACCESS, claims);
                });
    }

    private Optional<Session> living(Tokens.Claims claims) {
        return living.get(
                        claims.sessionId(),
                        id -> database.read(sql -> sessions.living(sql, claims.userId(), id, clock.instant())))
                .filter(session -> session.userId() == claims.userId());
    }

    /// Not sooner: another request would remember the session as it was before.
    private void forgetAfterCommit(List<UUID> ended) {
        database.afterCommit(() -> living.invalidateAll(ended));
    }

    private static Caller caller(Session session) {
        return new Caller(session.userId(), session.role().equals(User.ROLE_ADMIN), session.id());
    }

    private static String hash(String tokenId) {
        return HexFormat.of().formatHex(Sha256.of(tokenId));
    }
}

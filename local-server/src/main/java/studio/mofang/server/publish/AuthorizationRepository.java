package studio.mofang.server.publish;

import static studio.mofang.server.db.gen.Tables.PLATFORM_AUTHORIZATION;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.platform.Platform;

/// `platform_authorization`; whoever inserts a row sees to it that the application is sealed.
final class AuthorizationRepository {
    private static final int LONGEST = 1000;

    /// What a person is told of it.
    record Shown(String phase, @Nullable String reason, Instant expiresAt) {}

    /// Whose it is, and which application it is for.
    record Returned(long userId, byte[] application) {}

    /// Takes the place of the user's earlier one at this platform.
    void replace(
            DSLContext tx, long userId, Platform platform, String stateHash, byte[] application, Instant expiresAt) {
        tx.deleteFrom(PLATFORM_AUTHORIZATION)
                .where(PLATFORM_AUTHORIZATION.USER_ID.eq(userId))
                .and(PLATFORM_AUTHORIZATION.PLATFORM.eq(platform.code()))
                .execute();
        tx.insertInto(PLATFORM_AUTHORIZATION)
                .set(PLATFORM_AUTHORIZATION.USER_ID, userId)
                .set(PLATFORM_AUTHORIZATION.PLATFORM, platform.code())
                .set(PLATFORM_AUTHORIZATION.STATE_HASH, stateHash)
                .set(PLATFORM_AUTHORIZATION.APPLICATION, application)
                .set(PLATFORM_AUTHORIZATION.PHASE, Authorizations.WAITING)
                .set(PLATFORM_AUTHORIZATION.EXPIRES_AT, expiresAt)
                .execute();
    }

    /// Nobody else changes it until the transaction ends. Empty once it was returned, or is over.
    Optional<Returned> lockWaiting(DSLContext tx, Platform platform, String stateHash, Instant now) {
        return tx.select(PLATFORM_AUTHORIZATION.USER_ID, PLATFORM_AUTHORIZATION.APPLICATION)
                .from(PLATFORM_AUTHORIZATION)
                .where(PLATFORM_AUTHORIZATION.STATE_HASH.eq(stateHash))
                .and(PLATFORM_AUTHORIZATION.PLATFORM.eq(platform.code()))
                .and(PLATFORM_AUTHORIZATION.PHASE.eq(Authorizations.WAITING))
                .and(PLATFORM_AUTHORIZATION.EXPIRES_AT.gt(now))
                .forUpdate()
                .fetchOptional(Records.mapping(Returned::new));
    }

    /// What the application was is not needed any more.
    void settle(DSLContext tx, String stateHash, String phase, @Nullable String reason) {
        tx.update(PLATFORM_AUTHORIZATION)
                .set(PLATFORM_AUTHORIZATION.PHASE, phase)
                .set(PLATFORM_AUTHORIZATION.REASON, cut(reason))
                .setNull(PLATFORM_AUTHORIZATION.APPLICATION)
                .where(PLATFORM_AUTHORIZATION.STATE_HASH.eq(stateHash))
                .execute();
    }

    Optional<Shown> find(DSLContext sql, long userId, Platform platform) {
        return sql.select(
                        PLATFORM_AUTHORIZATION.PHASE, PLATFORM_AUTHORIZATION.REASON, PLATFORM_AUTHORIZATION.EXPIRES_AT)
                .from(PLATFORM_AUTHORIZATION)
                .where(PLATFORM_AUTHORIZATION.USER_ID.eq(userId))
                .and(PLATFORM_AUTHORIZATION.PLATFORM.eq(platform.code()))
                .fetchOptional(Records.mapping(Shown::new));
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

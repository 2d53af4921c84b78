package studio.mofang.server.publish;

import static studio.mofang.server.db.gen.Tables.PLATFORM_ACCOUNT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.platform.Platform;

/// `platform_account`; whoever changes a row sees to it that the credentials are sealed.
final class BindingRepository {
    private static final int MOST_OF_ONE_ACCOUNT = 20;

    /// What may be shown of a binding.
    record Shown(
            String platform,
            String account,
            String tail,
            Instant boundAt,
            @Nullable Instant validUntil) {}

    record Bound(long userId, byte[] credentials) {}

    List<Shown> all(DSLContext sql, long userId) {
        return sql.select(
                        PLATFORM_ACCOUNT.PLATFORM,
                        PLATFORM_ACCOUNT.ACCOUNT,
                        PLATFORM_ACCOUNT.TAIL,
                        PLATFORM_ACCOUNT.BOUND_AT,
                        PLATFORM_ACCOUNT.VALID_UNTIL)
                .from(PLATFORM_ACCOUNT)
                .where(PLATFORM_ACCOUNT.USER_ID.eq(userId))
                .limit(Platform.values().length)
                .fetch(Records.mapping(Shown::new));
    }

    Optional<byte[]> credentials(DSLContext sql, long userId, Platform platform) {
        return sql.select(PLATFORM_ACCOUNT.CREDENTIALS)
                .from(PLATFORM_ACCOUNT)
                .where(is(userId, platform))
                .fetchOptional(PLATFORM_ACCOUNT.CREDENTIALS);
    }

    void insert(DSLContext tx, long userId, Shown shown, byte[] credentials) {
        tx.insertInto(PLATFORM_ACCOUNT)
                .set(PLATFORM_ACCOUNT.USER_ID, userId)
                .set(PLATFORM_ACCOUNT.PLATFORM, shown.platform())
                .set(PLATFORM_ACCOUNT.ACCOUNT, shown.account())
                .set(PLATFORM_ACCOUNT.TAIL, shown.tail())
                .set(PLATFORM_ACCOUNT.CREDENTIALS, credentials)
                .set(PLATFORM_ACCOUNT.BOUND_AT, shown.boundAt())
                .set(PLATFORM_ACCOUNT.VALID_UNTIL, shown.validUntil())
                .execute();
    }

    void renew(DSLContext tx, long userId, Platform platform, Instant boundAt, byte[] credentials) {
        tx.update(PLATFORM_ACCOUNT)
                .set(PLATFORM_ACCOUNT.CREDENTIALS, credentials)
                .where(is(userId, platform))
                .and(PLATFORM_ACCOUNT.BOUND_AT.eq(boundAt))
                .execute();
    }

    void expire(DSLContext tx, long userId, Platform platform, Instant boundAt, Instant now) {
        tx.update(PLATFORM_ACCOUNT)
                .set(PLATFORM_ACCOUNT.VALID_UNTIL, now)
                .where(is(userId, platform))
                .and(PLATFORM_ACCOUNT.BOUND_AT.eq(boundAt))
                .execute();
    }

    /// True for one caller at a time, until it ends it or `until`.
    boolean beginRenewal(DSLContext tx, long userId, Platform platform, Instant now, Instant until) {
        return tx.update(PLATFORM_ACCOUNT)
                        .set(PLATFORM_ACCOUNT.RENEWING_UNTIL, until)
                        .where(is(userId, platform))
                        .and(PLATFORM_ACCOUNT.RENEWING_UNTIL.isNull().or(PLATFORM_ACCOUNT.RENEWING_UNTIL.le(now)))
                        .execute()
                == 1;
    }

    void endRenewal(DSLContext tx, long userId, Platform platform) {
        tx.update(PLATFORM_ACCOUNT)
                .setNull(PLATFORM_ACCOUNT.RENEWING_UNTIL)
                .where(is(userId, platform))
                .execute();
    }

    /// Of everybody who has bound this account of the platform's: who, and what proves it.
    List<Bound> of(DSLContext sql, Platform platform, String account) {
        return sql.select(PLATFORM_ACCOUNT.USER_ID, PLATFORM_ACCOUNT.CREDENTIALS)
                .from(PLATFORM_ACCOUNT)
                .where(PLATFORM_ACCOUNT.PLATFORM.eq(platform.code()))
                .and(PLATFORM_ACCOUNT.ACCOUNT.eq(account))
                .limit(MOST_OF_ONE_ACCOUNT)
                .fetch(Records.mapping(Bound::new));
    }

    boolean delete(DSLContext tx, long userId, Platform platform) {
        return tx.deleteFrom(PLATFORM_ACCOUNT).where(is(userId, platform)).execute() == 1;
    }

    private static Condition is(long userId, Platform platform) {
        return PLATFORM_ACCOUNT.USER_ID.eq(userId).and(PLATFORM_ACCOUNT.PLATFORM.eq(platform.code()));
    }
}

package studio.mofang.server.publish;

import static studio.mofang.server.db.gen.Tables.PLATFORM_ACCOUNT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import studio.mofang.core.platform.Platform;

/// `platform_account`; whoever changes a row sees to it that the credentials are sealed.
final class BindingRepository {
    /// What may be shown of a binding.
    record Shown(String platform, String account, String tail, Instant boundAt) {}

    List<Shown> all(DSLContext sql, long userId) {
        return sql.select(
                        PLATFORM_ACCOUNT.PLATFORM,
                        PLATFORM_ACCOUNT.ACCOUNT,
                        PLATFORM_ACCOUNT.TAIL,
                        PLATFORM_ACCOUNT.BOUND_AT)
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
                .execute();
    }

    void renew(DSLContext tx, long userId, Platform platform, byte[] credentials) {
        tx.update(PLATFORM_ACCOUNT)
                .set(PLATFORM_ACCOUNT.CREDENTIALS, credentials)
                .where(is(userId, platform))
                .execute();
    }

    boolean delete(DSLContext tx, long userId, Platform platform) {
        return tx.deleteFrom(PLATFORM_ACCOUNT).where(is(userId, platform)).execute() == 1;
    }

    private static Condition is(long userId, Platform platform) {
        return PLATFORM_ACCOUNT.USER_ID.eq(userId).and(PLATFORM_ACCOUNT.PLATFORM.eq(platform.code()));
    }
}

package studio.mofang.server.account;

import static studio.mofang.server.db.gen.Tables.APP_USER;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;

/// `app_user`: names and addresses are unique without regard to case.
final class AccountRepository {
    record NewUser(
            UUID uuid,
            String username,
            String email,
            @Nullable String passwordHash,
            String role,
            String referralCode,
            @Nullable Long referredBy,
            Instant createdAt) {}

    long insert(DSLContext tx, NewUser user) {
        return tx.insertInto(APP_USER)
                .set(APP_USER.UUID, user.uuid())
                .set(APP_USER.USERNAME, user.username())
                .set(APP_USER.USERNAME_KEY, folded(user.username()))
                .set(APP_USER.EMAIL, user.email())
                .set(APP_USER.EMAIL_KEY, folded(user.email()))
                .set(APP_USER.PASSWORD_HASH, user.passwordHash())
                .set(APP_USER.ROLE, user.role())
                .set(APP_USER.REFERRAL_CODE, user.referralCode())
                .set(APP_USER.REFERRED_BY, user.referredBy())
                .set(APP_USER.CREATED_AT, user.createdAt())
                .returningResult(APP_USER.ID)
                .fetchSingle()
                .value1();
    }

    Optional<User> find(DSLContext sql, long id) {
        return users(sql).where(APP_USER.ID.eq(id)).fetchOptional(Records.mapping(User::new));
    }

    Optional<User> byName(DSLContext sql, String username) {
        return users(sql).where(APP_USER.USERNAME_KEY.eq(folded(username))).fetchOptional(Records.mapping(User::new));
    }

    Optional<User> byReferralCode(DSLContext sql, String code) {
        return users(sql)
                .where(APP_USER.REFERRAL_CODE.eq(code.toUpperCase(Locale.ROOT)))
                .fetchOptional(Records.mapping(User::new));
    }

    boolean nameTaken(DSLContext sql, String username) {
        return sql.fetchExists(APP_USER, APP_USER.USERNAME_KEY.eq(folded(username)));
    }

    boolean emailTaken(DSLContext sql, String email) {
        return sql.fetchExists(APP_USER, APP_USER.EMAIL_KEY.eq(folded(email)));
    }

    /// Holds the row until the transaction ends, so that no sign-in slips past a change of the password.
    Optional<String> lockedHash(DSLContext tx, long id) {
        return tx.select(APP_USER.PASSWORD_HASH)
                .from(APP_USER)
                .where(APP_USER.ID.eq(id))
                .forUpdate()
                .fetchOptional(APP_USER.PASSWORD_HASH);
    }

    void passwordChanged(DSLContext tx, long id, String hash) {
        tx.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, hash)
                .where(APP_USER.ID.eq(id))
                .execute();
    }

    void roleChanged(DSLContext tx, long id, String role) {
        tx.update(APP_USER).set(APP_USER.ROLE, role).where(APP_USER.ID.eq(id)).execute();
    }

    void disabled(DSLContext tx, long id, @Nullable Instant since) {
        tx.update(APP_USER)
                .set(APP_USER.DISABLED_AT, since)
                .where(APP_USER.ID.eq(id))
                .execute();
    }

    private static SelectJoinStep<org.jooq.Record8<Long, UUID, String, String, String, String, String, Instant>> users(
            DSLContext sql) {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.UUID,
                        APP_USER.USERNAME,
                        APP_USER.EMAIL,
                        APP_USER.PASSWORD_HASH,
                        APP_USER.ROLE,
                        APP_USER.REFERRAL_CODE,
                        APP_USER.DISABLED_AT)
                .from(APP_USER);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

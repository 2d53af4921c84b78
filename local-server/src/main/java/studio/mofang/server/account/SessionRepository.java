package studio.mofang.server.account;

import static studio.mofang.server.db.gen.Tables.APP_USER;
import static studio.mofang.server.db.gen.Tables.USER_SESSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// `user_session`: where somebody is signed in. A session that ended keeps its row.
final class SessionRepository {
    /// A living session and what its user may do.
    record Session(long userId, UUID id, String refreshHash, Instant expiresAt, String role) {}

    record Listed(UUID id, String device, Instant createdAt, Instant lastUsedAt) {}

    void insert(DSLContext tx, Session session, String device, Instant now) {
        tx.insertInto(USER_SESSION)
                .set(USER_SESSION.USER_ID, session.userId())
                .set(USER_SESSION.ID, session.id())
                .set(USER_SESSION.REFRESH_HASH, session.refreshHash())
                .set(USER_SESSION.DEVICE, device)
                .set(USER_SESSION.CREATED_AT, now)
                .set(USER_SESSION.LAST_USED_AT, now)
                .set(USER_SESSION.EXPIRES_AT, session.expiresAt())
                .execute();
    }

    Optional<Session> living(DSLContext sql, long userId, UUID id, Instant now) {
        return sql.select(
                        USER_SESSION.USER_ID,
                        USER_SESSION.ID,
                        USER_SESSION.REFRESH_HASH,
                        USER_SESSION.EXPIRES_AT,
                        APP_USER.ROLE)
                .from(USER_SESSION)
                .join(APP_USER)
                .on(APP_USER.ID.eq(USER_SESSION.USER_ID))
                .where(USER_SESSION.USER_ID.eq(userId))
                .and(USER_SESSION.ID.eq(id))
                .and(USER_SESSION.ENDED_AT.isNull())
                .and(USER_SESSION.EXPIRES_AT.gt(now))
                .and(APP_USER.DISABLED_AT.isNull())
                .fetchOptional(Records.mapping(Session::new));
    }

    List<Listed> living(DSLContext sql, long userId, Instant now) {
        return sql.select(USER_SESSION.ID, USER_SESSION.DEVICE, USER_SESSION.CREATED_AT, USER_SESSION.LAST_USED_AT)
                .from(USER_SESSION)
                .where(USER_SESSION.USER_ID.eq(userId))
                .and(USER_SESSION.ENDED_AT.isNull())
                .and(USER_SESSION.EXPIRES_AT.gt(now))
                .orderBy(USER_SESSION.LAST_USED_AT.desc())
                .limit(100)
                .fetch(Records.mapping(Listed::new));
    }

    List<UUID> livingIds(DSLContext sql, long userId) {
        return sql.select(USER_SESSION.ID)
                .from(USER_SESSION)
                .where(USER_SESSION.USER_ID.eq(userId))
                .and(USER_SESSION.ENDED_AT.isNull())
                .fetch(USER_SESSION.ID);
    }

    void used(DSLContext tx, long userId, UUID id, Instant now) {
        tx.update(USER_SESSION)
                .set(USER_SESSION.LAST_USED_AT, now)
                .where(USER_SESSION.USER_ID.eq(userId))
                .and(USER_SESSION.ID.eq(id))
                .execute();
    }

    int end(DSLContext tx, long userId, UUID id, Instant now) {
        return tx.update(USER_SESSION)
                .set(USER_SESSION.ENDED_AT, now)
                .where(USER_SESSION.USER_ID.eq(userId))
                .and(USER_SESSION.ID.eq(id))
                .and(USER_SESSION.ENDED_AT.isNull())
                .execute();
    }

    /// All of a user's sessions but one.
    void endOthers(DSLContext tx, long userId, @Nullable UUID kept, Instant now) {
        var living = USER_SESSION.USER_ID.eq(userId).and(USER_SESSION.ENDED_AT.isNull());
        tx.update(USER_SESSION)
                .set(USER_SESSION.ENDED_AT, now)
                .where(kept == null ? living : living.and(USER_SESSION.ID.ne(kept)))
                .execute();
    }
}

package studio.mofang.server.credit;

import static studio.mofang.server.db.gen.Tables.CREDIT_HOLD;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/// `credit_hold`: each is resolved once, decided by the guarded update.
final class HoldRepository {
    private static final String OPEN = "open";

    record Hold(long userId, UUID id, long credits, String reference) {}

    /// How a hold can end.
    enum Resolution {
        CAPTURED,
        RELEASED,
        EXPIRED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void insert(DSLContext tx, Hold hold, UUID boot, Instant now, Instant expires, long change) {
        tx.insertInto(CREDIT_HOLD)
                .set(CREDIT_HOLD.USER_ID, hold.userId())
                .set(CREDIT_HOLD.ID, hold.id())
                .set(CREDIT_HOLD.CREDITS, hold.credits())
                .set(CREDIT_HOLD.REFERENCE, hold.reference())
                .set(CREDIT_HOLD.BOOT, boot)
                .set(CREDIT_HOLD.STATUS, OPEN)
                .set(CREDIT_HOLD.CREATED_AT, now)
                .set(CREDIT_HOLD.EXPIRES_AT, expires)
                .set(CREDIT_HOLD.VERSION, 1L)
                .set(CREDIT_HOLD.CHANGE_SEQ, change)
                .execute();
    }

    Optional<Hold> find(DSLContext sql, long userId, UUID id) {
        return sql.select(CREDIT_HOLD.USER_ID, CREDIT_HOLD.ID, CREDIT_HOLD.CREDITS, CREDIT_HOLD.REFERENCE)
                .from(CREDIT_HOLD)
                .where(is(userId, id))
                .fetchOptional(Records.mapping(Hold::new));
    }

    /// False when it was resolved before.
    boolean resolve(DSLContext tx, long userId, UUID id, Resolution resolution, Instant now, long change) {
        return tx.update(CREDIT_HOLD)
                        .set(CREDIT_HOLD.STATUS, resolution.stored())
                        .set(CREDIT_HOLD.RESOLVED_AT, now)
                        .set(CREDIT_HOLD.VERSION, CREDIT_HOLD.VERSION.plus(1))
                        .set(CREDIT_HOLD.CHANGE_SEQ, change)
                        .where(is(userId, id))
                        .and(CREDIT_HOLD.STATUS.eq(OPEN))
                        .execute()
                == 1;
    }

    int adopt(DSLContext tx, long userId, UUID id, UUID boot) {
        return tx.update(CREDIT_HOLD)
                .set(CREDIT_HOLD.BOOT, boot)
                .where(is(userId, id))
                .and(CREDIT_HOLD.STATUS.eq(OPEN))
                .execute();
    }

    int adopt(DSLContext tx, long userId, UUID id, UUID boot, Instant expires) {
        return tx.update(CREDIT_HOLD)
                .set(CREDIT_HOLD.BOOT, boot)
                .set(CREDIT_HOLD.EXPIRES_AT, expires)
                .where(is(userId, id))
                .and(CREDIT_HOLD.STATUS.eq(OPEN))
                .execute();
    }

    List<Hold> expired(DSLContext sql, Instant now, int most) {
        return open(sql, CREDIT_HOLD.EXPIRES_AT.lt(now), most);
    }

    List<Hold> expiredOrOfAnotherBoot(DSLContext sql, Instant now, UUID boot, int most) {
        return open(sql, CREDIT_HOLD.EXPIRES_AT.lt(now).or(CREDIT_HOLD.BOOT.ne(boot)), most);
    }

    private static List<Hold> open(DSLContext sql, Condition which, int most) {
        return sql.select(CREDIT_HOLD.USER_ID, CREDIT_HOLD.ID, CREDIT_HOLD.CREDITS, CREDIT_HOLD.REFERENCE)
                .from(CREDIT_HOLD)
                .where(CREDIT_HOLD.STATUS.eq(OPEN))
                .and(which)
                .orderBy(CREDIT_HOLD.EXPIRES_AT)
                .limit(most)
                .fetch(Records.mapping(Hold::new));
    }

    private static Condition is(long userId, UUID id) {
        return CREDIT_HOLD.USER_ID.eq(userId).and(CREDIT_HOLD.ID.eq(id));
    }
}

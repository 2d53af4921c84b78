package studio.mofang.server.activity;

import static studio.mofang.server.db.gen.Tables.ACTIVITY;
import static studio.mofang.server.db.gen.Tables.ACTIVITY_PARTICIPATION;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Activities.Participation;
import studio.mofang.server.web.Paging;

/// `activity_participation`: who took part, and what it brought. Whoever changes a row takes the user's change number
/// first.
final class ParticipationRepository {
    record Part(
            long userId,
            long activityId,
            long credits,
            @Nullable String orderId,
            Instant at) {}

    boolean exists(DSLContext sql, long userId, long activityId) {
        return sql.fetchExists(
                ACTIVITY_PARTICIPATION,
                ACTIVITY_PARTICIPATION.USER_ID.eq(userId).and(ACTIVITY_PARTICIPATION.ACTIVITY_ID.eq(activityId)));
    }

    void insert(DSLContext tx, Part part, long change) {
        tx.insertInto(ACTIVITY_PARTICIPATION)
                .set(ACTIVITY_PARTICIPATION.USER_ID, part.userId())
                .set(ACTIVITY_PARTICIPATION.ACTIVITY_ID, part.activityId())
                .set(ACTIVITY_PARTICIPATION.UUID, UuidCreator.getTimeOrderedEpoch())
                .set(ACTIVITY_PARTICIPATION.CREDITS, part.credits())
                .set(ACTIVITY_PARTICIPATION.ORDER_ID, part.orderId())
                .set(ACTIVITY_PARTICIPATION.CREATED_AT, part.at())
                .set(ACTIVITY_PARTICIPATION.VERSION, 1L)
                .set(ACTIVITY_PARTICIPATION.CHANGE_SEQ, change)
                .execute();
    }

    /// Somebody who took part before now gets something out of it.
    void brought(DSLContext tx, Part part, long change) {
        tx.update(ACTIVITY_PARTICIPATION)
                .set(ACTIVITY_PARTICIPATION.CREDITS, part.credits())
                .set(ACTIVITY_PARTICIPATION.ORDER_ID, part.orderId())
                .set(ACTIVITY_PARTICIPATION.VERSION, ACTIVITY_PARTICIPATION.VERSION.plus(1))
                .set(ACTIVITY_PARTICIPATION.CHANGE_SEQ, change)
                .where(ACTIVITY_PARTICIPATION.USER_ID.eq(part.userId()))
                .and(ACTIVITY_PARTICIPATION.ACTIVITY_ID.eq(part.activityId()))
                .execute();
    }

    Set<Long> among(DSLContext sql, long userId, Collection<Long> activityIds) {
        return sql.select(ACTIVITY_PARTICIPATION.ACTIVITY_ID)
                .from(ACTIVITY_PARTICIPATION)
                .where(ACTIVITY_PARTICIPATION.USER_ID.eq(userId))
                .and(ACTIVITY_PARTICIPATION.ACTIVITY_ID.in(activityIds))
                .fetchSet(ACTIVITY_PARTICIPATION.ACTIVITY_ID);
    }

    long count(DSLContext sql, long userId) {
        return sql.fetchCount(ACTIVITY_PARTICIPATION, ACTIVITY_PARTICIPATION.USER_ID.eq(userId));
    }

    List<Participation> newest(DSLContext sql, long userId, Paging paging) {
        return sql.select(
                        ACTIVITY_PARTICIPATION.ACTIVITY_ID,
                        ACTIVITY.NAME,
                        ACTIVITY.TYPE,
                        ACTIVITY_PARTICIPATION.CREDITS,
                        ACTIVITY_PARTICIPATION.ORDER_ID,
                        ACTIVITY_PARTICIPATION.CREATED_AT)
                .from(ACTIVITY_PARTICIPATION)
                .join(ACTIVITY)
                .on(ACTIVITY.ID.eq(ACTIVITY_PARTICIPATION.ACTIVITY_ID))
                .where(ACTIVITY_PARTICIPATION.USER_ID.eq(userId))
                .orderBy(ACTIVITY_PARTICIPATION.CREATED_AT.desc(), ACTIVITY_PARTICIPATION.ACTIVITY_ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(Records.mapping(Participation::new));
    }
}

package studio.mofang.server.publish;

import static studio.mofang.server.db.gen.Tables.PUBLICATION;
import static studio.mofang.server.db.gen.Tables.PUBLICATION_TARGET;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.web.Paging;

/// `publication`: what the targets of one request have in common.
final class PublicationRepository {
    private static final int MOST_IN_A_CALENDAR = 500;

    record Row(
            long id,
            UUID uuid,
            long creationId,
            long creationVersion,
            String title,
            @Nullable Instant scheduledAt,
            Instant createdAt) {}

    /// The number that the new row has got.
    long insert(DSLContext tx, long userId, Row row) {
        return tx.insertInto(PUBLICATION)
                .set(PUBLICATION.USER_ID, userId)
                .set(PUBLICATION.UUID, row.uuid())
                .set(PUBLICATION.CREATION_ID, row.creationId())
                .set(PUBLICATION.CREATION_VERSION, row.creationVersion())
                .set(PUBLICATION.TITLE, row.title())
                .set(PUBLICATION.SCHEDULED_AT, row.scheduledAt())
                .set(PUBLICATION.CREATED_AT, row.createdAt())
                .returningResult(PUBLICATION.ID)
                .fetchSingle()
                .value1();
    }

    void schedule(DSLContext tx, long userId, long id, @Nullable Instant when) {
        tx.update(PUBLICATION)
                .set(PUBLICATION.SCHEDULED_AT, when)
                .where(PUBLICATION.USER_ID.eq(userId).and(PUBLICATION.ID.eq(id)))
                .execute();
    }

    Optional<Row> find(DSLContext sql, long userId, long id) {
        return rows(sql)
                .where(PUBLICATION.USER_ID.eq(userId))
                .and(PUBLICATION.ID.eq(id))
                .fetchOptional(Records.mapping(Row::new));
    }

    long count(DSLContext sql, long userId, Optional<TargetState> state) {
        return sql.fetchCount(PUBLICATION, in(userId, state));
    }

    List<Row> newest(DSLContext sql, long userId, Optional<TargetState> state, Paging paging) {
        return rows(sql)
                .where(in(userId, state))
                .orderBy(PUBLICATION.CREATED_AT.desc(), PUBLICATION.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(Records.mapping(Row::new));
    }

    /// What is scheduled from `from` until before `until`, the earliest first.
    List<Row> scheduled(DSLContext sql, long userId, Instant from, Instant until) {
        return rows(sql)
                .where(PUBLICATION.USER_ID.eq(userId))
                .and(PUBLICATION.SCHEDULED_AT.ge(from))
                .and(PUBLICATION.SCHEDULED_AT.lt(until))
                .orderBy(PUBLICATION.SCHEDULED_AT, PUBLICATION.ID)
                .limit(MOST_IN_A_CALENDAR)
                .fetch(Records.mapping(Row::new));
    }

    /// The number of the user's latest; 0 where there is none.
    long latest(DSLContext sql, long userId) {
        return sql.select(DSL.coalesce(DSL.max(PUBLICATION.ID), 0L))
                .from(PUBLICATION)
                .where(PUBLICATION.USER_ID.eq(userId))
                .fetchSingle()
                .value1();
    }

    /// The numbers of those that come after this one.
    List<Long> after(DSLContext sql, long userId, long id, int limit) {
        return sql.select(PUBLICATION.ID)
                .from(PUBLICATION)
                .where(PUBLICATION.USER_ID.eq(userId))
                .and(PUBLICATION.ID.gt(id))
                .orderBy(PUBLICATION.USER_ID, PUBLICATION.ID)
                .limit(limit)
                .fetch(PUBLICATION.ID);
    }

    private static Condition in(long userId, Optional<TargetState> state) {
        var mine = PUBLICATION.USER_ID.eq(userId);
        return state.map(wanted -> mine.and(DSL.exists(DSL.selectOne()
                        .from(PUBLICATION_TARGET)
                        .where(PUBLICATION_TARGET.USER_ID.eq(userId))
                        .and(PUBLICATION_TARGET.PUBLICATION_ID.eq(PUBLICATION.ID))
                        .and(PUBLICATION_TARGET.STATE.eq(wanted.word())))))
                .orElse(mine);
    }

    private static SelectJoinStep<org.jooq.Record7<Long, UUID, Long, Long, String, Instant, Instant>> rows(
            DSLContext sql) {
        return sql.select(
                        PUBLICATION.ID,
                        PUBLICATION.UUID,
                        PUBLICATION.CREATION_ID,
                        PUBLICATION.CREATION_VERSION,
                        PUBLICATION.TITLE,
                        PUBLICATION.SCHEDULED_AT,
                        PUBLICATION.CREATED_AT)
                .from(PUBLICATION);
    }
}

package studio.mofang.server.creation;

import static org.jooq.impl.DSL.select;
import static studio.mofang.server.db.gen.Tables.CREATION;
import static studio.mofang.server.db.gen.Tables.CREATION_TAG;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import studio.mofang.server.creation.Filter.Order;
import studio.mofang.server.web.Paging;

/// Lists out of `creation`, each along an index of its own.
final class GalleryRepository {
    List<Stored> page(DSLContext sql, long userId, Filter filter, Paging paging, boolean brief) {
        var time = filter.order() == Order.UPDATED ? CREATION.UPDATED_AT : CREATION.CREATED_AT;
        return sql.select(brief ? StoredRows.BRIEF : StoredRows.WHOLE)
                .from(CREATION)
                .where(wanted(userId, filter))
                .orderBy(time.desc(), CREATION.ID.desc())
                .offset(paging.offset())
                .limit(paging.pageSize())
                .fetch(brief ? StoredRows::brief : StoredRows::whole);
    }

    int count(DSLContext sql, long userId, Filter filter) {
        return sql.fetchCount(CREATION, wanted(userId, filter));
    }

    Map<Long, Stored> byIds(DSLContext sql, long userId, Collection<Long> ids, boolean brief) {
        return sql.select(brief ? StoredRows.BRIEF : StoredRows.WHOLE)
                .from(CREATION)
                .where(CREATION.USER_ID.eq(userId))
                .and(CREATION.ID.in(ids))
                .fetchMap(CREATION.ID, brief ? StoredRows::brief : StoredRows::whole);
    }

    int countAfter(DSLContext sql, long userId, long since) {
        return sql.fetchCount(CREATION, CREATION.USER_ID.eq(userId).and(CREATION.CHANGE_SEQ.gt(since)));
    }

    private static Condition wanted(long userId, Filter filter) {
        var wanted =
                CREATION.USER_ID.eq(userId).and(CREATION.STATE.eq(filter.state().word()));
        if (filter.type() != null) {
            wanted = wanted.and(CREATION.TYPE.eq(filter.type()));
        }
        if (filter.toolType() != null) {
            wanted = wanted.and(CREATION.TOOL_TYPE.eq(filter.toolType()));
        }
        return filter.tag() == null ? wanted : wanted.and(CREATION.ID.in(tagged(userId, filter, filter.tag())));
    }

    private static org.jooq.Select<org.jooq.Record1<Long>> tagged(long userId, Filter filter, String tag) {
        return select(CREATION_TAG.CREATION_ID)
                .from(CREATION_TAG)
                .where(CREATION_TAG.USER_ID.eq(userId))
                .and(CREATION_TAG.IN_TRASH.eq(filter.state() == State.TRASH))
                .and(CREATION_TAG.TAG.eq(tag));
    }
}

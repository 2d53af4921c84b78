package studio.mofang.server.creation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static studio.mofang.server.db.gen.Tables.CREATION;
import static studio.mofang.server.db.gen.Tables.CREATION_TAG;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import studio.mofang.server.creation.Filter.Order;
import studio.mofang.server.web.Paging;

/// Lists out of `creation`, each along an index of its own.
final class GalleryRepository {
    /// The column of `wanted`.
    static final Field<Long> ID = field(name("id"), Long.class);

    List<Stored> page(DSLContext sql, long userId, Filter filter, Paging paging, boolean brief) {
        return sql.select(brief ? StoredRows.BRIEF : StoredRows.WHOLE)
                .from(CREATION)
                .where(wanted(userId, filter))
                .orderBy(order(filter))
                .offset(paging.offset())
                .limit(paging.pageSize())
                .fetch(brief ? StoredRows::brief : StoredRows::whole);
    }

    int count(DSLContext sql, long userId, Filter filter) {
        return sql.fetchCount(CREATION, wanted(userId, filter));
    }

    Map<Long, Stored> byIds(DSLContext sql, long userId, Collection<Long> ids, boolean brief) {
        var wanted = wanted(ids);
        return sql.select(brief ? StoredRows.BRIEF : StoredRows.WHOLE)
                .from(wanted)
                .join(CREATION)
                .on(CREATION.USER_ID.eq(userId), CREATION.ID.eq(wanted.field(ID)))
                .fetchMap(CREATION.ID, brief ? StoredRows::brief : StoredRows::whole);
    }

    /// The ids as a table to join with: H2 looks a list of values for a key's second column up nowhere.
    static Table<?> wanted(Collection<Long> ids) {
        return unnest(ids.toArray(Long[]::new)).as(name("wanted"), ID.getUnqualifiedName());
    }

    int countAfter(DSLContext sql, long userId, long since) {
        return sql.fetchCount(CREATION, CREATION.USER_ID.eq(userId).and(CREATION.CHANGE_SEQ.gt(since)));
    }

    /// Newest first. What the filter holds fast comes first, since H2 reads along an index only where the order begins
    /// as the index does.
    private static List<SortField<?>> order(Filter filter) {
        var time = filter.order() == Order.UPDATED ? CREATION.UPDATED_AT : CREATION.CREATED_AT;
        var order = new ArrayList<SortField<?>>(List.of(CREATION.USER_ID.asc(), CREATION.STATE.asc()));
        if (filter.toolType() != null) {
            order.add(CREATION.TOOL_TYPE.asc());
        } else if (filter.type() != null) {
            order.add(CREATION.TYPE.asc());
        }
        order.addAll(List.of(time.desc(), CREATION.ID.desc()));
        return order;
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

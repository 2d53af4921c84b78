package studio.mofang.server.creation;

import static studio.mofang.server.db.gen.Tables.CREATION;
import static studio.mofang.server.db.gen.Tables.CREATION_VERSION;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.TableField;

/// Texts that refer to files, present and earlier ones, in the order of their keys.
final class ReferenceRepository {
    private static final String ANY_REFERENCE = "%media:%";

    /// Where a text stands; the present one of a creation has no number here.
    record Place(long creationId, long version) {
        static final Place FIRST = new Place(0, 0);
    }

    record Referring(Place place, String content) {}

    List<Referring> present(DSLContext sql, long userId, Place after, int limit) {
        return sql.select(CREATION.ID, CREATION.CONTENT)
                .from(CREATION)
                .where(CREATION.USER_ID.eq(userId))
                .and(CREATION.ID.gt(after.creationId()))
                .and(refers(CREATION.CONTENT))
                .orderBy(CREATION.USER_ID, CREATION.ID)
                .limit(limit)
                .fetch(Records.mapping((id, content) -> new Referring(new Place(id, 0), content)));
    }

    List<Referring> earlier(DSLContext sql, long userId, Place after, int limit) {
        return sql.select(CREATION_VERSION.CREATION_ID, CREATION_VERSION.VERSION, CREATION_VERSION.CONTENT)
                .from(CREATION_VERSION)
                .where(CREATION_VERSION.USER_ID.eq(userId))
                .and(CREATION_VERSION.CREATION_ID.ge(after.creationId()))
                .and(CREATION_VERSION
                        .CREATION_ID
                        .gt(after.creationId())
                        .or(CREATION_VERSION.VERSION.gt(after.version())))
                .and(refers(CREATION_VERSION.CONTENT))
                .orderBy(CREATION_VERSION.USER_ID, CREATION_VERSION.CREATION_ID, CREATION_VERSION.VERSION)
                .limit(limit)
                .fetch(Records.mapping((id, version, content) -> new Referring(new Place(id, version), content)));
    }

    /// The earlier texts of one creation.
    List<String> earlierOf(DSLContext sql, long userId, long creationId) {
        return sql.select(CREATION_VERSION.CONTENT)
                .from(CREATION_VERSION)
                .where(CREATION_VERSION.USER_ID.eq(userId))
                .and(CREATION_VERSION.CREATION_ID.eq(creationId))
                .and(refers(CREATION_VERSION.CONTENT))
                .fetch(CREATION_VERSION.CONTENT);
    }

    private static Condition refers(TableField<?, String> content) {
        return content.like(ANY_REFERENCE);
    }
}

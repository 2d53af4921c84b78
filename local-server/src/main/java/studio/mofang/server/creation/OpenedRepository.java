package studio.mofang.server.creation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.select;
import static studio.mofang.server.db.gen.Tables.CREATION;
import static studio.mofang.server.db.gen.Tables.CREATION_TAG;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import studio.mofang.server.db.RenderedOnce;

/// One creation with its tags, in one statement: what the editor, the gallery and every client ask for most.
final class OpenedRepository {
    /// No tag has one, see `Tags.normalised`.
    private static final String BETWEEN_TAGS = "\n";

    private static final Field<String> TAGS = field(
                    select(listAgg(CREATION_TAG.TAG, BETWEEN_TAGS).withinGroupOrderBy(CREATION_TAG.TAG))
                            .from(CREATION_TAG)
                            .where(CREATION_TAG.USER_ID.eq(CREATION.USER_ID))
                            .and(CREATION_TAG.CREATION_ID.eq(CREATION.ID)))
            .as("tags");

    private final RenderedOnce byId = new RenderedOnce(OpenedRepository::byId);

    record Opened(Stored row, List<String> tags) {}

    Optional<Opened> find(DSLContext sql, long userId, long id) {
        return byId.fetchOptional(sql, OpenedRepository::opened, userId, id);
    }

    private static Select<?> byId(DSLContext sql) {
        return sql.select(StoredRows.WHOLE)
                .select(TAGS)
                .from(CREATION)
                .where(CREATION.USER_ID.eq(0L))
                .and(CREATION.ID.eq(0L));
    }

    private static Opened opened(Record row) {
        var tags = row.get(TAGS);
        return new Opened(StoredRows.whole(row), tags == null ? List.of() : List.of(tags.split(BETWEEN_TAGS, -1)));
    }
}

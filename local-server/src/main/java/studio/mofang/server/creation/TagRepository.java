package studio.mofang.server.creation;

import static org.jooq.impl.DSL.count;
import static studio.mofang.server.db.gen.Tables.CREATION_TAG;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import studio.mofang.core.Creations.TagCount;

/// `creation_tag`: which creations carry which tags.
final class TagRepository {
    private static final int MOST_TAGS = 1000;

    List<String> of(DSLContext sql, long userId, long creationId) {
        return sql.select(CREATION_TAG.TAG)
                .from(CREATION_TAG)
                .where(carriedBy(userId, creationId))
                .fetch(Records.mapping(tag -> tag));
    }

    Map<Long, List<String>> of(DSLContext sql, long userId, Collection<Long> creationIds) {
        var wanted = GalleryRepository.wanted(creationIds);
        return sql.select(CREATION_TAG.CREATION_ID, CREATION_TAG.TAG)
                .from(wanted)
                .join(CREATION_TAG)
                .on(CREATION_TAG.USER_ID.eq(userId), CREATION_TAG.CREATION_ID.eq(wanted.field(GalleryRepository.ID)))
                .fetchGroups(CREATION_TAG.CREATION_ID, CREATION_TAG.TAG);
    }

    /// The most used first.
    List<TagCount> counts(DSLContext sql, long userId) {
        var uses = count();
        return sql.select(CREATION_TAG.TAG, uses)
                .from(CREATION_TAG)
                .where(CREATION_TAG.USER_ID.eq(userId))
                .and(CREATION_TAG.IN_TRASH.isFalse())
                .groupBy(CREATION_TAG.TAG)
                .orderBy(uses.desc(), CREATION_TAG.TAG)
                .limit(MOST_TAGS)
                .fetch(Records.mapping((tag, number) -> new TagCount(tag, number)));
    }

    void replace(DSLContext tx, long userId, long creationId, List<String> tags) {
        forget(tx, userId, creationId);
        var insert = tx.insertInto(
                CREATION_TAG, CREATION_TAG.USER_ID, CREATION_TAG.CREATION_ID, CREATION_TAG.TAG, CREATION_TAG.IN_TRASH);
        for (var tag : tags) {
            insert = insert.values(userId, creationId, tag, false);
        }
        if (!tags.isEmpty()) {
            insert.execute();
        }
    }

    void trashed(DSLContext tx, long userId, long creationId, boolean trashed) {
        tx.update(CREATION_TAG)
                .set(CREATION_TAG.IN_TRASH, trashed)
                .where(carriedBy(userId, creationId))
                .execute();
    }

    void forget(DSLContext tx, long userId, long creationId) {
        tx.deleteFrom(CREATION_TAG).where(carriedBy(userId, creationId)).execute();
    }

    private static Condition carriedBy(long userId, long creationId) {
        return CREATION_TAG.USER_ID.eq(userId).and(CREATION_TAG.CREATION_ID.eq(creationId));
    }
}

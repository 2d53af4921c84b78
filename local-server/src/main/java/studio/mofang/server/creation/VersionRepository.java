package studio.mofang.server.creation;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.row;
import static studio.mofang.server.db.gen.Tables.CREATION;
import static studio.mofang.server.db.gen.Tables.CREATION_VERSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import studio.mofang.core.Creations.Version;

/// `creation_version`: the earlier states of creations, each written once.
final class VersionRepository {
    /// An earlier state with all that a restore brings back.
    record Earlier(Version version, Text text) {}

    /// Keeps the present state of a creation, before something else takes its place.
    void archive(DSLContext tx, long userId, long creationId) {
        tx.insertInto(CREATION_VERSION)
                .columns(
                        CREATION_VERSION.USER_ID,
                        CREATION_VERSION.CREATION_ID,
                        CREATION_VERSION.VERSION,
                        CREATION_VERSION.TITLE,
                        CREATION_VERSION.CONTENT,
                        CREATION_VERSION.WORD_COUNT,
                        CREATION_VERSION.PROVENANCE,
                        CREATION_VERSION.CAUSE,
                        CREATION_VERSION.NAME,
                        CREATION_VERSION.CREATED_AT)
                .select(tx.select(
                                CREATION.USER_ID,
                                CREATION.ID,
                                CREATION.VERSION,
                                CREATION.TITLE,
                                CREATION.CONTENT,
                                CREATION.WORD_COUNT,
                                CREATION.PROVENANCE,
                                CREATION.CAUSE,
                                CREATION.VERSION_NAME,
                                CREATION.UPDATED_AT)
                        .from(CREATION)
                        .where(CREATION.USER_ID.eq(userId))
                        .and(CREATION.ID.eq(creationId)))
                .execute();
    }

    Optional<Earlier> find(DSLContext sql, long userId, long creationId, long version) {
        return sql.select(
                        CREATION_VERSION.VERSION,
                        CREATION_VERSION.TITLE,
                        CREATION_VERSION.CONTENT,
                        CREATION_VERSION.CAUSE,
                        CREATION_VERSION.NAME,
                        CREATION_VERSION.WORD_COUNT,
                        CREATION_VERSION.CREATED_AT,
                        CREATION_VERSION.PROVENANCE)
                .from(CREATION_VERSION)
                .where(one(userId, creationId, version))
                .fetchOptional(
                        Records.mapping((number, title, content, cause, name, words, at, provenance) -> new Earlier(
                                new Version(number, title, content, cause, name, words, at),
                                new Text(title, content, words, Provenances.read(provenance)))));
    }

    /// Without texts, the latest first.
    List<Version> page(DSLContext sql, long userId, long creationId, long offset, int limit) {
        return sql.select(
                        CREATION_VERSION.VERSION,
                        CREATION_VERSION.TITLE,
                        inline((String) null),
                        CREATION_VERSION.CAUSE,
                        CREATION_VERSION.NAME,
                        CREATION_VERSION.WORD_COUNT,
                        CREATION_VERSION.CREATED_AT)
                .from(CREATION_VERSION)
                .where(of(userId, creationId))
                .orderBy(CREATION_VERSION.VERSION.desc())
                .offset(offset)
                .limit(limit)
                .fetch(Records.mapping(Version::new));
    }

    int number(DSLContext sql, long userId, long creationId) {
        return sql.fetchCount(CREATION_VERSION, of(userId, creationId));
    }

    int name(DSLContext tx, long userId, long creationId, long version, String name) {
        return tx.update(CREATION_VERSION)
                .set(CREATION_VERSION.NAME, name)
                .where(one(userId, creationId, version))
                .execute();
    }

    /// Creations with more than `many` earlier states, one of them older than `then`, in the order of their keys from
    /// the one after `last` on.
    List<Whose> longHistories(DSLContext sql, Whose last, int many, Instant then, int limit) {
        return sql.select(CREATION_VERSION.USER_ID, CREATION_VERSION.CREATION_ID)
                .from(CREATION_VERSION)
                .where(row(CREATION_VERSION.USER_ID, CREATION_VERSION.CREATION_ID)
                        .gt(last.userId(), last.creationId()))
                .groupBy(CREATION_VERSION.USER_ID, CREATION_VERSION.CREATION_ID)
                .having(count().gt(many))
                .and(min(CREATION_VERSION.CREATED_AT).lt(then))
                .orderBy(CREATION_VERSION.USER_ID, CREATION_VERSION.CREATION_ID)
                .limit(limit)
                .fetch(Records.mapping(Whose::new));
    }

    record Whose(long userId, long creationId) {
        static final Whose FIRST = new Whose(0, 0);
    }

    void forget(DSLContext tx, long userId, long creationId, Collection<Long> superfluous) {
        tx.deleteFrom(CREATION_VERSION)
                .where(of(userId, creationId))
                .and(CREATION_VERSION.VERSION.in(superfluous))
                .execute();
    }

    void forget(DSLContext tx, long userId, long creationId) {
        tx.deleteFrom(CREATION_VERSION).where(of(userId, creationId)).execute();
    }

    private static Condition of(long userId, long creationId) {
        return CREATION_VERSION.USER_ID.eq(userId).and(CREATION_VERSION.CREATION_ID.eq(creationId));
    }

    private static Condition one(long userId, long creationId, long version) {
        return of(userId, creationId).and(CREATION_VERSION.VERSION.eq(version));
    }
}

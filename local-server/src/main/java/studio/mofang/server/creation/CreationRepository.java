package studio.mofang.server.creation;

import static studio.mofang.server.db.gen.Tables.CREATION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.UpdateSetMoreStep;
import org.jooq.UpdateSetStep;
import studio.mofang.server.db.gen.tables.records.CreationRecord;

/// `creation`: one row for each creation, with its present text.
final class CreationRepository {
    long insert(DSLContext tx, long userId, Stored made) {
        return tx.insertInto(CREATION)
                .set(CREATION.USER_ID, userId)
                .set(CREATION.UUID, made.uuid())
                .set(CREATION.TYPE, made.kind().type())
                .set(CREATION.TOOL_TYPE, made.kind().toolType())
                .set(CREATION.CREATED_AT, made.times().createdAt())
                .set(CREATION.STATE, made.state().word())
                .set(CREATION.TITLE, made.text().title())
                .set(CREATION.CONTENT, made.text().content())
                .set(CREATION.EXCERPT, made.text().excerpt())
                .set(CREATION.WORD_COUNT, made.text().wordCount())
                .set(CREATION.PROVENANCE, Provenances.write(made.text().origin()))
                .set(CREATION.VERSION, made.edition().version())
                .set(CREATION.CAUSE, made.edition().cause().word())
                .set(CREATION.HAND, made.edition().hand())
                .set(CREATION.VERSION_SINCE, made.edition().since())
                .set(CREATION.UPDATED_AT, made.times().updatedAt())
                .set(CREATION.CHANGE_SEQ, made.changeSeq())
                .returningResult(CREATION.ID)
                .fetchSingle()
                .value1();
    }

    void saveText(DSLContext tx, long userId, Stored changed) {
        edition(
                        tx.update(CREATION)
                                .set(CREATION.TITLE, changed.text().title())
                                .set(CREATION.CONTENT, changed.text().content())
                                .set(CREATION.EXCERPT, changed.text().excerpt())
                                .set(CREATION.WORD_COUNT, changed.text().wordCount())
                                .set(
                                        CREATION.PROVENANCE,
                                        Provenances.write(changed.text().origin())),
                        changed)
                .where(mine(userId, changed.id()))
                .execute();
    }

    /// Beside the text, which stays as it is.
    void saveOrigin(DSLContext tx, long userId, long id, Origin origin) {
        tx.update(CREATION)
                .set(CREATION.PROVENANCE, Provenances.write(origin))
                .where(mine(userId, id))
                .execute();
    }

    void saveEdition(DSLContext tx, long userId, Stored changed) {
        edition(tx.update(CREATION), changed).where(mine(userId, changed.id())).execute();
    }

    void saveState(DSLContext tx, long userId, Stored changed) {
        tx.update(CREATION)
                .set(CREATION.STATE, changed.state().word())
                .set(CREATION.DELETED_AT, changed.times().deletedAt())
                .set(CREATION.CHANGE_SEQ, changed.changeSeq())
                .where(mine(userId, changed.id()))
                .execute();
    }

    Optional<Stored> find(DSLContext sql, long userId, long id) {
        return sql.select(StoredRows.WHOLE)
                .from(CREATION)
                .where(mine(userId, id))
                .fetchOptional(StoredRows::whole);
    }

    Optional<Stored> byUuid(DSLContext sql, long userId, UUID uuid) {
        return sql.select(StoredRows.WHOLE)
                .from(CREATION)
                .where(CREATION.USER_ID.eq(userId))
                .and(CREATION.UUID.eq(uuid))
                .fetchOptional(StoredRows::whole);
    }

    /// Changes after `since` in commit order, tombstones included. The order names the whole key, since H2 reads along
    /// an index only where the order begins as the index does.
    List<Stored> changes(DSLContext sql, long userId, long since, int limit) {
        return sql.select(StoredRows.WHOLE)
                .from(CREATION)
                .where(CREATION.USER_ID.eq(userId))
                .and(CREATION.CHANGE_SEQ.gt(since))
                .orderBy(CREATION.USER_ID, CREATION.CHANGE_SEQ)
                .limit(limit)
                .fetch(StoredRows::whole);
    }

    /// In the order of `creation_changed`, so that no more rows are read than wanted.
    List<Long> latest(DSLContext sql, long userId, int most) {
        return sql.select(CREATION.ID)
                .from(CREATION)
                .where(CREATION.USER_ID.eq(userId))
                .and(CREATION.STATE.eq(State.LIVING.word()))
                .orderBy(CREATION.USER_ID, CREATION.STATE, CREATION.UPDATED_AT.desc(), CREATION.ID.desc())
                .limit(most)
                .fetch(CREATION.ID);
    }

    /// What has been in the trash since before `then`, the longest there first.
    List<Trashed> trashedBefore(DSLContext sql, Instant then, int limit) {
        return sql.select(CREATION.USER_ID, CREATION.ID)
                .from(CREATION)
                .where(CREATION.STATE.eq(State.TRASH.word()))
                .and(CREATION.DELETED_AT.lt(then))
                .orderBy(CREATION.STATE, CREATION.DELETED_AT)
                .limit(limit)
                .fetch(Records.mapping(Trashed::new));
    }

    record Trashed(long userId, long id) {}

    private static UpdateSetMoreStep<CreationRecord> edition(UpdateSetStep<CreationRecord> update, Stored changed) {
        return update.set(CREATION.VERSION, changed.edition().version())
                .set(CREATION.CAUSE, changed.edition().cause().word())
                .set(CREATION.VERSION_NAME, changed.edition().name())
                .set(CREATION.HAND, changed.edition().hand())
                .set(CREATION.VERSION_SINCE, changed.edition().since())
                .set(CREATION.UPDATED_AT, changed.times().updatedAt())
                .set(CREATION.CHANGE_SEQ, changed.changeSeq());
    }

    private static Condition mine(long userId, long id) {
        return CREATION.USER_ID.eq(userId).and(CREATION.ID.eq(id));
    }
}

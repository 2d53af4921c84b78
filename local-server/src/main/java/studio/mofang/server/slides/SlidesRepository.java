package studio.mofang.server.slides;

import static studio.mofang.server.db.gen.Tables.DECK;
import static studio.mofang.server.db.gen.Tables.DECK_PICTURE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/// `deck` and `deck_picture`.
final class SlidesRepository {
    /// The files of a deck.
    record Files(UUID file, String theme, List<UUID> pictures) {}

    void insert(DSLContext tx, long userId, long creationId, Files files) {
        tx.insertInto(DECK)
                .set(DECK.USER_ID, userId)
                .set(DECK.CREATION_ID, creationId)
                .set(DECK.FILE_ID, files.file())
                .set(DECK.THEME, files.theme())
                .execute();
        var rows = tx.insertInto(
                DECK_PICTURE,
                DECK_PICTURE.USER_ID,
                DECK_PICTURE.CREATION_ID,
                DECK_PICTURE.SLIDE,
                DECK_PICTURE.PICTURE_ID);
        for (int i = 0; i < files.pictures().size(); i++) {
            rows = rows.values(userId, creationId, i + 1, files.pictures().get(i));
        }
        rows.execute();
    }

    Optional<Files> find(DSLContext sql, long userId, long creationId) {
        return sql.select(DECK.FILE_ID, DECK.THEME)
                .from(DECK)
                .where(DECK.USER_ID.eq(userId))
                .and(DECK.CREATION_ID.eq(creationId))
                .fetchOptional()
                .map(row -> new Files(row.value1(), row.value2(), pictures(sql, userId, creationId)));
    }

    private static List<UUID> pictures(DSLContext sql, long userId, long creationId) {
        return sql.select(DECK_PICTURE.PICTURE_ID)
                .from(DECK_PICTURE)
                .where(DECK_PICTURE.USER_ID.eq(userId))
                .and(DECK_PICTURE.CREATION_ID.eq(creationId))
                .orderBy(DECK_PICTURE.SLIDE)
                .fetch(row -> row.value1());
    }
}

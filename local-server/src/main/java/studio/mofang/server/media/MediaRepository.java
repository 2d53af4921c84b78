package studio.mofang.server.media;

import static studio.mofang.server.db.gen.Tables.MEDIA;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.web.Paging;

/// `media`: a row goes from `storing` to `stored` to `gone`, and away once its object is.
final class MediaRepository {
    private static final String STORING = "storing";
    private static final String STORED = "stored";
    private static final String GONE = "gone";
    private static final List<SelectField<?>> COLUMNS = List.of(
            MEDIA.USER_ID,
            MEDIA.ID,
            MEDIA.CONTENT_TYPE,
            MEDIA.BYTE_SIZE,
            MEDIA.SHA256,
            MEDIA.WIDTH,
            MEDIA.HEIGHT,
            MEDIA.DURATION_MILLIS,
            MEDIA.CREATED_AT);

    /// A row whose object is nobody's.
    record Leftover(long userId, UUID id) {}

    /// What has been loose since before the one moment, and was stored before the other.
    record Due(Instant looseBefore, Instant storedBefore) {
        private Condition condition() {
            return MEDIA.LOOSE_AT
                    .lt(looseBefore)
                    .and(MEDIA.CREATED_AT.lt(storedBefore))
                    .and(MEDIA.STATE.eq(STORED));
        }
    }

    void storing(DSLContext tx, StoredMedia media) {
        tx.insertInto(MEDIA)
                .set(MEDIA.USER_ID, media.userId())
                .set(MEDIA.ID, media.id())
                .set(MEDIA.STATE, STORING)
                .set(MEDIA.CONTENT_TYPE, media.type().contentType())
                .set(MEDIA.BYTE_SIZE, media.size())
                .set(MEDIA.SHA256, media.sha256())
                .set(MEDIA.WIDTH, media.facts().width())
                .set(MEDIA.HEIGHT, media.facts().height())
                .set(MEDIA.DURATION_MILLIS, media.facts().durationMillis())
                .set(MEDIA.CREATED_AT, media.createdAt())
                .execute();
    }

    boolean awaited(DSLContext sql, StoredMedia media) {
        return sql.fetchExists(MEDIA, is(media.userId(), media.id()).and(MEDIA.STATE.eq(STORING)));
    }

    /// False where it has been swept away meanwhile.
    boolean stored(DSLContext tx, StoredMedia media, @Nullable Long creationId) {
        return tx.update(MEDIA)
                        .set(MEDIA.STATE, STORED)
                        .set(MEDIA.CREATION_ID, creationId)
                        .where(is(media.userId(), media.id()))
                        .and(MEDIA.STATE.eq(STORING))
                        .execute()
                == 1;
    }

    boolean gone(DSLContext tx, long userId, UUID id, String from) {
        return tx.update(MEDIA)
                        .set(MEDIA.STATE, GONE)
                        .where(is(userId, id))
                        .and(MEDIA.STATE.eq(from))
                        .execute()
                == 1;
    }

    boolean deleted(DSLContext tx, long userId, UUID id) {
        return gone(tx, userId, id, STORED);
    }

    /// Of what was to be stored and never was.
    boolean abandoned(DSLContext tx, Leftover leftover) {
        return gone(tx, leftover.userId(), leftover.id(), STORING);
    }

    void forget(DSLContext tx, Leftover leftover) {
        tx.deleteFrom(MEDIA)
                .where(is(leftover.userId(), leftover.id()))
                .and(MEDIA.STATE.eq(GONE))
                .execute();
    }

    Optional<StoredMedia> find(DSLContext sql, long userId, UUID id) {
        return found(sql, is(userId, id));
    }

    /// For whoever has shown a signature instead of an owner.
    Optional<StoredMedia> find(DSLContext sql, UUID id) {
        return found(sql, MEDIA.ID.eq(id));
    }

    long count(DSLContext sql, long userId, Optional<MediaKind> kind) {
        return sql.selectCount()
                .from(MEDIA)
                .where(listed(userId, kind))
                .fetchSingle()
                .value1();
    }

    List<StoredMedia> list(DSLContext sql, long userId, Optional<MediaKind> kind, Paging paging) {
        return sql.select(COLUMNS)
                .from(MEDIA)
                .where(listed(userId, kind))
                .orderBy(MEDIA.CREATED_AT.desc(), MEDIA.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(MediaRepository::media);
    }

    List<Leftover> storingSinceBefore(DSLContext sql, Instant then, int most) {
        return leftovers(sql, MEDIA.STATE.eq(STORING).and(MEDIA.CREATED_AT.lt(then)), most);
    }

    List<Leftover> gone(DSLContext sql, int most) {
        return leftovers(sql, MEDIA.STATE.eq(GONE), most);
    }

    /// A creation is gone for good: its files are loose, and so are those of no creation that it referred to.
    void released(DSLContext tx, long userId, long creationId, Collection<UUID> referred, Instant now) {
        tx.update(MEDIA)
                .set(MEDIA.LOOSE_AT, now)
                .where(MEDIA.USER_ID.eq(userId))
                .and(MEDIA.ID.in(referred))
                .and(MEDIA.CREATION_ID.isNull())
                .and(MEDIA.STATE.eq(STORED))
                .execute();
        tx.update(MEDIA)
                .set(MEDIA.CREATION_ID, (Long) null)
                .set(MEDIA.LOOSE_AT, now)
                .where(MEDIA.USER_ID.eq(userId))
                .and(MEDIA.CREATION_ID.eq(creationId))
                .and(MEDIA.STATE.eq(STORED))
                .execute();
    }

    List<Long> ownersOfLoose(DSLContext sql, Due due, int most) {
        return sql.selectDistinct(MEDIA.USER_ID)
                .from(MEDIA)
                .where(due.condition())
                .limit(most)
                .fetch(MEDIA.USER_ID);
    }

    Set<UUID> loose(DSLContext sql, long userId, Due due, int most) {
        return Set.copyOf(sql.select(MEDIA.ID)
                .from(MEDIA)
                .where(MEDIA.USER_ID.eq(userId))
                .and(due.condition())
                .limit(most)
                .fetch(MEDIA.ID));
    }

    void loosened(DSLContext tx, long userId, Collection<UUID> files, Instant now) {
        tx.update(MEDIA)
                .set(MEDIA.LOOSE_AT, now)
                .where(MEDIA.USER_ID.eq(userId))
                .and(MEDIA.ID.in(files))
                .execute();
    }

    void unused(DSLContext tx, long userId, Collection<UUID> files) {
        tx.update(MEDIA)
                .set(MEDIA.STATE, GONE)
                .where(MEDIA.USER_ID.eq(userId))
                .and(MEDIA.ID.in(files))
                .and(MEDIA.STATE.eq(STORED))
                .execute();
    }

    private static List<Leftover> leftovers(DSLContext sql, Condition which, int most) {
        return sql.select(MEDIA.USER_ID, MEDIA.ID)
                .from(MEDIA)
                .where(which)
                .orderBy(MEDIA.STATE, MEDIA.CREATED_AT)
                .limit(most)
                .fetch(Records.mapping(Leftover::new));
    }

    private static Optional<StoredMedia> found(DSLContext sql, Condition which) {
        return sql.select(COLUMNS)
                .from(MEDIA)
                .where(which)
                .and(MEDIA.STATE.eq(STORED))
                .fetchOptional(MediaRepository::media);
    }

    private static Condition listed(long userId, Optional<MediaKind> kind) {
        var types = java.util.Arrays.stream(MediaType.values())
                .filter(type -> kind.isEmpty() || kind.get() == type.kind())
                .map(MediaType::contentType)
                .toList();
        return MEDIA.USER_ID.eq(userId).and(MEDIA.STATE.eq(STORED)).and(MEDIA.CONTENT_TYPE.in(types));
    }

    private static Condition is(long userId, UUID id) {
        return MEDIA.USER_ID.eq(userId).and(MEDIA.ID.eq(id));
    }

    private static StoredMedia media(Record row) {
        var facts = new MediaFacts(
                MediaType.named(row.get(MEDIA.CONTENT_TYPE)),
                row.get(MEDIA.WIDTH),
                row.get(MEDIA.HEIGHT),
                row.get(MEDIA.DURATION_MILLIS));
        return new StoredMedia(
                row.get(MEDIA.USER_ID),
                row.get(MEDIA.ID),
                facts,
                row.get(MEDIA.BYTE_SIZE),
                row.get(MEDIA.SHA256),
                row.get(MEDIA.CREATED_AT));
    }
}

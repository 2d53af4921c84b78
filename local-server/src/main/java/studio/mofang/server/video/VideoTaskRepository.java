package studio.mofang.server.video;

import static studio.mofang.server.db.gen.Tables.VIDEO_TASK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import studio.mofang.core.content.AiLabel;
import studio.mofang.server.db.gen.tables.records.VideoTaskRecord;
import studio.mofang.server.model.ImageSize;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.video.VideoTask.State;
import studio.mofang.server.video.VideoTask.Stumbles;
import studio.mofang.server.web.Paging;

/// `video_task`: each change asks for the state that it starts from, and whoever works on a task for its
/// claim.
final class VideoTaskRepository {
    private static final int LONGEST_TEXT = 500;
    private static final List<String> ACTIVE =
            List.of(State.QUEUED.word(), State.SUBMITTING.word(), State.SUBMITTED.word());

    void insert(DSLContext tx, VideoTask task) {
        tx.insertInto(VIDEO_TASK)
                .set(VIDEO_TASK.USER_ID, task.userId())
                .set(VIDEO_TASK.ID, task.id())
                .set(VIDEO_TASK.SCRIPT, task.wish().script())
                .set(VIDEO_TASK.TITLE, task.wish().title())
                .set(VIDEO_TASK.SECONDS, task.wish().seconds())
                .set(VIDEO_TASK.WIDTH, task.wish().size().width())
                .set(VIDEO_TASK.HEIGHT, task.wish().size().height())
                .set(VIDEO_TASK.MARKED, task.wish().marked())
                .set(VIDEO_TASK.SOURCE_ID, task.wish().source().creationId())
                .set(
                        VIDEO_TASK.AIGC,
                        task.wish().source().label().map(AiLabel::json).orElse(null))
                .set(VIDEO_TASK.MODEL_ID, task.maker().modelId())
                .set(VIDEO_TASK.PROVIDER, task.maker().provider())
                .set(VIDEO_TASK.MODEL_NAME, task.maker().modelName())
                .set(VIDEO_TASK.PRICE, task.pay().price())
                .set(VIDEO_TASK.HOLD_ID, task.pay().hold().orElse(null))
                .set(VIDEO_TASK.STATE, task.course().state().word())
                .set(VIDEO_TASK.STAGE, task.course().stage())
                .set(VIDEO_TASK.PROGRESS, task.course().progress())
                .set(VIDEO_TASK.STUMBLES, task.course().stumbles().looks())
                .set(VIDEO_TASK.FETCHES, task.course().stumbles().fetches())
                .set(VIDEO_TASK.LEASE_UNTIL, Instant.EPOCH)
                .set(VIDEO_TASK.LOOK_AT, task.createdAt())
                .set(VIDEO_TASK.DEADLINE_AT, task.course().deadline())
                .set(VIDEO_TASK.VERSION, 1L)
                .set(VIDEO_TASK.CREATED_AT, task.createdAt())
                .set(VIDEO_TASK.UPDATED_AT, task.createdAt())
                .execute();
    }

    Optional<VideoTask> find(DSLContext sql, long userId, String id) {
        return sql.selectFrom(VIDEO_TASK).where(is(userId, id)).fetchOptional(VideoTaskRepository::task);
    }

    long count(DSLContext sql, long userId) {
        return sql.selectCount()
                .from(VIDEO_TASK)
                .where(VIDEO_TASK.USER_ID.eq(userId))
                .fetchSingle()
                .value1();
    }

    List<VideoTask> newest(DSLContext sql, long userId, Paging paging) {
        return sql.selectFrom(VIDEO_TASK)
                .where(VIDEO_TASK.USER_ID.eq(userId))
                .orderBy(VIDEO_TASK.CREATED_AT.desc(), VIDEO_TASK.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(VideoTaskRepository::task);
    }

    List<VideoTask> changedSince(DSLContext sql, Collection<Long> users, Instant since, int most) {
        return sql.selectFrom(VIDEO_TASK)
                .where(VIDEO_TASK.USER_ID.in(users))
                .and(VIDEO_TASK.UPDATED_AT.ge(since))
                .orderBy(VIDEO_TASK.UPDATED_AT)
                .limit(most)
                .fetch(VideoTaskRepository::task);
    }

    List<VideoTask> active(DSLContext sql, int most) {
        return sql.selectFrom(VIDEO_TASK)
                .where(VIDEO_TASK.STATE.in(ACTIVE))
                .limit(most)
                .fetch(VideoTaskRepository::task);
    }

    List<VideoTask> due(DSLContext sql, Instant now, int most) {
        return sql.selectFrom(VIDEO_TASK)
                .where(VIDEO_TASK.STATE.in(ACTIVE))
                .and(VIDEO_TASK.LOOK_AT.le(now))
                .and(VIDEO_TASK.LEASE_UNTIL.lt(now))
                .orderBy(VIDEO_TASK.LOOK_AT)
                .limit(most)
                .fetch(VideoTaskRepository::task);
    }

    /// False where somebody else was faster.
    boolean claim(DSLContext tx, Errand errand, Instant now, Instant leaseUntil) {
        var task = errand.task();
        return tx.update(VIDEO_TASK)
                        .set(VIDEO_TASK.CLAIM, errand.claim())
                        .set(VIDEO_TASK.LEASE_UNTIL, leaseUntil)
                        .where(is(task.userId(), task.id()))
                        .and(VIDEO_TASK.STATE.eq(task.course().state().word()))
                        .and(VIDEO_TASK.LEASE_UNTIL.lt(now))
                        .execute()
                == 1;
    }

    /// Leaves alone what its worker has given up a moment ago.
    void renew(DSLContext tx, Collection<UUID> claims, Instant leaseUntil) {
        tx.update(VIDEO_TASK)
                .set(VIDEO_TASK.LEASE_UNTIL, leaseUntil)
                .where(VIDEO_TASK.CLAIM.in(claims).and(VIDEO_TASK.STATE.in(ACTIVE)))
                .and(VIDEO_TASK.LEASE_UNTIL.ne(Instant.EPOCH))
                .execute();
    }

    /// Where one process owns the store, whatever was claimed belongs to a dead one.
    void freeAll(DSLContext tx) {
        tx.update(VIDEO_TASK)
                .set(VIDEO_TASK.LEASE_UNTIL, Instant.EPOCH)
                .where(VIDEO_TASK.STATE.in(ACTIVE))
                .execute();
    }

    boolean submitting(DSLContext tx, Errand errand, Instant now) {
        return changed(tx, now)
                        .set(VIDEO_TASK.STATE, State.SUBMITTING.word())
                        .set(VIDEO_TASK.STAGE, "submitting")
                        .where(claimed(errand, State.QUEUED))
                        .execute()
                == 1;
    }

    boolean submitted(DSLContext tx, Errand errand, String ticket, Instant lookAt, Instant now) {
        return changed(tx, now)
                        .set(VIDEO_TASK.STATE, State.SUBMITTED.word())
                        .set(VIDEO_TASK.TICKET, ticket)
                        .set(VIDEO_TASK.STAGE, "waiting")
                        .set(VIDEO_TASK.LOOK_AT, lookAt)
                        .set(VIDEO_TASK.LEASE_UNTIL, Instant.EPOCH)
                        .where(claimed(errand, State.SUBMITTING))
                        .execute()
                == 1;
    }

    /// Back in the queue, for makers who may be asked again.
    boolean requeued(DSLContext tx, Errand errand, Instant now) {
        return changed(tx, now)
                        .set(VIDEO_TASK.STATE, State.QUEUED.word())
                        .set(VIDEO_TASK.LEASE_UNTIL, Instant.EPOCH)
                        .where(claimed(errand, State.SUBMITTING))
                        .execute()
                == 1;
    }

    /// Puts the next look off; false where the task is not this worker's any more.
    boolean postponed(DSLContext tx, Errand errand, Instant lookAt, Stumbles stumbles) {
        return tx.update(VIDEO_TASK)
                        .set(VIDEO_TASK.LOOK_AT, lookAt)
                        .set(VIDEO_TASK.STUMBLES, stumbles.looks())
                        .set(VIDEO_TASK.FETCHES, stumbles.fetches())
                        .set(VIDEO_TASK.LEASE_UNTIL, Instant.EPOCH)
                        .where(claimed(errand, State.SUBMITTED))
                        .execute()
                == 1;
    }

    /// False where the task is not this worker's any more, or has ended.
    boolean progressed(DSLContext tx, Errand errand, String stage, int progress, Instant now) {
        return changed(tx, now)
                        .set(VIDEO_TASK.STAGE, stage)
                        .set(VIDEO_TASK.PROGRESS, progress)
                        .where(claimed(errand, State.SUBMITTED))
                        .execute()
                == 1;
    }

    boolean done(DSLContext tx, Errand errand, Instant now) {
        return changed(tx, now)
                        .set(VIDEO_TASK.STATE, State.DONE.word())
                        .set(VIDEO_TASK.STAGE, "completed")
                        .set(VIDEO_TASK.PROGRESS, 100)
                        .where(claimed(errand, State.SUBMITTED))
                        .execute()
                == 1;
    }

    /// What it gave, and what it has cost in the end.
    void made(DSLContext tx, VideoTask task, VideoTask.Result result, int price) {
        tx.update(VIDEO_TASK)
                .set(VIDEO_TASK.CREATION_ID, result.creationId())
                .set(VIDEO_TASK.MEDIA_ID, result.mediaId())
                .set(VIDEO_TASK.POSTER_ID, result.posterId())
                .set(VIDEO_TASK.PRICE, price)
                .where(is(task.userId(), task.id()))
                .execute();
    }

    /// False where it has ended already.
    boolean cancelled(DSLContext tx, VideoTask task, Instant now) {
        return ended(tx, State.CANCELLED, now)
                        .where(is(task.userId(), task.id()))
                        .and(VIDEO_TASK.STATE.in(ACTIVE))
                        .execute()
                == 1;
    }

    /// False where the task is not this worker's any more, or has ended.
    boolean failed(DSLContext tx, Errand errand, Kind kind, String text, Instant now) {
        return ended(tx, State.FAILED, now)
                        .set(VIDEO_TASK.FAILURE, kind.name())
                        .set(VIDEO_TASK.FAILURE_TEXT, text.substring(0, Math.min(LONGEST_TEXT, text.length())))
                        .where(claimed(errand))
                        .and(VIDEO_TASK.STATE.in(ACTIVE))
                        .execute()
                == 1;
    }

    private static UpdateSetMoreStep<VideoTaskRecord> ended(DSLContext tx, State state, Instant now) {
        return changed(tx, now).set(VIDEO_TASK.STATE, state.word()).set(VIDEO_TASK.STAGE, state.word());
    }

    private static UpdateSetMoreStep<VideoTaskRecord> changed(DSLContext tx, Instant now) {
        return tx.update(VIDEO_TASK)
                .set(VIDEO_TASK.UPDATED_AT, now)
                .set(VIDEO_TASK.VERSION, VIDEO_TASK.VERSION.plus(1));
    }

    private static Condition claimed(Errand errand, State state) {
        return claimed(errand).and(VIDEO_TASK.STATE.eq(state.word()));
    }

    private static Condition claimed(Errand errand) {
        var task = errand.task();
        return is(task.userId(), task.id()).and(VIDEO_TASK.CLAIM.eq(errand.claim()));
    }

    private static Condition is(long userId, String id) {
        return VIDEO_TASK.USER_ID.eq(userId).and(VIDEO_TASK.ID.eq(id));
    }

    private static VideoTask.Source source(Record row) {
        return new VideoTask.Source(
                row.get(VIDEO_TASK.SOURCE_ID),
                Optional.ofNullable(row.get(VIDEO_TASK.AIGC)).flatMap(AiLabel::fromJson));
    }

    private static VideoTask task(Record row) {
        return new VideoTask(
                row.get(VIDEO_TASK.USER_ID),
                row.get(VIDEO_TASK.ID),
                new VideoTask.Wish(
                        row.get(VIDEO_TASK.SCRIPT),
                        row.get(VIDEO_TASK.TITLE),
                        row.get(VIDEO_TASK.SECONDS),
                        new ImageSize(row.get(VIDEO_TASK.WIDTH), row.get(VIDEO_TASK.HEIGHT)),
                        row.get(VIDEO_TASK.MARKED),
                        source(row)),
                new VideoTask.Maker(
                        row.get(VIDEO_TASK.MODEL_ID), row.get(VIDEO_TASK.PROVIDER), row.get(VIDEO_TASK.MODEL_NAME)),
                new VideoTask.Pay(row.get(VIDEO_TASK.PRICE), Optional.ofNullable(row.get(VIDEO_TASK.HOLD_ID))),
                new VideoTask.Course(
                        State.of(row.get(VIDEO_TASK.STATE)),
                        row.get(VIDEO_TASK.TICKET),
                        row.get(VIDEO_TASK.STAGE),
                        row.get(VIDEO_TASK.PROGRESS),
                        new Stumbles(row.get(VIDEO_TASK.STUMBLES), row.get(VIDEO_TASK.FETCHES)),
                        row.get(VIDEO_TASK.CLAIM),
                        row.get(VIDEO_TASK.DEADLINE_AT),
                        row.get(VIDEO_TASK.VERSION),
                        row.get(VIDEO_TASK.UPDATED_AT)),
                new VideoTask.Result(
                        row.get(VIDEO_TASK.FAILURE),
                        row.get(VIDEO_TASK.CREATION_ID),
                        row.get(VIDEO_TASK.MEDIA_ID),
                        row.get(VIDEO_TASK.POSTER_ID)),
                row.get(VIDEO_TASK.CREATED_AT));
    }
}

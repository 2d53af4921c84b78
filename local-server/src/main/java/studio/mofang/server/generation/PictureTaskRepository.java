package studio.mofang.server.generation;

import static studio.mofang.server.db.gen.Tables.GENERATION;
import static studio.mofang.server.db.gen.Tables.PICTURE_TASK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import studio.mofang.server.generation.Assignment.Maker;
import studio.mofang.server.generation.GenerationRepository.Orphan;
import studio.mofang.server.model.Cancellation;
import studio.mofang.server.model.ImageSize;

/// `picture_task`, beside the generation that it belongs to.
final class PictureTaskRepository {
    /// A picture that nobody is at any more, as far as its lease tells.
    record Left(Orphan orphan, PictureTask task) {}

    void insert(DSLContext tx, PictureTask task) {
        var canvas = task.canvas();
        tx.insertInto(PICTURE_TASK)
                .set(PICTURE_TASK.USER_ID, task.run().userId())
                .set(PICTURE_TASK.GENERATION_ID, task.run().id())
                .set(PICTURE_TASK.TICKET, task.ticket())
                .set(PICTURE_TASK.WIDTH, canvas.wanted().width())
                .set(PICTURE_TASK.HEIGHT, canvas.wanted().height())
                .set(PICTURE_TASK.ASKED_WIDTH, canvas.asked().width())
                .set(PICTURE_TASK.ASKED_HEIGHT, canvas.asked().height())
                .set(PICTURE_TASK.SUBMITTED_AT, task.submittedAt())
                .execute();
    }

    List<Left> left(DSLContext sql, Instant now, int most) {
        return sql.select(GENERATION.fields())
                .select(PICTURE_TASK.fields())
                .from(GENERATION)
                .join(PICTURE_TASK)
                .on(PICTURE_TASK.USER_ID.eq(GENERATION.USER_ID).and(PICTURE_TASK.GENERATION_ID.eq(GENERATION.ID)))
                .where(GENERATION.STATE.eq("running").and(GENERATION.LEASE_UNTIL.lt(now)))
                .orderBy(GENERATION.LEASE_UNTIL)
                .limit(most)
                .fetch(PictureTaskRepository::left);
    }

    private static Left left(Record row) {
        var orphan = new Orphan(
                row.get(GENERATION.USER_ID),
                row.get(GENERATION.ID),
                row.get(GENERATION.HOLD_ID),
                row.get(GENERATION.ROUTE),
                row.get(GENERATION.REQUEST_ID),
                row.get(GENERATION.NODE),
                row.get(GENERATION.LEASE_UNTIL));
        var canvas = Painter.canvas(
                row.get(GENERATION.PROMPT),
                new ImageSize(row.get(PICTURE_TASK.WIDTH), row.get(PICTURE_TASK.HEIGHT)),
                new ImageSize(row.get(PICTURE_TASK.ASKED_WIDTH), row.get(PICTURE_TASK.ASKED_HEIGHT)));
        var task = new PictureTask(
                run(row, orphan, canvas), canvas, row.get(PICTURE_TASK.TICKET), row.get(PICTURE_TASK.SUBMITTED_AT));
        return new Left(orphan, task);
    }

    private static Run run(Record row, Orphan orphan, Canvas canvas) {
        var maker =
                new Maker(row.get(GENERATION.MODEL_ID), row.get(GENERATION.PROVIDER), row.get(GENERATION.MODEL_NAME));
        int price = row.get(GENERATION.PRICE);
        var assignment = new Assignment(
                orphan.userId(),
                row.get(GENERATION.KIND),
                row.get(GENERATION.TOOL_TYPE),
                maker,
                row.get(GENERATION.PROMPT),
                price,
                canvas.description(),
                orphan.key());
        return new Run(orphan.id(), assignment, price, Optional.ofNullable(orphan.holdId()), new Cancellation());
    }
}

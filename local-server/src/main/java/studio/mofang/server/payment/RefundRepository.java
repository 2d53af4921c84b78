package studio.mofang.server.payment;

import static studio.mofang.server.db.gen.Tables.ORDER_REFUND;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.server.payment.Refund.TakenBack;

/// `order_refund`. Whoever writes here has locked the order.
final class RefundRepository {
    private static final int MOST_OF_AN_ORDER = 1000;

    void insert(DSLContext tx, Refund refund, @Nullable String requestId, long change) {
        var taken = refund.takenBack();
        tx.insertInto(ORDER_REFUND)
                .set(ORDER_REFUND.USER_ID, refund.userId())
                .set(ORDER_REFUND.REFUND_NO, refund.refundNo())
                .set(ORDER_REFUND.UUID, refund.uuid())
                .set(ORDER_REFUND.ORDER_ID, refund.orderId())
                .set(ORDER_REFUND.AMOUNT, refund.amount().fen())
                .set(ORDER_REFUND.REASON, refund.reason())
                .set(ORDER_REFUND.REQUESTED_BY, refund.requestedBy())
                .set(ORDER_REFUND.REQUEST_ID, requestId)
                .set(ORDER_REFUND.REQUEST_HASH, refund.requestHash())
                .set(ORDER_REFUND.STATUS, refund.status())
                .set(ORDER_REFUND.CREDITS_DUE, taken.creditsDue())
                .set(ORDER_REFUND.CREDITS_TAKEN, taken.credits())
                .set(ORDER_REFUND.SECONDS_DUE, taken.timeDue().toSeconds())
                .set(ORDER_REFUND.SECONDS_TAKEN, taken.time().toSeconds())
                .set(ORDER_REFUND.CREATED_AT, refund.createdAt())
                .set(ORDER_REFUND.ASKED, refund.asked())
                .set(ORDER_REFUND.ASK_AT, refund.askAt())
                .set(ORDER_REFUND.VERSION, 1L)
                .set(ORDER_REFUND.CHANGE_SEQ, change)
                .execute();
    }

    Optional<Refund> find(DSLContext sql, String refundNo) {
        return refunds(sql).where(ORDER_REFUND.REFUND_NO.eq(refundNo)).fetchOptional(RefundRepository::refund);
    }

    /// The refund that the request with this `Idempotency-Key` made.
    Optional<Refund> madeBy(DSLContext sql, Order order, String requestId) {
        return refunds(sql)
                .where(of(order))
                .and(ORDER_REFUND.REQUEST_ID.eq(requestId))
                .fetchOptional(RefundRepository::refund);
    }

    /// Newest first, with those that were refused.
    List<Refund> ofOrder(DSLContext sql, Order order) {
        return refunds(sql)
                .where(of(order))
                .orderBy(ORDER_REFUND.CREATED_AT.desc(), ORDER_REFUND.REFUND_NO.desc())
                .limit(MOST_OF_AN_ORDER)
                .fetch(RefundRepository::refund);
    }

    /// False when it was settled before.
    boolean settle(DSLContext tx, Refund refund, String status, @Nullable String note, Instant now, long change) {
        return tx.update(ORDER_REFUND)
                        .set(ORDER_REFUND.STATUS, status)
                        .set(ORDER_REFUND.NOTE, note)
                        .set(ORDER_REFUND.SETTLED_AT, now)
                        .set(ORDER_REFUND.VERSION, ORDER_REFUND.VERSION.plus(1))
                        .set(ORDER_REFUND.CHANGE_SEQ, change)
                        .where(is(refund))
                        .and(ORDER_REFUND.STATUS.eq(Refund.PENDING))
                        .execute()
                == 1;
    }

    List<Refund> toAskAbout(DSLContext sql, Instant now, int most) {
        return refunds(sql)
                .where(ORDER_REFUND.STATUS.eq(Refund.PENDING))
                .and(ORDER_REFUND.ASK_AT.le(now))
                .orderBy(ORDER_REFUND.ASK_AT)
                .limit(most)
                .fetch(RefundRepository::refund);
    }

    /// False when another node asks about it.
    boolean claim(DSLContext tx, Refund refund, Instant next) {
        return tx.update(ORDER_REFUND)
                        .set(ORDER_REFUND.ASKED, refund.asked() + 1)
                        .set(ORDER_REFUND.ASK_AT, next)
                        .where(is(refund))
                        .and(ORDER_REFUND.STATUS.eq(Refund.PENDING))
                        .and(ORDER_REFUND.ASKED.eq(refund.asked()))
                        .execute()
                == 1;
    }

    private static SelectJoinStep<Record> refunds(DSLContext sql) {
        return sql.select(ORDER_REFUND.fields()).from(ORDER_REFUND);
    }

    private static Condition of(Order order) {
        return ORDER_REFUND.USER_ID.eq(order.userId()).and(ORDER_REFUND.ORDER_ID.eq(order.orderId()));
    }

    private static Condition is(Refund refund) {
        return ORDER_REFUND.USER_ID.eq(refund.userId()).and(ORDER_REFUND.REFUND_NO.eq(refund.refundNo()));
    }

    private static Refund refund(Record stored) {
        var row = stored.into(ORDER_REFUND);
        return new Refund(
                row.getUserId(),
                row.getRefundNo(),
                row.getUuid(),
                row.getOrderId(),
                new Money(row.getAmount()),
                row.getReason(),
                row.getRequestedBy(),
                row.getRequestHash(),
                row.getStatus(),
                row.getNote(),
                new TakenBack(
                        row.getCreditsDue(),
                        row.getCreditsTaken(),
                        Duration.ofSeconds(row.getSecondsDue()),
                        Duration.ofSeconds(row.getSecondsTaken())),
                row.getCreatedAt(),
                row.getSettledAt(),
                row.getAsked(),
                row.getAskAt());
    }
}

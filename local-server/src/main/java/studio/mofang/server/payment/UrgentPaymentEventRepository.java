package studio.mofang.server.payment;

import static studio.mofang.server.db.gen.Tables.PURCHASE_ORDER;
import static studio.mofang.server.db.gen.Tables.URGENT_PAYMENT_EVENT;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.server.payment.Settlement.Outcome;
import studio.mofang.server.web.Paging;

/// `urgent_payment_event`: the messages about money that wait for a person, repetitions left out.
final class UrgentPaymentEventRepository {
    private static final String OPEN = "open";
    private static final String HANDLED = "handled";

    /// Unless it is there: a provider tells of the same payment again and again.
    void insert(DSLContext tx, PaymentMessage message, Outcome outcome, Instant now) {
        tx.insertInto(URGENT_PAYMENT_EVENT)
                .set(URGENT_PAYMENT_EVENT.PROVIDER, message.provider())
                .set(URGENT_PAYMENT_EVENT.ORDER_ID, message.orderId())
                .set(URGENT_PAYMENT_EVENT.TRANSACTION_ID, message.transactionId())
                .set(URGENT_PAYMENT_EVENT.OUTCOME, outcome.name().toLowerCase(Locale.ROOT))
                .set(
                        URGENT_PAYMENT_EVENT.AMOUNT,
                        message.amount() == null ? null : message.amount().fen())
                .set(URGENT_PAYMENT_EVENT.STATUS, OPEN)
                .set(URGENT_PAYMENT_EVENT.RECEIVED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    long countOpen(DSLContext sql) {
        return sql.fetchCount(URGENT_PAYMENT_EVENT, URGENT_PAYMENT_EVENT.STATUS.eq(OPEN));
    }

    /// The order names the whole key, since H2 reads along an index only where the order begins as the index does.
    List<PaymentEvent> newestOpen(DSLContext sql, Paging paging) {
        return sql.select(
                        URGENT_PAYMENT_EVENT.ID,
                        URGENT_PAYMENT_EVENT.ORDER_ID,
                        URGENT_PAYMENT_EVENT.PROVIDER,
                        URGENT_PAYMENT_EVENT.TRANSACTION_ID,
                        URGENT_PAYMENT_EVENT.OUTCOME,
                        URGENT_PAYMENT_EVENT.AMOUNT,
                        PURCHASE_ORDER.AMOUNT,
                        PURCHASE_ORDER.STATUS,
                        URGENT_PAYMENT_EVENT.RECEIVED_AT)
                .from(URGENT_PAYMENT_EVENT)
                .leftJoin(PURCHASE_ORDER)
                .on(PURCHASE_ORDER.ORDER_ID.eq(URGENT_PAYMENT_EVENT.ORDER_ID))
                .where(URGENT_PAYMENT_EVENT.STATUS.eq(OPEN))
                .orderBy(URGENT_PAYMENT_EVENT.STATUS, URGENT_PAYMENT_EVENT.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(Records.mapping(
                        (id, order, provider, transaction, outcome, paid, ordered, status, at) -> new PaymentEvent(
                                id, order, provider, transaction, outcome, money(paid), money(ordered), status, at)));
    }

    boolean exists(DSLContext sql, long id) {
        return sql.fetchExists(URGENT_PAYMENT_EVENT, URGENT_PAYMENT_EVENT.ID.eq(id));
    }

    /// Whoever was first has handled it.
    void handled(DSLContext tx, long id, long admin, Instant now) {
        tx.update(URGENT_PAYMENT_EVENT)
                .set(URGENT_PAYMENT_EVENT.STATUS, HANDLED)
                .set(URGENT_PAYMENT_EVENT.HANDLED_AT, now)
                .set(URGENT_PAYMENT_EVENT.HANDLED_BY, admin)
                .where(URGENT_PAYMENT_EVENT.ID.eq(id))
                .and(URGENT_PAYMENT_EVENT.STATUS.eq(OPEN))
                .execute();
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }
}

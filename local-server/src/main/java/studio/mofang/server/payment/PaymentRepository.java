package studio.mofang.server.payment;

import static studio.mofang.server.db.gen.Tables.PAYMENT_EVENT;
import static studio.mofang.server.db.gen.Tables.PAYMENT_TRANSACTION;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import studio.mofang.server.payment.Settlement.Outcome;

/// `payment_event` and `payment_transaction`: what was said, and what it settled. Both are append-only.
final class PaymentRepository {
    void insertEvent(DSLContext tx, PaymentMessage message, Outcome outcome, Instant now) {
        tx.insertInto(PAYMENT_EVENT)
                .set(PAYMENT_EVENT.SOURCE, message.source().name().toLowerCase(Locale.ROOT))
                .set(PAYMENT_EVENT.PROVIDER, message.provider())
                .set(PAYMENT_EVENT.ORDER_ID, message.orderId())
                .set(PAYMENT_EVENT.TRANSACTION_ID, message.transactionId())
                .set(PAYMENT_EVENT.OUTCOME, outcome.name().toLowerCase(Locale.ROOT))
                .set(PAYMENT_EVENT.MESSAGE, message.raw())
                .set(PAYMENT_EVENT.RECEIVED_AT, now)
                .execute();
    }

    /// The order that the message's transaction has settled.
    Optional<String> orderOf(DSLContext sql, PaymentMessage message) {
        return sql.select(PAYMENT_TRANSACTION.ORDER_ID)
                .from(PAYMENT_TRANSACTION)
                .where(PAYMENT_TRANSACTION.PROVIDER.eq(message.provider()))
                .and(PAYMENT_TRANSACTION.TRANSACTION_ID.eq(message.transactionId()))
                .fetchOptional(PAYMENT_TRANSACTION.ORDER_ID);
    }

    /// False when the transaction has settled an order before.
    boolean insertTransaction(DSLContext tx, PaymentMessage message, Order order, Instant now) {
        return tx.insertInto(PAYMENT_TRANSACTION)
                        .set(PAYMENT_TRANSACTION.PROVIDER, message.provider())
                        .set(PAYMENT_TRANSACTION.TRANSACTION_ID, message.transactionId())
                        .set(PAYMENT_TRANSACTION.USER_ID, order.userId())
                        .set(PAYMENT_TRANSACTION.ORDER_ID, order.orderId())
                        .set(PAYMENT_TRANSACTION.AMOUNT, order.amount().fen())
                        .set(PAYMENT_TRANSACTION.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}

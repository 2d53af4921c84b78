package studio.mofang.server.payment;

import static studio.mofang.server.db.gen.Tables.SANDBOX_REFUND;
import static studio.mofang.server.db.gen.Tables.SANDBOX_TRADE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;

/// `sandbox_trade` and `sandbox_refund`: what the simulated provider knows. The first row of an order stays.
final class SandboxRepository {
    /// Without `transactionId` the trade was closed unpaid.
    record Trade(@Nullable String transactionId, long fen) {}

    Optional<Trade> find(DSLContext sql, String orderId) {
        return sql.select(SANDBOX_TRADE.TRANSACTION_ID, SANDBOX_TRADE.AMOUNT)
                .from(SANDBOX_TRADE)
                .where(SANDBOX_TRADE.ORDER_ID.eq(orderId))
                .fetchOptional(Records.mapping(Trade::new));
    }

    void insert(DSLContext tx, String orderId, @Nullable String transactionId, Money amount, Instant now) {
        tx.insertInto(SANDBOX_TRADE)
                .set(SANDBOX_TRADE.ORDER_ID, orderId)
                .set(SANDBOX_TRADE.TRANSACTION_ID, transactionId)
                .set(SANDBOX_TRADE.AMOUNT, amount.fen())
                .set(SANDBOX_TRADE.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    void insertRefund(DSLContext tx, Refund refund, Instant now) {
        tx.insertInto(SANDBOX_REFUND)
                .set(SANDBOX_REFUND.REFUND_NO, refund.refundNo())
                .set(SANDBOX_REFUND.ORDER_ID, refund.orderId())
                .set(SANDBOX_REFUND.AMOUNT, refund.amount().fen())
                .set(SANDBOX_REFUND.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    boolean refunded(DSLContext sql, Refund refund) {
        return sql.fetchExists(SANDBOX_REFUND, SANDBOX_REFUND.REFUND_NO.eq(refund.refundNo()));
    }
}

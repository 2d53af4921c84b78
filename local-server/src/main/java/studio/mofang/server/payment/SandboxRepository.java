package studio.mofang.server.payment;

import static studio.mofang.server.db.gen.Tables.SANDBOX_TRADE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;

/// `sandbox_trade`: what the simulated provider knows. The first row of an order stays.
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
}

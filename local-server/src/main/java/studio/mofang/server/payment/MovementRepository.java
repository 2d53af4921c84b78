package studio.mofang.server.payment;

import static studio.mofang.server.db.gen.Tables.ORDER_REFUND;
import static studio.mofang.server.db.gen.Tables.PAYMENT_TRANSACTION;
import static studio.mofang.server.db.gen.Tables.PURCHASE_ORDER;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import studio.mofang.core.Money;
import studio.mofang.server.payment.bill.Movement;
import studio.mofang.server.payment.bill.Movement.Kind;

/// `payment_transaction` and `order_refund` as movements of money at a gateway; reads only.
final class MovementRepository {
    Optional<Instant> firstOrder(DSLContext sql, String gateway) {
        return Optional.ofNullable(sql.select(DSL.min(PURCHASE_ORDER.CREATED_AT))
                .from(PURCHASE_ORDER)
                .where(PURCHASE_ORDER.GATEWAY.eq(gateway))
                .fetchSingle()
                .value1());
    }

    List<Movement> payments(DSLContext sql, String gateway, Instant from, Instant until) {
        return payments(
                sql, gateway, PAYMENT_TRANSACTION.CREATED_AT.ge(from).and(PAYMENT_TRANSACTION.CREATED_AT.lt(until)));
    }

    List<Movement> payments(DSLContext sql, String gateway, Collection<String> orderIds) {
        return payments(sql, gateway, PAYMENT_TRANSACTION.ORDER_ID.in(orderIds));
    }

    /// Those that are done.
    List<Movement> refunds(DSLContext sql, String gateway, Instant from, Instant until) {
        return refunds(
                sql,
                gateway,
                ORDER_REFUND
                        .SETTLED_AT
                        .ge(from)
                        .and(ORDER_REFUND.SETTLED_AT.lt(until))
                        .and(ORDER_REFUND.STATUS.eq(Refund.DONE)));
    }

    /// Also those that are under way.
    List<Movement> refunds(DSLContext sql, String gateway, Collection<String> orderIds) {
        return refunds(sql, gateway, ORDER_REFUND.ORDER_ID.in(orderIds).and(ORDER_REFUND.STATUS.ne(Refund.REFUSED)));
    }

    private static List<Movement> payments(DSLContext sql, String gateway, Condition which) {
        return sql.select(PAYMENT_TRANSACTION.ORDER_ID, PAYMENT_TRANSACTION.TRANSACTION_ID, PAYMENT_TRANSACTION.AMOUNT)
                .from(PAYMENT_TRANSACTION)
                .join(PURCHASE_ORDER)
                .on(PURCHASE_ORDER.USER_ID.eq(PAYMENT_TRANSACTION.USER_ID))
                .and(PURCHASE_ORDER.ORDER_ID.eq(PAYMENT_TRANSACTION.ORDER_ID))
                .where(PURCHASE_ORDER.GATEWAY.eq(gateway))
                .and(which)
                .fetch(Records.mapping((order, transaction, amount) ->
                        new Movement(Kind.PAYMENT, order, null, transaction, new Money(amount))));
    }

    private static List<Movement> refunds(DSLContext sql, String gateway, Condition which) {
        return sql.select(
                        ORDER_REFUND.ORDER_ID,
                        ORDER_REFUND.REFUND_NO,
                        PURCHASE_ORDER.TRANSACTION_ID,
                        ORDER_REFUND.AMOUNT)
                .from(ORDER_REFUND)
                .join(PURCHASE_ORDER)
                .on(PURCHASE_ORDER.USER_ID.eq(ORDER_REFUND.USER_ID))
                .and(PURCHASE_ORDER.ORDER_ID.eq(ORDER_REFUND.ORDER_ID))
                .where(PURCHASE_ORDER.GATEWAY.eq(gateway))
                .and(which)
                .fetch(Records.mapping((order, refund, transaction, amount) -> new Movement(
                        Kind.REFUND, order, refund, Objects.requireNonNullElse(transaction, ""), new Money(amount))));
    }
}

package studio.mofang.server.payment;

import static studio.mofang.server.db.gen.Sequences.ORDER_NUMBER;
import static studio.mofang.server.db.gen.Tables.ORDER_REFUND;
import static studio.mofang.server.db.gen.Tables.PURCHASE_ORDER;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Plan;
import studio.mofang.core.Price;
import studio.mofang.server.payment.Order.Returned;
import studio.mofang.server.payment.Refund.TakenBack;
import studio.mofang.server.web.Paging;

/// `purchase_order`. Whoever changes a row locks it first and then takes the user's change number.
final class OrderRepository {
    long nextNumber(DSLContext tx) {
        return tx.nextval(ORDER_NUMBER);
    }

    void insert(DSLContext tx, Order order, @Nullable String requestId, long change) {
        tx.insertInto(PURCHASE_ORDER)
                .set(PURCHASE_ORDER.USER_ID, order.userId())
                .set(PURCHASE_ORDER.ORDER_ID, order.orderId())
                .set(PURCHASE_ORDER.UUID, order.uuid())
                .set(PURCHASE_ORDER.KIND, order.goods().kind())
                .set(PURCHASE_ORDER.AMOUNT, order.amount().fen())
                .set(PURCHASE_ORDER.ORIGINAL_AMOUNT, order.originalAmount().fen())
                .set(PURCHASE_ORDER.BONUS_CREDITS, order.price().bonusCredits())
                .set(PURCHASE_ORDER.CREDITS, order.goods() instanceof Goods.Recharge(long credits) ? credits : null)
                .set(
                        PURCHASE_ORDER.MEMBERSHIP_TYPE,
                        order.goods() instanceof Goods.Membership(Plan plan) ? plan.type() : null)
                .set(PURCHASE_ORDER.PAYMENT_METHOD, order.paymentMethod())
                .set(PURCHASE_ORDER.GATEWAY, order.gateway())
                .set(PURCHASE_ORDER.COUPON_CODE, order.couponCode())
                .set(PURCHASE_ORDER.REQUEST_ID, requestId)
                .set(PURCHASE_ORDER.REQUEST_HASH, order.requestHash())
                .set(PURCHASE_ORDER.STATUS, order.status())
                .set(PURCHASE_ORDER.CREATED_AT, order.createdAt())
                .set(PURCHASE_ORDER.EXPIRES_AT, order.expiresAt())
                .set(PURCHASE_ORDER.PAID_AT, order.paidAt())
                .set(PURCHASE_ORDER.ASKED, order.asked())
                .set(PURCHASE_ORDER.ASK_AT, order.askAt())
                .set(PURCHASE_ORDER.VERSION, 1L)
                .set(PURCHASE_ORDER.CHANGE_SEQ, change)
                .execute();
    }

    Optional<Order> find(DSLContext sql, String orderId) {
        return orders(sql).where(PURCHASE_ORDER.ORDER_ID.eq(orderId)).fetchOptional(OrderRepository::order);
    }

    Optional<Order> find(DSLContext sql, long userId, String orderId) {
        return orders(sql)
                .where(PURCHASE_ORDER.USER_ID.eq(userId))
                .and(PURCHASE_ORDER.ORDER_ID.eq(orderId))
                .fetchOptional(OrderRepository::order);
    }

    /// The order that the request with this `Idempotency-Key` made.
    Optional<Order> madeBy(DSLContext sql, long userId, String kind, String requestId) {
        return orders(sql)
                .where(PURCHASE_ORDER.USER_ID.eq(userId))
                .and(PURCHASE_ORDER.KIND.eq(kind))
                .and(PURCHASE_ORDER.REQUEST_ID.eq(requestId))
                .fetchOptional(OrderRepository::order);
    }

    /// Nobody else changes it until the transaction ends.
    Optional<Order> lock(DSLContext tx, String orderId) {
        return orders(tx).where(PURCHASE_ORDER.ORDER_ID.eq(orderId)).forUpdate().fetchOptional(OrderRepository::order);
    }

    void payable(DSLContext tx, Order order, String paymentUrl, long change) {
        tx.update(PURCHASE_ORDER)
                .set(PURCHASE_ORDER.PAYMENT_URL, paymentUrl)
                .set(PURCHASE_ORDER.VERSION, PURCHASE_ORDER.VERSION.plus(1))
                .set(PURCHASE_ORDER.CHANGE_SEQ, change)
                .where(is(order))
                .execute();
    }

    void paid(DSLContext tx, Order order, String status, String transactionId, Instant now, long change) {
        tx.update(PURCHASE_ORDER)
                .set(PURCHASE_ORDER.STATUS, status)
                .set(PURCHASE_ORDER.TRANSACTION_ID, transactionId)
                .set(PURCHASE_ORDER.PAID_AT, now)
                .set(PURCHASE_ORDER.VERSION, PURCHASE_ORDER.VERSION.plus(1))
                .set(PURCHASE_ORDER.CHANGE_SEQ, change)
                .where(is(order))
                .and(PURCHASE_ORDER.STATUS.in(Order.PENDING, Order.CLOSED))
                .execute();
    }

    /// The last fen makes it a refunded order; less leaves it paid.
    void refunded(DSLContext tx, Order order, Money amount, long change) {
        var all = PURCHASE_ORDER.REFUNDED.plus(amount.fen());
        tx.update(PURCHASE_ORDER)
                .set(PURCHASE_ORDER.REFUNDED, all)
                .set(
                        PURCHASE_ORDER.STATUS,
                        DSL.when(all.ge(PURCHASE_ORDER.AMOUNT), Order.REFUNDED).otherwise(PURCHASE_ORDER.STATUS))
                .set(PURCHASE_ORDER.VERSION, PURCHASE_ORDER.VERSION.plus(1))
                .set(PURCHASE_ORDER.CHANGE_SEQ, change)
                .where(is(order))
                .execute();
    }

    /// Adds what could not be taken back to what the buyer owes; with `sign` -1, takes it off again.
    void owed(DSLContext tx, Order order, TakenBack taken, int sign, long change) {
        tx.update(PURCHASE_ORDER)
                .set(PURCHASE_ORDER.CREDITS_OWED, PURCHASE_ORDER.CREDITS_OWED.plus(sign * taken.creditsOwed()))
                .set(
                        PURCHASE_ORDER.SECONDS_OWED,
                        PURCHASE_ORDER.SECONDS_OWED.plus(sign * taken.timeOwed().toSeconds()))
                .set(PURCHASE_ORDER.VERSION, PURCHASE_ORDER.VERSION.plus(1))
                .set(PURCHASE_ORDER.CHANGE_SEQ, change)
                .where(is(order))
                .execute();
    }

    void closed(DSLContext tx, Order order, Instant now, long change) {
        tx.update(PURCHASE_ORDER)
                .set(PURCHASE_ORDER.STATUS, Order.CLOSED)
                .set(PURCHASE_ORDER.CLOSED_AT, now)
                .set(PURCHASE_ORDER.ASK_AT, OrderWatch.firstAskWhenClosed(now))
                .set(PURCHASE_ORDER.VERSION, PURCHASE_ORDER.VERSION.plus(1))
                .set(PURCHASE_ORDER.CHANGE_SEQ, change)
                .where(is(order))
                .and(PURCHASE_ORDER.STATUS.eq(Order.PENDING))
                .execute();
    }

    /// Its gateway has said that it can no longer be paid.
    void askNoMore(DSLContext tx, Order order) {
        tx.update(PURCHASE_ORDER)
                .set(PURCHASE_ORDER.ASK_AT, OrderWatch.NEVER)
                .where(is(order))
                .and(PURCHASE_ORDER.STATUS.eq(Order.CLOSED))
                .execute();
    }

    List<Order> toAskAbout(DSLContext sql, Instant now, int most) {
        return orders(sql)
                .where(PURCHASE_ORDER.STATUS.in(Order.PENDING, Order.CLOSED))
                .and(PURCHASE_ORDER.ASK_AT.le(now))
                .orderBy(PURCHASE_ORDER.ASK_AT)
                .limit(most)
                .fetch(OrderRepository::order);
    }

    /// False when another node asks about it, or when it has been closed or paid since it was read.
    boolean claim(DSLContext tx, Order order, Instant next) {
        return tx.update(PURCHASE_ORDER)
                        .set(PURCHASE_ORDER.ASKED, order.asked() + 1)
                        .set(PURCHASE_ORDER.ASK_AT, next)
                        .where(is(order))
                        .and(PURCHASE_ORDER.STATUS.eq(order.status()))
                        .and(PURCHASE_ORDER.ASKED.eq(order.asked()))
                        .execute()
                == 1;
    }

    /// Whether money has come for any recharge of the user.
    boolean recharged(DSLContext sql, long userId) {
        return sql.fetchExists(
                PURCHASE_ORDER,
                ofKind(userId, Goods.RECHARGE).and(PURCHASE_ORDER.STATUS.notIn(Order.PENDING, Order.CLOSED)));
    }

    /// The user's first two orders that were paid with money of which some has not gone back and is not on its way
    /// back.
    List<Order> standing(DSLContext sql, long userId) {
        var returned = DSL.field(DSL.select(DSL.coalesce(DSL.sum(ORDER_REFUND.AMOUNT), BigDecimal.ZERO))
                .from(ORDER_REFUND)
                .where(ORDER_REFUND.USER_ID.eq(PURCHASE_ORDER.USER_ID))
                .and(ORDER_REFUND.ORDER_ID.eq(PURCHASE_ORDER.ORDER_ID))
                .and(ORDER_REFUND.STATUS.ne(Refund.REFUSED)));
        return orders(sql)
                .where(PURCHASE_ORDER.USER_ID.eq(userId))
                .and(PURCHASE_ORDER.STATUS.in(Order.PAID, Order.PAID_LATE))
                .and(PURCHASE_ORDER.GATEWAY.ne(Purchase.BALANCE))
                .and(PURCHASE_ORDER.AMOUNT.cast(BigDecimal.class).gt(returned))
                .orderBy(PURCHASE_ORDER.PAID_AT, PURCHASE_ORDER.ORDER_ID)
                .limit(2)
                .fetch(OrderRepository::order);
    }

    long count(DSLContext sql, long userId, String kind) {
        return sql.fetchCount(PURCHASE_ORDER, ofKind(userId, kind));
    }

    List<Order> newest(DSLContext sql, long userId, String kind, Paging paging) {
        return orders(sql)
                .where(ofKind(userId, kind))
                .orderBy(PURCHASE_ORDER.CREATED_AT.desc(), PURCHASE_ORDER.ORDER_ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(OrderRepository::order);
    }

    private static SelectJoinStep<Record> orders(DSLContext sql) {
        return sql.select(PURCHASE_ORDER.fields()).from(PURCHASE_ORDER);
    }

    private static Condition is(Order order) {
        return PURCHASE_ORDER.USER_ID.eq(order.userId()).and(PURCHASE_ORDER.ORDER_ID.eq(order.orderId()));
    }

    private static Condition ofKind(long userId, String kind) {
        return PURCHASE_ORDER.USER_ID.eq(userId).and(PURCHASE_ORDER.KIND.eq(kind));
    }

    private static Order order(Record stored) {
        var row = stored.into(PURCHASE_ORDER);
        return new Order(
                row.getUserId(),
                row.getOrderId(),
                row.getUuid(),
                goods(row.getCredits(), row.getMembershipType()),
                new Price(new Money(row.getOriginalAmount()), new Money(row.getAmount()), row.getBonusCredits()),
                row.getPaymentMethod(),
                row.getGateway(),
                row.getCouponCode(),
                row.getStatus(),
                row.getPaymentUrl(),
                row.getRequestHash(),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getPaidAt(),
                row.getClosedAt(),
                new Returned(
                        new Money(row.getRefunded()), row.getCreditsOwed(), Duration.ofSeconds(row.getSecondsOwed())),
                row.getAsked(),
                row.getAskAt());
    }

    private static Goods goods(@Nullable Long credits, @Nullable String membershipType) {
        if (credits != null) {
            return new Goods.Recharge(credits);
        }
        return Optional.ofNullable(membershipType)
                .flatMap(Plan::find)
                .map(Goods.Membership::new)
                .orElseThrow(() -> new IllegalStateException("an order for nothing: " + membershipType));
    }
}

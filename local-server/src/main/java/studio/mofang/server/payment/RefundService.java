package studio.mofang.server.payment;

import java.time.Duration;
import java.util.List;
import studio.mofang.core.Fault;
import studio.mofang.core.Payments;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.RefundSettlement.Wish;
import studio.mofang.server.web.Caller;
import studio.mofang.server.web.Problem;

/// Sends money back and tells what was sent.
final class RefundService {
    private final Database database;
    private final Gateways gateways;
    private final RefundSettlement settlement;
    private final RefundWatch watch;
    private final OrderRepository orders = new OrderRepository();
    private final RefundRepository refunds = new RefundRepository();

    RefundService(Database database, Gateways gateways, RefundSettlement settlement, RefundWatch watch) {
        this.database = database;
        this.gateways = gateways;
        this.settlement = settlement;
        this.watch = watch;
    }

    /// Pending when the gateway has not decided yet. Throws Problem(PAYMENT_FAILED) when it has refused.
    Payments.Refund refund(Wish wish) {
        database.assertNoTransaction();
        requireGateway(wish.orderId());
        var refund = settlement.begin(wish);
        if (refund.pending()) {
            sent(refund);
        }
        var now = database.read(sql -> refunds.find(sql, refund.refundNo())).orElseThrow();
        if (now.refused()) {
            throw new Problem(Fault.PAYMENT_FAILED, "支付渠道拒绝退款，积分和会员没有变动：" + now.note());
        }
        return shown(now);
    }

    /// Of one's own order; admins see everybody's. Asks the gateway first about what is pending.
    List<Payments.Refund> refunds(Caller caller, String orderId) {
        var order = database.read(
                        sql -> caller.admin() ? orders.find(sql, orderId) : orders.find(sql, caller.userId(), orderId))
                .orElseThrow(() -> new Problem(Fault.ORDER_NOT_FOUND));
        stored(order).forEach(watch::look);
        return stored(order).stream().map(RefundService::shown).toList();
    }

    private List<Refund> stored(Order order) {
        return database.read(sql -> refunds.ofOrder(sql, order));
    }

    /// A refund that an earlier request began may have been sent.
    private void sent(Refund refund) {
        boolean fresh = refund.asked() == 0 && database.write(tx -> refunds.claim(tx, refund, refund.askAt()));
        if (fresh) {
            watch.send(refund);
        } else {
            watch.again(refund);
        }
    }

    private void requireGateway(String orderId) {
        var order =
                database.read(sql -> orders.find(sql, orderId)).orElseThrow(() -> new Problem(Fault.ORDER_NOT_FOUND));
        if (!order.byBalance() && !gateways.knows(order)) {
            throw new Problem(
                    Fault.PAYMENT_FAILED, "收款时使用的" + Gateways.methodName(order.paymentMethod()) + "渠道已不再配置，无法退款");
        }
    }

    private static Payments.Refund shown(Refund refund) {
        var taken = refund.takenBack();
        boolean undone = refund.refused();
        return new Payments.Refund(
                refund.refundNo(),
                refund.uuid(),
                refund.orderId(),
                refund.amount(),
                refund.reason(),
                refund.status(),
                refund.note(),
                undone ? 0 : taken.credits(),
                undone ? 0 : taken.creditsOwed(),
                undone ? 0 : days(taken.time()),
                undone ? 0 : days(taken.timeOwed()),
                refund.createdAt(),
                refund.settledAt());
    }

    /// To the nearest day: minutes of use are not held against anybody.
    static long days(Duration time) {
        return Math.round(time.toSeconds() / (double) Duration.ofDays(1).toSeconds());
    }
}

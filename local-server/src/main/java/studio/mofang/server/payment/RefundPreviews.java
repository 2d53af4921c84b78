package studio.mofang.server.payment;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.RefundPreview;
import studio.mofang.server.db.Database;
import studio.mofang.server.referral.ReferralService.Withdrawal;
import studio.mofang.server.web.Problem;

/// Tells what a refund would take back and what it could not, before anybody confirms it. Changes nothing; by the time
/// of the refund more may be spent.
final class RefundPreviews {
    private static final Withdrawal NO_REWARD = new Withdrawal(0, 0);

    private final Database database;
    private final Returns returns;
    private final Offers offers;
    private final OrderRepository orders = new OrderRepository();
    private final RefundRepository refunds = new RefundRepository();

    RefundPreviews(Database database, Returns returns, Offers offers) {
        this.database = database;
        this.returns = returns;
        this.offers = offers;
    }

    /// Without `wished`, of all that is left. Throws Problem as the refund would: ORDER_NOT_FOUND, CONFLICT,
    /// BAD_REQUEST.
    RefundPreview preview(String orderId, @Nullable Money wished) {
        return database.read(sql -> {
            var order = orders.find(sql, orderId).orElseThrow(() -> new Problem(Fault.ORDER_NOT_FOUND));
            var refundable = Refundable.of(order, refunds.ofOrder(sql, order));
            return preview(sql, refundable, refundable.amount(wished));
        });
    }

    private RefundPreview preview(DSLContext sql, Refundable refundable, Money amount) {
        var order = refundable.order();
        var taken = returns.wouldTakeBack(refundable, amount);
        var reward = amount.equals(refundable.rest()) ? reward(sql, order) : NO_REWARD;
        return new RefundPreview(
                order.orderId(),
                amount,
                refundable.rest(),
                order.byBalance() ? Returns.creditsPaidBack(refundable, amount) : 0,
                taken.credits(),
                taken.creditsOwed(),
                RefundService.days(taken.time()),
                RefundService.days(taken.timeOwed()),
                reward.taken(),
                reward.owed(),
                order.couponCode());
    }

    /// Nothing where another payment of the same user would bring the reward anew.
    private Withdrawal reward(DSLContext sql, Order order) {
        boolean another = orders.standing(sql, order.userId()).stream()
                .anyMatch(one -> !one.orderId().equals(order.orderId()));
        return another ? NO_REWARD : offers.withdrawal(order).orElse(NO_REWARD);
    }
}

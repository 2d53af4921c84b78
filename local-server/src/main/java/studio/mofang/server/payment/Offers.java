package studio.mofang.server.payment;

import java.util.Optional;
import studio.mofang.core.Price;
import studio.mofang.server.activity.Promotions;
import studio.mofang.server.coupon.Redemption;
import studio.mofang.server.coupon.Redemption.Chosen;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.referral.ReferralService;
import studio.mofang.server.referral.ReferralService.Withdrawal;

/// What makes an order cheaper, and what its payment brings besides the goods (ADR 21). All of it happens in the
/// transaction that changes the order, which holds the user's change counter.
final class Offers {
    private static final String BONUS = "bonus";

    private final Redemption coupons;
    private final Promotions promotions;
    private final ReferralService referrals;
    private final CreditService credits;

    Offers(Redemption coupons, Promotions promotions, ReferralService referrals, CreditService credits) {
        this.promotions = promotions;
        this.referrals = referrals;
        this.coupons = coupons;
        this.credits = credits;
    }

    /// What an order will cost, and the coupon that it will reserve.
    record Offer(Price price, Optional<Chosen> coupon) {}

    /// Throws Problem(COUPON_INVALID) with the reason.
    Offer offered(Purchase wanted) {
        var price = price(wanted);
        var coupon = wanted.couponCode().map(code -> coupons.chosen(wanted.userId(), code, price, wanted.byBalance()));
        return new Offer(coupon.map(Chosen::price).orElse(price), coupon);
    }

    /// Last in the transaction that inserts the order: the coupon's counter is everybody's.
    void reserve(Order order, Offer offer) {
        offer.coupon().ifPresent(coupon -> coupons.reserve(order.userId(), coupon, order.orderId()));
    }

    void release(Order order) {
        coupons.release(order.userId(), order.orderId());
    }

    /// Before anything else that the payment of an order with money brings: this changes another user's rows.
    void rewardReferral(Order order) {
        referrals.paid(order.userId(), order.orderId(), order.createdAt());
    }

    /// All of the order is going back: the reward that its payment brought somebody else goes, too. Absent when it
    /// brought none.
    Optional<Withdrawal> withdrawReferral(Order order) {
        return referrals.withdraw(order.userId(), order.orderId());
    }

    /// What `withdrawReferral` would come to now.
    Optional<Withdrawal> withdrawal(Order order) {
        return referrals.withdrawal(order.userId(), order.orderId());
    }

    /// The user's first recharge is paid.
    void addFirstBonus(Order order) {
        promotions.firstRecharge(order.userId(), order.orderId(), order.createdAt());
    }

    /// What the paid order gives, and whether that is what was ordered.
    record Earned(Goods goods, boolean asOrdered) {}

    /// An order that was closed and then paid all the same may find its coupon used elsewhere: then the money buys what
    /// it buys without one, which is credits, also for a membership.
    Earned earned(Order order) {
        var code = order.couponCode();
        if (code == null || coupons.use(order.userId(), order.orderId(), code)) {
            addBonus(order);
            return new Earned(order.goods(), true);
        }
        return new Earned(Goods.Recharge.of(order.amount()), false);
    }

    private Price price(Purchase wanted) {
        var price = Price.of(wanted.price());
        return wanted.goods() instanceof Goods.Membership ? promotions.membership(price) : price;
    }

    private void addBonus(Order order) {
        long bonus = order.price().bonusCredits();
        if (bonus > 0) {
            credits.add(
                    order.userId(),
                    new LedgerEntry(
                            Cause.COUPON, order.orderId(), BONUS, bonus, "优惠券 " + order.couponCode() + " 加赠积分"));
        }
    }
}

package studio.mofang.server.coupon;

import studio.mofang.core.BeijingTime;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Problem;

/// Why a coupon cannot be had or used: always 40003, with a sentence. A code that its giver keeps to a circle (not
/// listed) and that cannot be used now is refused as if there were none, so that nobody finds codes by trying (rule
/// L11).
final class Refusals {
    private Refusals() {}

    static Problem unknown() {
        return refused("coupon_unknown", "优惠码无效，请检查后重试，或不使用优惠券下单");
    }

    static Problem upcoming(Coupon coupon) {
        var from = BeijingTime.write(coupon.validFrom()).replace('T', ' ');
        return refused("coupon_upcoming", named(coupon) + "还不能使用，开始时间为 " + from);
    }

    static Problem ended(Coupon coupon) {
        return refused("coupon_ended", named(coupon) + "已过期或已结束");
    }

    static Problem usedUp(Coupon coupon) {
        return refused("coupon_used_up", named(coupon) + "已被领完");
    }

    static Problem had(Coupon coupon) {
        return refused("coupon_had", "您已经有" + named(coupon) + "，每人限一张");
    }

    static Problem usedBefore(Coupon coupon) {
        return refused("coupon_used_before", "您已使用过" + named(coupon) + "，每人限用一次");
    }

    static Problem reservedBy(Coupon coupon, String orderId) {
        return refused("coupon_reserved", named(coupon) + "正被未支付的订单 " + orderId + " 占用，请先支付或取消该订单");
    }

    static Problem tooLittle(Coupon coupon) {
        return refused(
                "coupon_too_little", named(coupon) + "需订单满 " + coupon.rule().minAmount() + " 元才能使用");
    }

    static Problem notForBalance(Coupon coupon) {
        return refused("coupon_not_for_balance", named(coupon) + "赠送积分，不能用于余额支付，请选择支付宝或微信支付");
    }

    private static String named(Coupon coupon) {
        return "优惠券“" + coupon.name() + "”";
    }

    private static Problem refused(String reason, String sentence) {
        return new Problem(Fault.COUPON_INVALID, sentence).because(reason);
    }
}

package studio.mofang.server.payment;

import java.util.Map;
import studio.mofang.core.Money;
import studio.mofang.core.Plan;

/// What an order is for.
sealed interface Goods {
    /// Credits at ten to the yuan: one for each ten fen.
    record Recharge(long credits) implements Goods {
        static Recharge of(Money amount) {
            return new Recharge(amount.fen() / FEN_PER_CREDIT);
        }
    }

    record Membership(Plan plan) implements Goods {}

    String RECHARGE = "recharge";
    String MEMBERSHIP = "membership";
    long FEN_PER_CREDIT = 10;
    Map<Plan, String> PLAN_NAMES = Map.of(Plan.MONTHLY, "月度会员", Plan.QUARTERLY, "季度会员", Plan.YEARLY, "年度会员");

    /// `recharge` or `membership`, as on the wire.
    default String kind() {
        return switch (this) {
            case Recharge _ -> RECHARGE;
            case Membership _ -> MEMBERSHIP;
        };
    }

    /// The letter that order numbers begin with.
    default String letter() {
        return switch (this) {
            case Recharge _ -> "R";
            case Membership _ -> "M";
        };
    }

    /// What a person reads on the payment page and in the ledger.
    default String described(Money price) {
        return switch (this) {
            case Recharge _ -> "充值" + price.yuan().stripTrailingZeros().toPlainString() + "元";
            case Membership membership -> PLAN_NAMES.getOrDefault(membership.plan(), "会员");
        };
    }
}

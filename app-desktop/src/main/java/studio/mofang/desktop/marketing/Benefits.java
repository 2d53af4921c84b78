package studio.mofang.desktop.marketing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Activities.Config;
import studio.mofang.core.Money;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages.Language;

/// What an offer brings, in words.
public final class Benefits {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long USUAL_REWARD = 50;

    private Benefits() {}

    /// Of an activity.
    public static String of(Desk desk, String type, Config config) {
        return switch (type) {
            case "credit_gift" -> desk.text("benefit.gift", or(config.credits(), 0));
            case "membership_discount" ->
                desk.text(
                        "benefit.membership",
                        discount(desk, config.percent() == null ? BigDecimal.ZERO : config.percent()));
            case "first_purchase" -> desk.text("benefit.first", or(config.bonusCredits(), 0));
            default -> desk.text("benefit.referral", or(config.rewardCredits(), USUAL_REWARD));
        };
    }

    /// Of a coupon, as short as it can be.
    public static String ofCoupon(Desk desk, String type, BigDecimal value) {
        return switch (type) {
            case "discount" -> discount(desk, value);
            case "deduction" -> "¥ " + plain(value);
            default -> "+" + plain(value);
        };
    }

    /// From which amount on the coupon counts.
    public static String least(Desk desk, Money least) {
        return least.equals(Money.ZERO) ? desk.text("coupon.any") : desk.text("coupon.least", plain(least.yuan()));
    }

    /// In Chinese what is left of ten (9 折), in English what is taken off (10% off).
    private static String discount(Desk desk, BigDecimal percent) {
        boolean chinese = desk.messages().language() == Language.CHINESE;
        var said = chinese ? HUNDRED.subtract(percent).movePointLeft(1) : percent;
        return desk.text("benefit.discount", plain(said));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static long or(@Nullable Long given, long otherwise) {
        return given == null ? otherwise : given;
    }
}

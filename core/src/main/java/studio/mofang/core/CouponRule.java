package studio.mofang.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a coupon does to a price. `hundredths` are of a per cent, of a yuan (fen), or of a credit, by type.
public record CouponRule(CouponType type, long hundredths, Money minAmount) {
    private static final long HUNDRED = 100;
    /// Ten credits to the yuan, so ten fen to the credit.
    private static final long FEN_PER_CREDIT = 10;

    public static CouponRule of(Coupons.Mine coupon) {
        var type = CouponType.find(coupon.type())
                .orElseThrow(() -> new IllegalArgumentException("no type of coupon: " + coupon.type()));
        return new CouponRule(type, Money.of(coupon.value()).fen(), coupon.minAmount());
    }

    /// `min_amount` looks at the original price, so that an activity's discount takes no coupon away.
    public boolean reached(Price price) {
        return price.original().compareTo(minAmount) >= 0;
    }

    public Price applied(Price price) {
        return switch (type) {
            case DISCOUNT -> price.percentOff(hundredths);
            case DEDUCTION -> price.less(new Money(hundredths));
            case CREDIT_BONUS -> price.withBonus(hundredths / HUNDRED);
        };
    }

    /// What it is worth at this price, in fen: nothing below its least amount; a credit counts ten fen, its price.
    public long worth(Price price) {
        if (!reached(price)) {
            return 0;
        }
        var after = applied(price);
        long saved = price.payable().minus(after.payable()).fen();
        return saved + (after.bonusCredits() - price.bonusCredits()) * FEN_PER_CREDIT;
    }

    /// The unused coupon that is worth most at this price; of two equal ones, that which ends first.
    public static Optional<Coupons.Mine> best(List<Coupons.Mine> mine, Price price) {
        return mine.stream()
                .filter(coupon -> coupon.status().equals(Coupons.UNUSED))
                .filter(coupon -> of(coupon).worth(price) > 0)
                .max(Comparator.comparingLong(
                                (Coupons.Mine coupon) -> of(coupon).worth(price))
                        .thenComparing(Coupons.Mine::validUntil, Comparator.reverseOrder()));
    }
}

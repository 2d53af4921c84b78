package studio.mofang.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/// The arithmetic of offers, whatever the offer.
class PriceTest {
    private static final Instant NOW = Instant.parse("2026-01-22T02:00:00Z");

    @Property
    void whateverIsTakenOffSomethingStaysPayableAndNothingIsAdded(
            @ForAll @LongRange(min = 1, max = 5_000_000) long fen, @ForAll("rules") List<CouponRule> rules) {
        var price = Price.of(new Money(fen));
        for (var rule : rules) {
            var before = price;
            price = rule.applied(price);
            assertThat(price.original()).isEqualTo(new Money(fen));
            assertThat(price.payable().fen()).isBetween(1L, before.payable().fen());
            assertThat(price.bonusCredits()).isGreaterThanOrEqualTo(before.bonusCredits());
        }
    }

    @Property
    void aPercentageIsExactToHalfAFen(
            @ForAll @LongRange(min = 1, max = 5_000_000) long fen,
            @ForAll @LongRange(min = 1, max = 10_000) long hundredths) {
        var payable = Price.of(new Money(fen)).percentOff(hundredths).payable();

        var exact = BigDecimal.valueOf(fen)
                .multiply(BigDecimal.valueOf(10_000 - hundredths))
                .movePointLeft(4);
        var expected = exact.max(BigDecimal.ONE);
        assertThat(BigDecimal.valueOf(payable.fen()).subtract(expected).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.5"));
    }

    @Property
    void moreOffNeverCostsMore(
            @ForAll @LongRange(min = 1, max = 5_000_000) long fen,
            @ForAll @LongRange(min = 1, max = 9_999) long hundredths) {
        var price = Price.of(new Money(fen));

        assertThat(price.percentOff(hundredths + 1).payable())
                .isLessThanOrEqualTo(price.percentOff(hundredths).payable());
        assertThat(price.less(new Money(hundredths + 1)).payable())
                .isLessThanOrEqualTo(price.less(new Money(hundredths)).payable());
    }

    @Property
    void aDeductionTakesExactlyItsAmountWhileThatLeavesAFen(
            @ForAll @LongRange(min = 2, max = 5_000_000) long fen,
            @ForAll @LongRange(min = 1, max = 5_000_000) long off) {
        var payable = Price.of(new Money(fen)).less(new Money(off)).payable().fen();

        assertThat(payable).isEqualTo(Math.max(1, fen - off));
    }

    @Property
    void theBestCouponIsWorthAtLeastWhatAnyOtherIs(
            @ForAll @LongRange(min = 100, max = 5_000_000) long fen, @ForAll("rules") List<CouponRule> rules) {
        var price = Price.of(new Money(fen));
        var mine = rules.stream().map(PriceTest::coupon).toList();

        var best = CouponRule.best(mine, price)
                .map(one -> CouponRule.of(one).worth(price))
                .orElse(0L);

        assertThat(rules).allSatisfy(rule -> assertThat(rule.worth(price)).isLessThanOrEqualTo(best));
    }

    @Example
    void tenPerCentOffTenYuanIsNine() {
        assertThat(Price.of(Money.yuan(10)).percentOff(1000).payable()).isEqualTo(Money.yuan(9));
        assertThat(Price.of(new Money(990)).percentOff(1250).payable()).isEqualTo(new Money(866));
        assertThat(Price.of(new Money(990)).percentOff(10_000).payable()).isEqualTo(new Money(1));
    }

    @Example
    void aCouponBelowItsLeastAmountIsNotSuggested() {
        var dear = new CouponRule(CouponType.DEDUCTION, 5000, Money.yuan(100));
        var small = new CouponRule(CouponType.DISCOUNT, 1000, Money.ZERO);

        assertThat(CouponRule.best(List.of(coupon(dear), coupon(small)), Price.of(Money.yuan(99)))
                        .orElseThrow()
                        .type())
                .isEqualTo("discount");
        assertThat(CouponRule.best(List.of(coupon(dear), coupon(small)), Price.of(Money.yuan(100)))
                        .orElseThrow()
                        .type())
                .isEqualTo("deduction");
        assertThat(CouponRule.best(List.of(coupon(dear)), Price.of(Money.yuan(99))))
                .isEmpty();
    }

    @Provide
    Arbitrary<List<CouponRule>> rules() {
        var types = Arbitraries.of(CouponType.class);
        var worth = Arbitraries.longs().between(1, 10_000);
        var least = Arbitraries.longs().between(0, 100_000).map(Money::new);
        return Combinators.combine(types, worth, least)
                .as(CouponRule::new)
                .list()
                .ofMaxSize(6);
    }

    private static Coupons.Mine coupon(CouponRule rule) {
        return new Coupons.Mine(
                1,
                "CODE",
                "名称",
                rule.type().word(),
                BigDecimal.valueOf(rule.hundredths(), 2),
                rule.minAmount(),
                NOW,
                NOW.plusSeconds(60),
                Coupons.UNUSED,
                null,
                NOW,
                null);
    }
}

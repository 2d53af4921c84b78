package studio.mofang.core;

/// What an order costs: `original` without any offer, `payable` with all of them, and the credits a coupon adds. All
/// arithmetic is in whole fen. A percentage is rounded half up on what is left to pay; whatever is taken off, one fen
/// stays payable, because no gateway takes nothing.
public record Price(Money original, Money payable, long bonusCredits) {
    private static final Money LEAST = new Money(1);
    private static final long WHOLE = 10_000;

    public static Price of(Money original) {
        return new Price(original, original, 0);
    }

    /// `hundredths` of a per cent off: 1000 is ten per cent.
    public Price percentOff(long hundredths) {
        long left = Math.multiplyExact(payable.fen(), WHOLE - Math.clamp(hundredths, 0, WHOLE));
        return paying(new Money((left + WHOLE / 2) / WHOLE));
    }

    public Price less(Money deduction) {
        return deduction.compareTo(payable) >= 0 ? paying(Money.ZERO) : paying(payable.minus(deduction));
    }

    public Price withBonus(long credits) {
        return new Price(original, payable, Math.addExact(bonusCredits, credits));
    }

    public Money saving() {
        return original.minus(payable);
    }

    private Price paying(Money left) {
        var least = original.compareTo(LEAST) < 0 ? original : LEAST;
        return new Price(original, left.compareTo(least) < 0 ? least : left, bonusCredits);
    }
}

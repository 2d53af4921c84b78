package studio.mofang.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of yuan in whole fen; on the wire a JSON number with two decimals.
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final int MOST_DIGITS = 40;

    public static Money yuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100L));
    }

    /// Refuses (ArithmeticException) more than two decimals, so that no fen is rounded away unseen; and exponents that
    /// no amount has, because `1E600000000` would be written out before it is found to be too much.
    @JsonCreator
    public static Money of(BigDecimal yuan) {
        if (Math.abs((long) yuan.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("no amount of yuan has an exponent of " + -(long) yuan.scale());
        }
        return new Money(
                yuan.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    @JsonValue
    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /// `9.90`: as it is written on the wire and shown to people.
    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}

package studio.mofang.desktop.kit;

import java.math.BigDecimal;
import java.util.Locale;
import studio.mofang.core.Money;

/// Numbers as people read them, in groups of three digits: Chinese and English write them alike.
public final class Figures {
    private Figures() {}

    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// With no more decimals than it needs.
    public static String of(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }

    public static String yuan(Money money) {
        return "¥ " + amount(money);
    }

    /// Where the sign stands beside it.
    public static String amount(Money money) {
        return String.format(Locale.ROOT, "%,.2f", money.yuan());
    }
}

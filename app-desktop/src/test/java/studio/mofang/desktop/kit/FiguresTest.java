package studio.mofang.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Money;

class FiguresTest {
    @Test
    void largeNumbersAreGroupedByThree() {
        assertThat(Figures.of(1_234_567)).isEqualTo("1,234,567");
        assertThat(Figures.of(-1_000)).isEqualTo("-1,000");
        assertThat(Figures.of(999)).isEqualTo("999");
    }

    @Test
    void moneyKeepsItsTwoDecimals() {
        assertThat(Figures.yuan(new Money(123_456_780))).isEqualTo("¥ 1,234,567.80");
        assertThat(Figures.amount(Money.ZERO)).isEqualTo("0.00");
    }

    @Test
    void otherNumbersShowNoDecimalsThatSayNothing() {
        assertThat(Figures.of(new BigDecimal("12000.00"))).isEqualTo("12,000");
        assertThat(Figures.of(new BigDecimal("1999.90"))).isEqualTo("1,999.9");
        assertThat(Figures.of(new BigDecimal("1E+5"))).isEqualTo("100,000");
    }
}

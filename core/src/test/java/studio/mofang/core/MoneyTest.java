package studio.mofang.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @ValueSource(strings = {"9.9", "9.90", "9.9000", "0.99E1"})
    void whatIsTheSameAmountIsTheSameMoney(String yuan) {
        assertThat(Money.of(new BigDecimal(yuan))).isEqualTo(new Money(990)).hasToString("9.90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.901", "1E-600000000", "1E600000000", "1E2147483647", "1E18"})
    void whatIsNoAmountIsRefusedAtOnce(String yuan) {
        assertThatThrownBy(() -> Money.of(new BigDecimal(yuan))).isInstanceOf(ArithmeticException.class);
    }
}

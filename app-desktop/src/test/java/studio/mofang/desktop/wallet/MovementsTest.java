package studio.mofang.desktop.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;

class MovementsTest {
    private final Messages english = new Messages(Language.ENGLISH);

    @Test
    void inChineseALineReadsAsTheServerWroteIt() {
        var line = line("recharge", "充值30元", "R202611290000001");

        assertThat(Movements.of(new Messages(Language.CHINESE), line)).isEqualTo("充值30元");
    }

    @Test
    void inEnglishATextIsKnownByItsTitle() {
        assertThat(Movements.of(english, line("generation", "生成公众号文章《Morning pages》", "01a2")))
                .isEqualTo("Generated: Morning pages");
        assertThat(Movements.of(english, line("generation", "生成公众号文章", "01a2"))).isEqualTo("Generated");
    }

    @Test
    void inEnglishAnOrderIsKnownByItsNumber() {
        assertThat(Movements.of(english, line("recharge", "充值30元", "R202611290000001")))
                .isEqualTo("Credits bought · R202611290000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recharge", "membership", "generation", "refund", "bonus", "gift", "referral", "brand-new"})
    void noLineStaysChineseInAnEnglishWindow(String type) {
        assertThat(Movements.of(english, line(type, "活动：新春创作礼", "activity-1")))
                .isNotBlank()
                .doesNotContainPattern("\\p{IsHan}");
    }

    private static Transaction line(String type, String description, @Nullable String reference) {
        return new Transaction(1, UUID.randomUUID(), type, 10, 20, description, reference, Instant.EPOCH);
    }
}

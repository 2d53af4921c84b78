package studio.mofang.core.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WantedLengthTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "字数2000字，2000",
                "字数2000字、包含实用技巧，2000",
                "不少于 800 字，800",
                "800-1000字，900",
                "1.5万字，15000",
                "3千字左右，3000",
                "两千字，2000",
                "一千五百字，1500",
                "写一万二千字，12000",
                "标题20字以内、全文 600 字，600",
                "每段100字、共1200字，1200",
                "about 500 words，500",
                "9999999字，50000"
            })
    void lengthsAreReadFromWords(String line) {
        var cut = line.lastIndexOf('，');

        assertThat(WantedLength.of(line.substring(0, cut))).hasValue(Integer.parseInt(line.substring(cut + 1)));
    }

    @Test
    void whatIsNoLengthIsNone() {
        assertThat(List.of("", "包含实用技巧", "标题不超过20字", "一字不差", "2026年", "写3个例子"))
                .allSatisfy(text -> assertThat(WantedLength.of(text)).isEmpty());
    }

    @Test
    void aHostileRunOfNumeralsIsReadInNoTime() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(WantedLength.of("百".repeat(5_000))).isEmpty());
    }

    @Property
    void theSharesOfALengthAreTheWholeLength(
            @ForAll @IntRange(max = 50_000) int length,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(min = 1, max = 600) Integer> weights) {
        var shares = Outline.shares(length, weights);

        assertThat(shares).hasSameSizeAs(weights).allMatch(share -> share >= 0);
        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(length);
    }
}

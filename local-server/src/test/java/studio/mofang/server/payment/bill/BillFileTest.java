package studio.mofang.server.payment.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Money;
import studio.mofang.server.payment.bill.Movement.Kind;
import studio.mofang.server.testkit.AlipayBillFiles;
import studio.mofang.server.testkit.BillBook.Line;
import studio.mofang.server.testkit.WechatBillFiles;

/// The bills' files are read whole or not at all.
class BillFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<Line> LINES = List.of(
            new Line("R202611221000001123456", "", "42001", new BigDecimal("10.00")),
            new Line("R202611221000001123456", "R202611221000001123456F1", "42001", new BigDecimal("3.33")));
    private static final List<Movement> MOVEMENTS = List.of(
            new Movement(Kind.PAYMENT, "R202611221000001123456", null, "42001", Money.yuan(10)),
            new Movement(Kind.REFUND, "R202611221000001123456", "R202611221000001123456F1", "42001", new Money(333)));

    @Test
    void bothProvidersLinesBecomeTheSameMovements() throws UnreadableBill {
        assertThat(AlipayBillFile.movements(AlipayBillFiles.zip(DAY, LINES))).isEqualTo(MOVEMENTS);
        assertThat(WechatBillFile.movements(WechatBillFiles.csv(DAY, LINES))).isEqualTo(MOVEMENTS);
    }

    @Test
    void aDayWithoutLinesIsABillOfNothing() throws UnreadableBill {
        assertThat(AlipayBillFile.movements(AlipayBillFiles.zip(DAY, List.of())))
                .isEmpty();
        assertThat(WechatBillFile.movements(WechatBillFiles.csv(DAY, List.of())))
                .isEmpty();
    }

    @Test
    void aFileCutAnywhereIsNoBill() {
        var zip = AlipayBillFiles.zip(DAY, LINES);
        var csv = WechatBillFiles.csv(DAY, LINES);
        for (int tenths = 0; tenths < 10; tenths++) {
            var lessOfZip = Arrays.copyOf(zip, firstFile(zip) * tenths / 10);
            var lessOfCsv = Arrays.copyOf(csv, csv.length * tenths / 10);
            assertThatThrownBy(() -> AlipayBillFile.movements(lessOfZip)).isInstanceOf(UnreadableBill.class);
            assertThatThrownBy(() -> WechatBillFile.movements(lessOfCsv)).isInstanceOf(UnreadableBill.class);
        }
    }

    @Test
    void aChangedByteInAnArchiveIsFound() {
        var zip = AlipayBillFiles.zip(DAY, LINES);
        zip[firstFile(zip) / 2] ^= 1;

        assertThatThrownBy(() -> AlipayBillFile.movements(zip)).isInstanceOf(UnreadableBill.class);
    }

    @Test
    void aLineLessThanTheSumsSayIsFound() {
        var csv = new String(WechatBillFiles.csv(DAY, LINES), StandardCharsets.UTF_8);
        var lines = csv.lines().toList();
        var fewer = String.join("\r\n", lines.get(0), lines.get(1), lines.get(3), lines.get(4));

        assertThatThrownBy(() -> WechatBillFile.movements(fewer.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableBill.class)
                .hasMessageContaining("1 lines that says");
    }

    @Test
    void anArchiveThatWouldFillTheMemoryIsRefused() {
        assertThatThrownBy(() -> AlipayBillFile.movements(AlipayBillFiles.bomb()))
                .isInstanceOf(UnreadableBill.class)
                .hasMessageContaining("more than a bill");
    }

    @Test
    void whatIsNoBillAtAllIsRefused() {
        for (var text : new String[] {"", "<html>502</html>", "a,b\r\n1,2", "`1,`2"}) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> AlipayBillFile.movements(bytes)).isInstanceOf(UnreadableBill.class);
            assertThatThrownBy(() -> WechatBillFile.movements(bytes)).isInstanceOf(UnreadableBill.class);
        }
    }

    @Test
    void otherColumnsThanTheKnownOnesAreRefused() {
        var csv = new String(WechatBillFiles.csv(DAY, LINES), StandardCharsets.UTF_8);

        assertThatThrownBy(() ->
                        WechatBillFile.movements(csv.replace("商户订单号", "商户单号").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("no column");
        assertThatThrownBy(() ->
                        WechatBillFile.movements(csv.replace("`10.00", "`ten").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("no amount");
    }

    /// Where the second file of the archive begins: what is cut off behind it is no loss.
    private static int firstFile(byte[] zip) {
        for (int i = 4; i < zip.length - 4; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
                return i;
            }
        }
        throw new IllegalArgumentException("one file only");
    }
}

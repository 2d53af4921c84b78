package studio.mofang.server.payment.bill;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.mofang.core.Money;
import studio.mofang.server.payment.bill.BillTable.Row;
import studio.mofang.server.payment.bill.Movement.Kind;

/// Alipay's bill of trades (`bill_type=trade`): a zip with the lines of business and their sums by shop, in GBK;
/// lines that begin with `#` are remarks.
/// https://opendocs.alipay.com/open/759e0553_alipay.data.dataservice.bill.downloadurl.query
public final class AlipayBillFile {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String TITLE = "#支付宝业务明细查询";
    private static final String END = "业务明细列表结束";
    private static final Pattern COUNT = Pattern.compile("(交易|退款)合计[:：](\\d+)笔");

    private final List<Movement> movements = new ArrayList<>();
    private final List<String> lines;

    private AlipayBillFile(List<String> lines) {
        this.lines = lines;
    }

    public static List<Movement> movements(byte[] zip) throws UnreadableBill {
        for (var file : BillArchive.files(zip)) {
            var text = new String(file, GBK);
            if (text.startsWith(TITLE)) {
                return new AlipayBillFile(text.lines().toList()).read();
            }
        }
        throw new UnreadableBill("an archive without the lines of business");
    }

    private List<Movement> read() throws UnreadableBill {
        var rows = lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        if (rows.isEmpty() || rows.size() > BillTable.MOST_ROWS || !whole()) {
            throw new UnreadableBill("a bill of Alipay that is cut, or has " + rows.size() + " lines");
        }
        var table = new BillTable(fields(rows.getFirst()));
        for (var row : rows.subList(1, rows.size())) {
            movements.add(movement(table.row(fields(row))));
        }
        compareCounts();
        return movements;
    }

    private boolean whole() {
        return lines.stream().anyMatch(line -> line.startsWith("#") && line.contains(END));
    }

    /// What comes after the lines says how many there are.
    private void compareCounts() throws UnreadableBill {
        for (var line : lines) {
            var said = COUNT.matcher(line);
            if (line.startsWith("#") && said.find()) {
                var kind = said.group(1).equals("交易") ? Kind.PAYMENT : Kind.REFUND;
                long there =
                        movements.stream().filter(one -> one.kind() == kind).count();
                if (there != Long.parseLong(said.group(2))) {
                    throw new UnreadableBill("a bill of Alipay with " + there + " lines that says: " + line);
                }
            }
        }
    }

    /// What went back is negative. A refund of all that was made without a number has none.
    private static Movement movement(Row row) throws UnreadableBill {
        var amount = row.money("订单金额");
        boolean refund = row.text("业务类型").equals("退款") || amount.compareTo(Money.ZERO) < 0;
        var refundNo = row.number("退款批次号/请求号");
        return new Movement(
                refund ? Kind.REFUND : Kind.PAYMENT,
                row.number("商户订单号"),
                refund && !refundNo.isEmpty() ? refundNo : null,
                row.number("支付宝交易号"),
                new Money(Math.abs(amount.fen())));
    }

    private static List<String> fields(String line) {
        return List.of(line.split(",", -1));
    }
}

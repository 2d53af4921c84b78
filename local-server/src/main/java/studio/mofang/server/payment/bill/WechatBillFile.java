package studio.mofang.server.payment.bill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.mofang.server.payment.bill.BillTable.Row;
import studio.mofang.server.payment.bill.Movement.Kind;

/// WeChat Pay's bill of trades (`bill_type=ALL`): a heading, lines whose fields each begin with a back-quote, and a
/// last line of sums under a heading of its own.
/// https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-trade.html
public final class WechatBillFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String QUOTE = "`";
    private static final String SUMS = "总交易单数";

    private WechatBillFile() {}

    public static List<Movement> movements(byte[] file) throws UnreadableBill {
        var text = new String(file, StandardCharsets.UTF_8);
        var lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        int sums = sums(lines);
        if (sums < 1 || sums > BillTable.MOST_ROWS || sums + 2 != lines.size()) {
            throw new UnreadableBill("a bill of WeChat Pay that is cut, or has " + lines.size() + " lines");
        }
        requireCount(lines.getLast(), sums - 1);
        return movements(new BillTable(List.of(lines.getFirst().split(",", -1))), lines.subList(1, sums));
    }

    private static int sums(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(SUMS)) {
                return i;
            }
        }
        return -1;
    }

    private static void requireCount(String sums, int rows) throws UnreadableBill {
        if (!fields(sums).getFirst().strip().equals(String.valueOf(rows))) {
            throw new UnreadableBill("a bill of WeChat Pay with " + rows + " lines that says: " + sums);
        }
    }

    private static List<Movement> movements(BillTable table, List<String> rows) throws UnreadableBill {
        var movements = new ArrayList<Movement>();
        for (var line : rows) {
            var row = table.row(fields(line));
            switch (row.text("交易状态")) {
                case "SUCCESS" -> movements.add(payment(row));
                case "REFUND" -> {
                    if (!row.text("退款状态").equals("FAIL")) {
                        movements.add(refund(row));
                    }
                }
                case "REVOKED" -> {} // Only payments by barcode are revoked; no money stays.
                default -> throw new UnreadableBill("a state that is not known: " + row.text("交易状态"));
            }
        }
        return movements;
    }

    /// What the customer was asked for, before any voucher of WeChat Pay's; early merchants' bills call it otherwise.
    private static Movement payment(Row row) throws UnreadableBill {
        return new Movement(Kind.PAYMENT, row.number("商户订单号"), null, row.number("微信订单号"), row.money("订单金额", "总金额"));
    }

    private static Movement refund(Row row) throws UnreadableBill {
        return new Movement(
                Kind.REFUND,
                row.number("商户订单号"),
                row.number("商户退款单号"),
                row.number("微信订单号"),
                row.money("申请退款金额", "退款金额"));
    }

    /// A comma may be in a field, a comma with a back-quote between two.
    private static List<String> fields(String line) {
        return List.of((line.startsWith(QUOTE) ? line.substring(1) : line).split(",`", -1));
    }
}

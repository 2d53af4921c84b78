package studio.mofang.server.testkit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.mofang.server.testkit.BillBook.Line;

/// WeChat Pay's bills as they come: every field of a line begins with a back-quote.
public final class WechatBillFiles {
    private static final String COLUMNS = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,"
            + "代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,"
            + "申请退款金额,费率备注";
    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    private WechatBillFiles() {}

    public static byte[] csv(LocalDate date, List<Line> lines) {
        var text = new ArrayList<String>();
        text.add(COLUMNS);
        lines.forEach(line -> text.add(row(date, line)));
        text.add(SUMS);
        text.add(quoted(Stream.of(String.valueOf(lines.size()), "0.00", "0.00", "0.00", "0.00000", "0.00", "0.00")));
        return (String.join("\r\n", text) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String row(LocalDate date, Line line) {
        var yuan = line.yuan().toPlainString();
        var none = BigDecimal.ZERO.setScale(2).toPlainString();
        boolean refund = line.refund();
        return quoted(Stream.of(
                date + " 10:00:00",
                FakeWechatPay.APP_ID,
                FakeWechatPay.MERCHANT_ID,
                "0",
                "",
                line.transactionId(),
                line.orderId(),
                "oZWaCKXip5njeEiloC4oeOV1TTsk",
                "NATIVE",
                refund ? "REFUND" : "SUCCESS",
                "OTHERS",
                "CNY",
                refund ? none : yuan,
                none,
                refund ? "50300806962026112212345678901" : "0",
                refund ? line.refundNo() : "0",
                refund ? yuan : none,
                none,
                refund ? "ORIGINAL" : "",
                refund ? "PROCESSING" : "",
                "墨坊充值10元, 一百积分",
                "",
                "0.00000",
                "0.60%",
                refund ? none : yuan,
                refund ? yuan : none,
                ""));
    }

    private static String quoted(Stream<String> fields) {
        return fields.map(field -> "`" + field).collect(Collectors.joining(","));
    }
}

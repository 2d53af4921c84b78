package studio.mofang.server.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studio.mofang.server.testkit.BillBook.Line;

/// Alipay's bills as they come: a zip of two files in GBK, whose names are in GBK as well.
public final class AlipayBillFiles {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String COLUMNS = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
            + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,"
            + "商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";

    private AlipayBillFiles() {}

    public static byte[] zip(LocalDate date, List<Line> lines) {
        return zipped(List.of(details(date, lines).getBytes(GBK), sums().getBytes(GBK)));
    }

    /// A thousand times as large as it is while it is packed.
    public static byte[] bomb() {
        return zipped(List.of(new byte[8 * 1024 * 1024]));
    }

    static String details(LocalDate date, List<Line> lines) {
        var text = new ArrayList<String>();
        text.add("#支付宝业务明细查询");
        text.add("#账号：[20881021000000010156]");
        text.add("#起始日期：[" + date + " 00:00:00]   终止日期：[" + date.plusDays(1) + " 00:00:00]");
        text.add("#-----------------------------------------业务明细列表----------------------------------------");
        text.add(COLUMNS);
        lines.forEach(line -> text.add(row(date, line)));
        text.add("#-----------------------------------------业务明细列表结束------------------------------------");
        text.add("#交易合计：" + lines.stream().filter(line -> !line.refund()).count() + "笔，商家实收共0.00元，商家优惠共0.00元");
        text.add("#退款合计：" + lines.stream().filter(Line::refund).count() + "笔，商家实收退款共0.00元，商家优惠退款共0.00元");
        text.add("#导出时间：[" + date.plusDays(1) + " 06:27:10]");
        return String.join("\r\n", text) + "\r\n";
    }

    /// Long numbers end in a tab, so that spreadsheets leave them alone.
    private static String row(LocalDate date, Line line) {
        var amount = (line.refund() ? line.yuan().negate() : line.yuan()).toPlainString();
        return String.join(
                ",",
                line.transactionId() + "\t",
                line.orderId() + "\t",
                line.refund() ? "退款" : "交易",
                "墨坊充值10元",
                date + " 10:00:00",
                date + " 10:00:30",
                " ",
                " ",
                " ",
                " ",
                "**佳(yan***@163.com)",
                amount,
                amount,
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                " ",
                "0.00",
                "0.00",
                line.refundNo() + "\t",
                BigDecimal.ZERO.toPlainString(),
                "0.00",
                "");
    }

    private static String sums() {
        return "#支付宝业务汇总查询\r\n门店编号,门店名称,交易订单总笔数\r\n合计,,0\r\n#导出时间：[]\r\n";
    }

    private static byte[] zipped(List<byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, GBK)) {
            for (int i = 0; i < files.size(); i++) {
                zip.putNextEntry(new ZipEntry("20881021000000010156_业务明细" + (i == 0 ? "" : "(汇总)") + ".csv"));
                zip.write(files.get(i));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

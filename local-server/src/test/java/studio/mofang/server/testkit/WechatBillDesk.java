package studio.mofang.server.testkit;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import okio.Buffer;
import studio.mofang.server.testkit.BillBook.Wrong;
import studio.mofang.server.testkit.WechatBooks.Result;

/// WeChat Pay's bills: announced with a hash, then handed out without a signature.
final class WechatBillDesk {
    private final BillBook book = new BillBook();

    BillBook book() {
        return book;
    }

    Result announced(HttpUrl asked) {
        var date = LocalDate.parse(String.valueOf(asked.queryParameter("bill_date")));
        if (book.takes(date, Wrong.INVALID) || !"ALL".equals(asked.queryParameter("bill_type"))) {
            return WechatBooks.refusal(400, "INVALID_REQUEST");
        }
        if (book.takes(date, Wrong.NOT_YET)) {
            return WechatBooks.refusal(400, "STATEMENT_CREATING");
        }
        return book.lines(date)
                .map(lines -> new Result(
                        200,
                        "{\"hash_type\":\"SHA1\",\"hash_value\":\"" + hash(WechatBillFiles.csv(date, lines))
                                + "\",\"download_url\":\"https://api.mch.weixin.qq.com/v3/billdownload/file?token="
                                + date + "\"}"))
                .orElseGet(() -> WechatBooks.refusal(400, "NO_STATEMENT_EXIST"));
    }

    MockResponse file(HttpUrl asked) {
        var date = LocalDate.parse(String.valueOf(asked.queryParameter("token")));
        var csv = WechatBillFiles.csv(date, book.lines(date).orElseThrow());
        var sent = csv;
        if (book.takes(date, Wrong.CUT)) {
            sent = Arrays.copyOf(csv, csv.length / 2);
        } else if (book.takes(date, Wrong.OTHER_CONTENT)) {
            sent = WechatBillFiles.csv(date.plusDays(1), book.lines(date).orElseThrow());
        }
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "text/plain")
                .body(new Buffer().write(sent))
                .build();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import studio.mofang.core.Json;
import studio.mofang.server.payment.AlipayMerchant;
import studio.mofang.server.testkit.BillBook.Wrong;

/// Alipay's gateway on this machine: verifies and signs as the real one does, keeps books, notifies when told to, and
/// misbehaves when told to.
public final class FakeAlipay implements AutoCloseable {
    public static final String APP_ID = "2021004100000001";
    public static final String SELLER_ID = "2088102100000001";
    private static final KeyPair OURS = TestKeys.pair();
    private static final KeyPair ALIPAY = TestKeys.pair();
    private static final KeyPair STRANGER = TestKeys.pair();

    private final HttpServer http;
    private final AlipayBooks books = new AlipayBooks();
    private final Mishaps mishaps = new Mishaps();
    private final BillBook bills = new BillBook();
    private final List<String> methods = new CopyOnWriteArrayList<>();

    public FakeAlipay() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/gateway.do", this::serve);
        http.createContext("/downloadBillFile.resource", this::serveBill);
        http.start();
    }

    /// The account whose keys this gateway knows.
    public AlipayMerchant merchant() {
        return new AlipayMerchant(
                APP_ID,
                SELLER_ID,
                TestKeys.base64(OURS.getPrivate().getEncoded()),
                TestKeys.base64(ALIPAY.getPublic().getEncoded()),
                URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/gateway.do"));
    }

    /// The environment that configures that account.
    public Map<String, String> environment() {
        var merchant = merchant();
        return Map.of(
                "MOFANG_ALIPAY_APP_ID", merchant.appId(),
                "MOFANG_ALIPAY_SELLER_ID", merchant.sellerId(),
                "MOFANG_ALIPAY_PRIVATE_KEY", merchant.privateKey(),
                "MOFANG_ALIPAY_PUBLIC_KEY", merchant.publicKey(),
                "MOFANG_ALIPAY_URL", merchant.gateway().toString());
    }

    public Mishaps mishaps() {
        return mishaps;
    }

    public BillBook bills() {
        return bills;
    }

    /// What Alipay calls the trade.
    public String tradeNo(String orderId) {
        return books.trade(orderId).tradeNo();
    }

    public void scan(String orderId) {
        books.become(orderId, "WAIT_BUYER_PAY");
    }

    /// The customer pays; nobody is told yet.
    public void pay(String orderId) {
        books.become(orderId, "TRADE_SUCCESS");
    }

    public String status(String orderId) {
        return books.trade(orderId).status();
    }

    public String expires(String orderId) {
        return books.trade(orderId).expires();
    }

    public String refunded(String orderId) {
        return books.trade(orderId).refunded().toPlainString();
    }

    /// The merchant sends money back by hand, at Alipay itself.
    public void refundElsewhere(String orderId, String yuan) {
        books.refund(orderId, yuan);
    }

    /// How often a method was called.
    public long calls(String method) {
        return methods.stream().filter(method::equals).count();
    }

    /// The signed form that tells of a trade as it stands, with some fields otherwise.
    public String notification(String orderId, Map<String, String> otherwise) {
        return signed(fields(orderId, otherwise), ALIPAY);
    }

    public String notification(String orderId) {
        return notification(orderId, Map.of());
    }

    /// The same, by somebody who is not Alipay.
    public String forged(String orderId) {
        return signed(fields(orderId, Map.of()), STRANGER);
    }

    /// The same, signed by Alipay itself, yet the way it did of old: with SHA-1.
    public String signedOfOld(String orderId) {
        var fields = fields(orderId, Map.of());
        return form(fields, TestKeys.sign(joined(fields), ALIPAY.getPrivate(), "SHA1withRSA"), "RSA");
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private Map<String, String> fields(String orderId, Map<String, String> otherwise) {
        var trade = books.trade(orderId);
        var fields = new TreeMap<>(Map.of(
                "notify_time",
                "2026-11-22 12:00:00",
                "notify_type",
                "trade_status_sync",
                "notify_id",
                trade.tradeNo() + "-1",
                "app_id",
                APP_ID,
                "charset",
                "utf-8",
                "version",
                "1.0",
                "seller_id",
                SELLER_ID,
                "trade_no",
                trade.tradeNo(),
                "out_trade_no",
                orderId));
        fields.put("trade_status", trade.status());
        fields.put("total_amount", trade.total().toPlainString());
        fields.put("subject", "墨坊充值 & 会员");
        fields.putAll(otherwise);
        return fields;
    }

    private static String signed(Map<String, String> fields, KeyPair signer) {
        return form(fields, TestKeys.sign(joined(fields), signer.getPrivate()), "RSA2");
    }

    private static String form(Map<String, String> fields, String sign, String type) {
        var all = new TreeMap<>(fields);
        all.put("sign", sign);
        all.put("sign_type", type);
        return all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        var asked = asked(exchange);
        var method = String.valueOf(asked.get("method"));
        var orderId = Json.shared()
                .readTree(asked.getOrDefault("biz_content", "{}"))
                .path("out_trade_no")
                .asText();
        methods.add(method);
        var mishap = mishaps.of(orderId, method).orElse(null);
        if (mishap == Mishap.HTML) {
            mishaps.done(orderId, method);
            send(exchange, 502, "text/html", "<html><body>502 Bad Gateway</body></html>");
            return;
        }
        var node = mishap == Mishap.SYSTEM_ERROR ? systemError() : answer(method, asked);
        mishaps.done(orderId, method);
        if (mishap == Mishap.DONE_BUT_SILENT) {
            cut(exchange);
            return;
        }
        var signer = mishap == Mishap.FORGED_ANSWER ? STRANGER : ALIPAY;
        var text = Json.shared().writeValueAsString(node);
        var body = "{\"" + method.replace('.', '_') + "_response\":" + text + ",\"sign\":\""
                + TestKeys.sign(text, signer.getPrivate()) + "\"}";
        send(exchange, 200, "application/json;charset=utf-8", body);
    }

    /// The first bytes of an answer: with none at all, the caller's HTTP client would try again by itself.
    private static void cut(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private ObjectNode answer(String method, Map<String, String> asked) throws IOException {
        var signed = new TreeMap<>(asked);
        var sign = signed.remove("sign");
        if (!APP_ID.equals(asked.get("app_id"))
                || sign == null
                || !TestKeys.verified(joined(signed), sign, OURS.getPublic())) {
            return AlipayBooks.refusal("isv.invalid-signature").put("code", "40002");
        }
        var content = Json.shared().readTree(asked.get("biz_content"));
        return method.equals("alipay.data.dataservice.bill.downloadurl.query")
                ? billAt(LocalDate.parse(content.path("bill_date").asText()))
                : books.answer(method, content);
    }

    /// `isp.bill_not_exist` comes with the code of an unavailable service.
    private ObjectNode billAt(LocalDate date) {
        if (bills.takes(date, Wrong.INVALID)) {
            return AlipayBooks.refusal("isv.invalid-arguments");
        }
        if (bills.lines(date).isEmpty() || bills.takes(date, Wrong.NOT_YET)) {
            return AlipayBooks.refusal("isp.bill_not_exist").put("code", "20000");
        }
        var host = bills.takes(date, Wrong.OTHER_HOST) ? "localhost" : "127.0.0.1";
        return Json.shared()
                .createObjectNode()
                .put("code", "10000")
                .put("msg", "Success")
                .put(
                        "bill_download_url",
                        "http://" + host + ":" + http.getAddress().getPort()
                                + "/downloadBillFile.resource?bizType=trade&bizDates=" + date + "&fileId=%2Ftrade");
    }

    private void serveBill(HttpExchange exchange) throws IOException {
        var date = LocalDate.parse(exchange.getRequestURI().getQuery().replaceAll(".*bizDates=([0-9-]+).*", "$1"));
        var zip = bills.takes(date, Wrong.BOMB)
                ? AlipayBillFiles.bomb()
                : AlipayBillFiles.zip(date, bills.lines(date).orElseThrow());
        var sent = bills.takes(date, Wrong.CUT) ? Arrays.copyOf(zip, zip.length / 2) : zip;
        exchange.sendResponseHeaders(200, sent.length);
        try (exchange) {
            exchange.getResponseBody().write(sent);
        }
    }

    private static ObjectNode systemError() {
        return AlipayBooks.refusal("aop.ACQ.SYSTEM_ERROR").put("code", "20000");
    }

    /// Query and form together, as the signature covers them.
    private static Map<String, String> asked(HttpExchange exchange) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getRawQuery());
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var all = new TreeMap<String, String>();
        for (var pair : (query + "&" + form).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                all.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private static String joined(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}

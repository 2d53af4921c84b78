package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import studio.mofang.core.Json;
import studio.mofang.server.payment.WechatMerchant;
import studio.mofang.server.testkit.WechatBooks.Result;

/// WeChat Pay's API v3 on this machine: verifies and signs as the real one does (with header names in their own case,
/// which the SDK insists on), keeps books, notifies when told to, and misbehaves when told to.
public final class FakeWechatPay implements AutoCloseable {
    public static final String APP_ID = "wxd678efh567hg6787";
    public static final String MERCHANT_ID = "1900000001";
    private static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    private static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0119000000012026112200000000000000";
    private static final String API_V3_KEY = "an-api-v3-key-of-32-characters-!";
    private static final KeyPair OURS = TestKeys.pair();
    private static final KeyPair WECHAT = TestKeys.pair();
    private static final KeyPair STRANGER = TestKeys.pair();
    private static final Pattern PROOF = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final MockWebServer http = new MockWebServer();
    private final WechatBooks books = new WechatBooks(APP_ID, MERCHANT_ID);
    private final Mishaps mishaps = new Mishaps();
    private final WechatBillDesk bills = new WechatBillDesk();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    public FakeWechatPay() {
        http.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answered(request);
            }
        });
        try {
            http.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The account whose keys this gateway knows.
    public WechatMerchant merchant() {
        return new WechatMerchant(
                APP_ID,
                MERCHANT_ID,
                OURS.getPrivate(),
                SERIAL,
                WECHAT.getPublic(),
                PUBLIC_KEY_ID,
                API_V3_KEY,
                URI.create("http://127.0.0.1:" + http.getPort()));
    }

    /// The environment that configures that account.
    public Map<String, String> environment() {
        return Map.of(
                "MOFANG_WECHATPAY_APP_ID", APP_ID,
                "MOFANG_WECHATPAY_MCH_ID", MERCHANT_ID,
                "MOFANG_WECHATPAY_PRIVATE_KEY",
                        TestKeys.base64(OURS.getPrivate().getEncoded()),
                "MOFANG_WECHATPAY_SERIAL", SERIAL,
                "MOFANG_WECHATPAY_PUBLIC_KEY",
                        TestKeys.base64(WECHAT.getPublic().getEncoded()),
                "MOFANG_WECHATPAY_PUBLIC_KEY_ID", PUBLIC_KEY_ID,
                "MOFANG_WECHATPAY_API_V3_KEY", API_V3_KEY,
                "MOFANG_WECHATPAY_URL", "http://127.0.0.1:" + http.getPort());
    }

    public Mishaps mishaps() {
        return mishaps;
    }

    public BillBook bills() {
        return bills.book();
    }

    /// What WeChat Pay calls the trade.
    public String transactionId(String orderId) {
        return books.trade(orderId).path("transaction_id").asText();
    }

    /// The customer pays; nobody is told yet.
    public void pay(String orderId) {
        books.pay(orderId);
    }

    public String status(String orderId) {
        return books.status(orderId);
    }

    public String expires(String orderId) {
        return books.asked(orderId).path("time_expire").asText();
    }

    public String notifyUrl(String orderId) {
        return books.asked(orderId).path("notify_url").asText();
    }

    public long refunded(String orderId) {
        return books.refunded(orderId);
    }

    /// A refund that was accepted comes to its end.
    public void refundsEnd(String status) {
        books.refundsEnd(status);
    }

    /// New refunds are accepted, and their end comes later.
    public void refundsTakeTime(boolean slow) {
        books.refundsTakeTime(slow);
    }

    /// How often a kind of call was made: `prepay`, `query`, `close`, `refund`, `refund-query`.
    public long calls(String kind) {
        return calls.stream().filter(kind::equals).count();
    }

    /// The notice of a trade as it stands, sent at `now`, with some fields of the trade otherwise.
    public WechatNotice notice(String orderId, Instant now, Map<String, ?> otherwise) {
        var trade = books.trade(orderId).deepCopy();
        otherwise.forEach((field, content) -> trade.set(field, Json.shared().valueToTree(content)));
        return WechatNotice.of(trade.toString(), "TRANSACTION.SUCCESS", API_V3_KEY)
                .signed(now, PUBLIC_KEY_ID, WECHAT);
    }

    public WechatNotice notice(String orderId, Instant now) {
        return notice(orderId, now, Map.of());
    }

    /// A genuine notice of another kind of event.
    public WechatNotice notice(String orderId, Instant now, String event) {
        var refund = "{\"out_trade_no\":\"" + orderId + "\",\"refund_status\":\"SUCCESS\"}";
        return WechatNotice.of(refund, event, API_V3_KEY).signed(now, PUBLIC_KEY_ID, WECHAT);
    }

    /// The same, signed by somebody who is not WeChat Pay.
    public WechatNotice forged(String orderId, Instant now) {
        var trade = books.trade(orderId).toString();
        return WechatNotice.of(trade, "TRANSACTION.SUCCESS", API_V3_KEY).signed(now, PUBLIC_KEY_ID, STRANGER);
    }

    @Override
    public void close() {
        http.close();
    }

    private MockResponse answered(RecordedRequest request) {
        var path = request.getUrl().encodedPath();
        var body = request.getBody() == null ? "" : request.getBody().utf8();
        var kind = WechatBooks.kind(request.getMethod(), path);
        var asked = body.isEmpty() ? Json.shared().createObjectNode() : read(body);
        var orderId = WechatBooks.orderId(path, asked);
        calls.add(kind);
        var mishap = mishaps.of(orderId, kind).orElse(null);
        if (mishap == Mishap.HTML) {
            return new MockResponse.Builder()
                    .code(502)
                    .setHeader("Content-Type", "text/html")
                    .body("<html>502 Bad Gateway</html>")
                    .build();
        }
        if (kind.equals("bill-file") && genuine(request, body)) {
            return bills.file(request.getUrl());
        }
        var result = mishap == Mishap.SYSTEM_ERROR
                ? WechatBooks.refusal(500, "SYSTEM_ERROR")
                : genuine(request, body) ? answer(request, kind, asked) : WechatBooks.refusal(401, "SIGN_ERROR");
        mishaps.done(orderId, kind);
        if (mishap == Mishap.DONE_BUT_SILENT) {
            return new MockResponse.Builder()
                    .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                    .build();
        }
        return signed(result, mishap == Mishap.FORGED_ANSWER ? STRANGER : WECHAT);
    }

    private Result answer(RecordedRequest request, String kind, JsonNode asked) {
        return kind.equals("bill")
                ? bills.announced(request.getUrl())
                : books.answer(kind, request.getUrl().encodedPath(), asked);
    }

    private static boolean genuine(RecordedRequest request, String body) {
        var authorization = String.valueOf(request.getHeaders().get("Authorization"));
        var proof = new java.util.HashMap<String, String>();
        var parts = PROOF.matcher(authorization);
        while (parts.find()) {
            proof.put(parts.group(1), parts.group(2));
        }
        var query = request.getUrl().encodedQuery();
        var target = request.getUrl().encodedPath() + (query == null ? "" : "?" + query);
        var text = request.getMethod() + "\n" + target + "\n" + proof.get("timestamp") + "\n" + proof.get("nonce_str")
                + "\n" + body + "\n";
        return authorization.startsWith("WECHATPAY2-SHA256-RSA2048 ")
                && MERCHANT_ID.equals(proof.get("mchid"))
                && SERIAL.equals(proof.get("serial_no"))
                && TestKeys.verified(text, String.valueOf(proof.get("signature")), OURS.getPublic());
    }

    private static MockResponse signed(Result result, KeyPair signer) {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        var nonce = UUID.randomUUID().toString().replace("-", "");
        var sign = TestKeys.sign(timestamp + "\n" + nonce + "\n" + result.body() + "\n", signer.getPrivate());
        return new MockResponse.Builder()
                .code(result.status())
                .setHeader("Content-Type", "application/json")
                .setHeader("Wechatpay-Timestamp", timestamp)
                .setHeader("Wechatpay-Nonce", nonce)
                .setHeader("Wechatpay-Serial", PUBLIC_KEY_ID)
                .setHeader("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                .setHeader("Wechatpay-Signature", sign)
                .body(result.body())
                .build();
    }

    private static JsonNode read(String body) {
        try {
            return Json.shared().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

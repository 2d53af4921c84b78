package studio.mofang.server.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import studio.mofang.client.ApiException;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Json;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Callback;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;

/// Buys what a test's user needs, the way a user does: an order, then the signed callback of its payment.
public final class Purse {
    private Purse() {}

    /// Ten credits a yuan.
    public static void recharge(TestServer server, TestUser user, int yuan) throws ApiException, IOException {
        var recharge = new Recharge(Money.yuan(yuan), "alipay", null);
        pay(server, new PaymentApi(user.client()).recharge(recharge));
    }

    public static void becomeMember(TestServer server, TestUser user) throws ApiException, IOException {
        var purchase = new MembershipPurchase("monthly", "alipay", null);
        pay(server, new PaymentApi(user.client()).buyMembership(purchase));
    }

    /// The provider's signed message that the order was paid.
    public static void pay(TestServer server, Order order) throws IOException {
        pay(server, order, UUID.randomUUID().toString());
    }

    public static void pay(TestServer server, Order order, String transaction) throws IOException {
        var callback = new Callback(order.orderId(), order.paymentMethod(), transaction, "success", null);
        var body = Json.shared().writeValueAsString(callback);
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/credit/payment/callback")
                .header("X-Signature", signature(body, server.clock().instant().getEpochSecond()))
                .post(RequestBody.create(body, MediaType.get("application/json")));
        try (var response = server.http().newCall(request.build()).execute()) {
            if (response.code() != 200) {
                throw new IOException(
                        "the payment was refused: " + response.body().string());
            }
        }
    }

    private static String signature(String body, long seconds) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestServer.CALLBACK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var bytes = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}

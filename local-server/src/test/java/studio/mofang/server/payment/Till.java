package studio.mofang.server.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Secrets;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.ServerConfig.Upstreams;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeAlipay;
import studio.mofang.server.testkit.FakeWechatPay;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;
import studio.mofang.server.testkit.WechatNotice;

/// A server whose orders are paid at fakes of the real providers. One per engine for the whole run.
final class Till {
    static final TypeReference<Order> ORDER = new TypeReference<>() {};
    static final FakeAlipay ALIPAY = new FakeAlipay();
    static final FakeWechatPay WECHAT = new FakeWechatPay();
    private static final Map<Engine, Till> TILLS = new EnumMap<>(Engine.class);
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded; charset=utf-8");

    final TestServer server;

    private Till(TestServer server) {
        this.server = server;
    }

    static synchronized Till of(Engine engine) {
        return TILLS.computeIfAbsent(engine, one -> new Till(TestServer.with(config(one, one.freshStorage()))));
    }

    static ServerConfig config(Engine engine, Storage storage) {
        var usual = TestServer.config(engine, storage);
        return new ServerConfig(
                usual.mode(),
                usual.listen(),
                usual.storage(),
                new Secrets(
                        TestServer.ADMIN_PASSWORD,
                        TestServer.CALLBACK_SECRET,
                        new Merchants(ALIPAY.merchant(), WECHAT.merchant()),
                        TestServer.CHEAP),
                new Upstreams(null, "http://127.0.0.1:1/api/v1", false),
                false);
    }

    /// The newest order of a user, also while it is being made.
    static String lastOrder(TestUser user) {
        return quietly(
                () -> payments(user).rechargeOrders(1, 1).items().getFirst().orderId());
    }

    static <T> T quietly(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the provider reads.
    record Answer(int status, String text) {}

    static Order recharge(TestUser user, String method, long yuan) throws ApiException {
        return payments(user).recharge(new Recharge(Money.yuan(yuan), method, null));
    }

    static PaymentApi payments(TestUser user) {
        return new PaymentApi(user.client());
    }

    static String status(TestUser user, Order order) throws ApiException {
        return payments(user).order(order.orderId()).status();
    }

    static long balance(TestUser user) throws ApiException {
        return new CreditApi(user.client()).balance().creditBalance();
    }

    static Answer notifyAlipay(TestServer server, String form) throws IOException {
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/credit/payment/notify/alipay")
                .post(RequestBody.create(form, FORM));
        return sent(server.http(), request);
    }

    static Answer notifyWechat(TestServer server, WechatNotice notice) throws IOException {
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/credit/payment/notify/wechat")
                .post(RequestBody.create(notice.body(), MediaType.get("application/json")));
        notice.headers().forEach(request::header);
        return sent(server.http(), request);
    }

    private static Answer sent(OkHttpClient http, Request.Builder request) throws IOException {
        try (var answer = http.newCall(request.build()).execute()) {
            return new Answer(answer.code(), answer.body().string());
        }
    }
}

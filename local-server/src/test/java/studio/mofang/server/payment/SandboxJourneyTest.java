package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Upstreams;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class SandboxJourneyTest {
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final Engine engine;
    private final TestServer server;
    private final TestUser user;

    SandboxJourneyTest(Engine engine) throws ApiException {
        this.engine = engine;
        server = TestServer.shared(engine);
        user = server.newUser();
    }

    private record Page(int status, String html) {}

    @Test
    void thePageShowsTheOrderAndSaysPlainlyThatItIsASimulation() throws Exception {
        var order = order(user);

        var page = open(order);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("<html lang=\"zh-CN\">", "模拟支付 · 沙箱", "不会产生真实扣款", order.orderId(), "10.00", "支付宝", "充值10元")
                .doesNotContain("{{");
    }

    @Test
    void thePageSpeaksTheBrowsersLanguage() throws Exception {
        var payments = new PaymentApi(user.client());
        var credits = address(order(user));
        var membership = address(payments.buyMembership(new MembershipPurchase("yearly", "wechat", null)));

        assertThat(english(credits, null)).contains("Sandbox", "no money is taken", "100 credits", "Alipay", "10.00");
        assertThat(english(membership, null)).contains("Yearly membership", "WeChat Pay", "Pay (simulated)");
        assertThat(english(credits, "cancel")).contains("Payment cancelled", "no money is taken");
        assertThat(english(credits, "pay")).contains("The simulated payment is done", "no money is taken");
        assertThat(english(credits + "x", null)).contains("This payment link is not valid", "no money is taken");
    }

    @Test
    void theButtonPaysTheOrderOnce() throws Exception {
        var order = order(user);

        var paid = press(order, "pay");
        var again = press(order, "pay");

        assertThat(paid.html()).contains("支付成功").doesNotContain("<form");
        assertThat(again.html()).contains("支付成功");
        assertThat(open(order).html()).contains("支付成功");
        assertThat(new CreditApi(user.client()).balance().creditBalance()).isEqualTo(100);
    }

    @Test
    void theButtonPaysAMembershipToo() throws Exception {
        var order = new PaymentApi(user.client()).buyMembership(new MembershipPurchase("yearly", "wechat", null));

        assertThat(open(order).html()).contains("年度会员", "99.00", "微信支付");
        press(order, "pay");

        assertThat(new CreditApi(user.client()).balance().membershipType()).isEqualTo("yearly");
    }

    @Test
    void cancellingLeavesTheOrderPayable() throws Exception {
        var order = order(user);

        assertThat(press(order, "cancel").html()).contains("已取消本次支付");

        assertThat(new PaymentApi(user.client()).order(order.orderId()).status())
                .isEqualTo("pending");
        assertThat(press(order, "pay").html()).contains("支付成功");
    }

    @Test
    void withoutItsTokenThePageShowsAndDoesNothing() throws Exception {
        var order = order(user);
        var other = order(user);
        var token = address(other).substring(address(other).indexOf('?'));
        var stolen = server.url() + "/pay/" + order.orderId() + token;

        for (var address : new String[] {stolen, server.url() + "/pay/" + order.orderId()}) {
            assertThat(get(address).status()).isEqualTo(403);
            assertThat(post(address, "pay").html()).contains("付款链接无效").doesNotContain(order.orderId());
        }
        assertThat(new CreditApi(user.client()).balance().creditBalance()).isZero();
    }

    @Test
    void aClosedOrderCannotBePaidOnThePage() throws Exception {
        try (var own = TestServer.with(TestServer.config(engine, engine.freshStorage()))) {
            var customer = own.newUser();
            var order = order(customer);
            own.clock().advance(Duration.ofMinutes(31));

            assertThat(press(order, "pay").html()).contains("订单已关闭").doesNotContain("<form");
            assertThat(new CreditApi(customer.client()).balance().creditBalance())
                    .isZero();
        }
    }

    @Test
    void withoutAnyGatewayNobodyCanOrderButTheBalanceStillPays() throws Exception {
        var usual = TestServer.config(engine, engine.freshStorage());
        var config = new ServerConfig(
                usual.mode(),
                usual.listen(),
                usual.storage(),
                usual.secrets(),
                new Upstreams(null, "http://127.0.0.1:1", false),
                false);
        try (var own = TestServer.with(config)) {
            var payments = new PaymentApi(own.newUser().client());

            assertThatThrownBy(() -> payments.recharge(new Recharge(Money.yuan(10), "alipay", null)))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(40005))
                    .hasMessageContaining("尚未配置支付宝收款渠道");
            assertThatThrownBy(() -> payments.buyMembership(new MembershipPurchase("monthly", "balance", null)))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(40001));
            assertThat(payments.rechargeOrders(1, 20).total()).isZero();
        }
    }

    @Test
    void theEmbeddedServersPageNeedsNoLaunchSecret() throws Exception {
        assumeTrue(engine == Engine.H2, "the embedded server keeps an H2 file");
        var storage = engine.freshStorage();
        try (var own = TestServer.with(ServerConfig.embedded(storage.dataDir()))) {
            var client = own.client(Bearer.fixed(own.server().secret()));
            var order = new PaymentApi(client).recharge(new Recharge(Money.yuan(10), "alipay", null));

            assertThat(press(order, "pay").html()).contains("支付成功");
            assertThat(new CreditApi(client).balance().creditBalance()).isEqualTo(100);
        }
    }

    private Page open(Order order) throws IOException {
        return get(address(order));
    }

    private Page press(Order order, String action) throws IOException {
        return post(address(order), action);
    }

    private Page get(String address) throws IOException {
        return page(new Request.Builder().url(address));
    }

    private Page post(String address, String action) throws IOException {
        return page(pressed(address, action));
    }

    private String english(String address, @Nullable String action) throws IOException {
        var request = action == null ? new Request.Builder().url(address) : pressed(address, action);
        var html = page(request.header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.1"))
                .html();
        assertThat(html).contains("<html lang=\"en\">").doesNotContain("{{").doesNotContainPattern("\\p{IsHan}");
        return html;
    }

    private static Request.Builder pressed(String address, String action) {
        var origin = address.substring(0, address.indexOf("/pay/"));
        return new Request.Builder()
                .url(address)
                .header("Origin", origin)
                .post(RequestBody.create("action=" + action, FORM));
    }

    /// Under `no-referrer` a browser would send the buttons with `Origin: null`, which the gate refuses.
    private Page page(Request.Builder request) throws IOException {
        try (var response = server.http().newCall(request.build()).execute()) {
            assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(response.headers("Referrer-Policy")).containsExactly("same-origin");
            return new Page(response.code(), response.body().string());
        }
    }

    private static String address(Order order) {
        return String.valueOf(order.paymentUrl());
    }

    private static Order order(TestUser user) throws ApiException {
        return new PaymentApi(user.client()).recharge(new Recharge(Money.yuan(10), "alipay", null));
    }
}

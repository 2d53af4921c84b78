package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Accounts.Login;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeAlipay;
import studio.mofang.server.testkit.Mishap;
import studio.mofang.server.testkit.ServerProcess;
import studio.mofang.server.testkit.TestServer;

/// kill -9 between the refund's being written down and its being answered: it is sent exactly once all the same, and
/// what was taken back stays taken back once. The server reads its merchant from the environment, as it does in
/// earnest.
class RefundKillTest {
    private static final OkHttpClient HTTP = new OkHttpClient();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRefundCutShortIsSentExactlyOnce(Engine engine) throws Exception {
        try (var alipay = new FakeAlipay()) {
            var storage = engine.freshStorage();
            var orderId = killed(storage, alipay, server -> {
                var paid = paid(server, alipay);
                refundUntilKilled(server, alipay, paid, "1.00", Mishap.HTML);
                return paid;
            });
            killed(storage, alipay, server -> {
                refundUntilKilled(server, alipay, orderId, "2.00", Mishap.DONE_BUT_SILENT);
                return orderId;
            });

            try (var revived = start(storage, alipay)) {
                var admin = admin(revived);
                assertThat(new PaymentApi(admin).refunds(orderId))
                        .extracting(Refund::status)
                        .containsExactly("done", "done");
                assertThat(new CreditApi(admin).balance().creditBalance()).isEqualTo(70);
                assertThat(alipay.refunded(orderId)).isEqualTo("3.00");
            }
        }
    }

    private interface Life {
        String until(ServerProcess server) throws Exception;
    }

    private static String killed(Storage storage, FakeAlipay alipay, Life life) throws Exception {
        try (var server = start(storage, alipay)) {
            return life.until(server);
        }
    }

    private static String paid(ServerProcess server, FakeAlipay alipay) throws ApiException {
        var payments = new PaymentApi(admin(server));
        var order = payments.recharge(new Recharge(Money.yuan(10), "alipay", null));
        alipay.pay(order.orderId());
        assertThat(payments.order(order.orderId()).status()).isEqualTo("paid");
        return order.orderId();
    }

    private static void refundUntilKilled(
            ServerProcess server, FakeAlipay alipay, String orderId, String amount, Mishap mishap) throws ApiException {
        var payments = new PaymentApi(admin(server));
        alipay.mishaps().befall("alipay.trade.refund", mishap);
        alipay.mishaps().beforeAnswer("alipay.trade.refund", server::kill);
        var wish = new RefundWish(Money.of(new BigDecimal(amount)), "客户要求");
        assertThatThrownBy(() -> payments.refund(orderId, wish)).isInstanceOf(ApiException.class);
    }

    private static ServerProcess start(Storage storage, FakeAlipay alipay) throws Exception {
        Map<String, String> environment = new HashMap<>(alipay.environment());
        environment.put("MOFANG_ADMIN_PASSWORD", TestServer.ADMIN_PASSWORD);
        Optional.ofNullable(storage.databaseUrl()).ifPresent(url -> {
            environment.put("MOFANG_DATABASE_URL", url);
            environment.put("MOFANG_DATABASE_USER", String.valueOf(storage.databaseUser()));
            environment.put("MOFANG_DATABASE_PASSWORD", String.valueOf(storage.databasePassword()));
        });
        return ServerProcess.start(storage.dataDir(), environment);
    }

    private static ApiClient admin(ServerProcess server) throws ApiException {
        var anonymous = new AccountApi(new ApiClient(HTTP, server.url(), Bearer.none()));
        var tokens = anonymous.login(new Login("admin", TestServer.ADMIN_PASSWORD));
        return new ApiClient(HTTP, server.url(), Bearer.fixed(tokens.accessToken()));
    }
}

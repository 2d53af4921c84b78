package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Json;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Callback;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestCallback;
import studio.mofang.server.testkit.TestCallback.Answer;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class CallbackJourneyTest {
    private final Engine engine;
    private final TestServer server;
    private final TestUser user;
    private final TestCallback provider;

    CallbackJourneyTest(Engine engine) throws ApiException {
        this.engine = engine;
        server = TestServer.shared(engine);
        user = server.newUser();
        provider = providerOf(server, TestServer.CALLBACK_SECRET);
    }

    @Test
    void theSameCallbackTwiceCreditsOnceAndAnswersTheSame() throws Exception {
        var order = order(user);
        var callback = TestCallback.success(order, fresh());

        var first = send(callback);
        var again = send(callback);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.orderStatus()).isEqualTo("paid");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void eightDeliveriesAtOnceCreditOnce() throws Exception {
        var callback = TestCallback.success(order(user), fresh());

        var answers = Crowd.of(8, () -> send(callback));

        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(answers).extracting(Answer::orderStatus).containsOnly("paid");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void aTransactionCreditsOneOrderAlone() throws Exception {
        var transaction = fresh();
        var first = order(user);
        var second = order(user);
        send(TestCallback.success(first, transaction));

        var other = send(TestCallback.success(second, transaction));

        assertThat(other.code()).isEqualTo(40005);
        assertThat(balance(user)).isEqualTo(100);
        assertThat(status(user, second)).isEqualTo("pending");
    }

    @Test
    void oneTransactionForEightOrdersAtOnceCreditsOne() throws Exception {
        var transaction = fresh();
        var orders = Crowd.of(8, () -> order(user));

        var answers = Crowd.of(8, number -> send(TestCallback.success(orders.get(number), transaction)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void aSecondTransactionForAPaidOrderGivesNothingMore() throws Exception {
        var order = order(user);
        send(TestCallback.success(order, fresh()));

        var second = send(TestCallback.success(order, fresh()));

        assertThat(second.status()).isEqualTo(200);
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void anUnsignedForgedOrStaleCallbackIsRefusedAndChangesNothing() throws Exception {
        var order = order(user);
        var body = TestCallback.written(TestCallback.success(order, fresh()));
        var now = server.clock().instant();
        var other = providerOf(server, "another-secret");

        assertRefused(provider.post(body, null));
        assertRefused(provider.post(body, ""));
        assertRefused(provider.post(body, "t=1,v1=zz"));
        assertRefused(provider.post(body, other.sign(body, now)));
        assertRefused(provider.post(body, provider.sign(body, now.minus(Duration.ofMinutes(6)))));
        assertRefused(provider.post(body, provider.sign(body, now.plus(Duration.ofMinutes(6)))));
        assertThat(status(user, order)).isEqualTo("pending");
        assertThat(balance(user)).isZero();
    }

    @Test
    void nothingIsReadBeforeTheSignatureIsVerified() throws Exception {
        for (var body : List.of("{\"order_id\":{}}", "null", "[]", "{", "")) {
            assertRefused(provider.post(body, null));
        }
    }

    @Test
    void aSignedBodyThatIsNoJsonObjectIsABadRequest() throws Exception {
        for (var body : List.of("{\"order_id\":{}}", "null", "[]", "5", "{", "")) {
            var signature = provider.sign(body, server.clock().instant());

            assertThat(provider.post(body, signature).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void aSignedBodyOfRareCharactersIsABadRequest() throws Exception {
        var rare = "𠮷".repeat(16);
        for (var field : List.of("order_id", "payment_method", "transaction_id")) {
            ObjectNode callback = Json.shared().valueToTree(TestCallback.success(order(user), fresh()));
            var body = callback.put(field, rare).toString();
            var signature = provider.sign(body, server.clock().instant());

            assertThat(provider.post(body, signature).status()).as(field).isEqualTo(400);
        }
    }

    @Test
    void aSignatureIsNotGoodForAnotherBody() throws Exception {
        var cheap = order(user);
        var body = TestCallback.written(TestCallback.success(cheap, fresh()));
        var signature = provider.sign(body, server.clock().instant());

        assertRefused(provider.post(body.replace(cheap.orderId(), order(user).orderId()), signature));
        assertRefused(provider.post(body + " ", signature));
        assertThat(balance(user)).isZero();
    }

    @Test
    void aCallbackOfFourMinutesAgoIsStillGood() throws Exception {
        var callback = TestCallback.success(order(user), fresh());

        assertThat(provider.send(callback, server.clock().instant().minus(Duration.ofMinutes(4)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownOrderIsAnsweredSoThatTheProviderTriesAgain() throws Exception {
        var answer = send(new Callback("R202601010000000", "alipay", fresh(), "success", null));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(40004);
    }

    @Test
    void anotherMethodOrAmountIsRefused() throws Exception {
        var order = order(user);

        var method = send(new Callback(order.orderId(), "wechat", fresh(), "success", null));
        var amount = send(new Callback(order.orderId(), "alipay", fresh(), "success", new Money(1)));

        assertThat(method.code()).isEqualTo(40005);
        assertThat(amount.code()).isEqualTo(40005);
        assertThat(status(user, order)).isEqualTo("pending");
        assertThat(send(new Callback(order.orderId(), "alipay", fresh(), "success", Money.yuan(10)))
                        .orderStatus())
                .isEqualTo("paid");
    }

    @Test
    void aFailureLeavesTheOrderPayableAndNeverTakesAPaymentBack() throws Exception {
        var order = order(user);

        var failed = send(new Callback(order.orderId(), "alipay", null, "failed", null));
        send(TestCallback.success(order, fresh()));
        var late = send(new Callback(order.orderId(), "alipay", null, "failed", null));

        assertThat(failed.orderStatus()).isEqualTo("pending");
        assertThat(late.orderStatus()).isEqualTo("paid");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void aSignedCallbackOfTheWrongShapeIsNamed() throws Exception {
        var answer = send(new Callback(null, "alipay", null, "success", null));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("order_id").contains("transaction_id");
    }

    @Test
    void anUnpaidOrderClosesAfterThirtyMinutesAndLateMoneyStillCounts() throws Exception {
        try (var own = TestServer.with(TestServer.config(engine, engine.freshStorage()))) {
            var customer = own.newUser();
            var order = order(customer);
            own.clock().advance(Duration.ofMinutes(31));
            assertThat(status(customer, order)).isEqualTo("closed");

            var late = providerOf(own, TestServer.CALLBACK_SECRET)
                    .send(TestCallback.success(order, fresh()), own.clock().instant());

            assertThat(late.orderStatus()).isEqualTo("paid_late");
            assertThat(status(customer, order)).isEqualTo("paid_late");
            assertThat(balance(customer)).isEqualTo(100);
        }
    }

    @Test
    void deliveriesToTwoNodesAtOnceCreditOnce() throws Exception {
        assumeTrue(engine == Engine.POSTGRES, "an H2 file has one process");
        var storage = engine.freshStorage();
        try (var one = TestServer.with(TestServer.config(engine, storage));
                var other = TestServer.with(TestServer.config(engine, storage))) {
            var customer = one.newUser();
            var nodes =
                    List.of(providerOf(one, TestServer.CALLBACK_SECRET), providerOf(other, TestServer.CALLBACK_SECRET));
            var callbacks = Crowd.of(20, () -> TestCallback.success(order(customer), fresh()));

            Crowd.of(
                    160,
                    number -> nodes.get(number % 2)
                            .send(callbacks.get(number / 8), one.clock().instant()));

            assertThat(balance(customer)).isEqualTo(2000);
        }
    }

    private Answer send(Callback callback) throws IOException {
        return provider.send(callback, server.clock().instant());
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(401);
    }

    private static TestCallback providerOf(TestServer server, String secret) {
        return new TestCallback(server.http(), server.url(), secret);
    }

    private static Order order(TestUser user) throws ApiException {
        return new PaymentApi(user.client()).recharge(new Recharge(Money.yuan(10), "alipay", null));
    }

    private static String status(TestUser user, Order order) throws ApiException {
        return new PaymentApi(user.client()).order(order.orderId()).status();
    }

    private static long balance(TestUser user) throws ApiException {
        return new CreditApi(user.client()).balance().creditBalance();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}

package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static studio.mofang.server.operation.OperationServer.assertRefused;
import static studio.mofang.server.payment.Till.ALIPAY;
import static studio.mofang.server.payment.Till.balance;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.OperationApi;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.core.Payments.Callback;
import studio.mofang.core.Payments.Order;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestCallback;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Money that came and was not credited, as the operator's desk lists it.
@ParameterizedClass
@EnumSource(Engine.class)
class PaymentEventJourneyTest {
    private static final Map<Engine, TestServer> SERVERS = new EnumMap<>(Engine.class);

    private final TestServer server;
    private final TestUser user;
    private final OperationApi desk;
    private final TestCallback provider;
    private final long before;

    PaymentEventJourneyTest(Engine engine) throws ApiException {
        server = SERVERS.computeIfAbsent(engine, one -> TestServer.with(Till.config(one, one.freshStorage())));
        user = server.newUser();
        desk = new OperationApi(server.admin().client());
        provider = new TestCallback(server.http(), server.url(), TestServer.CALLBACK_SECRET);
        before = desk.paymentEvents(1, 1).total();
    }

    @Test
    void moneyThatIsNotCreditedIsListedWithWhatWasExpectedNewestFirst() throws Exception {
        var order = order();
        var start = server.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        var unknown = "R20260101" + fresh().substring(0, 8);
        tells(order.orderId(), "alipay", "T1" + order.orderId(), new Money(1));
        tells(order.orderId(), "wechat", "T2" + order.orderId(), null);
        tells(unknown, "alipay", "T3" + order.orderId(), Money.yuan(5));

        var page = desk.paymentEvents(1, 3);

        assertThat(page.total()).isEqualTo(before + 3);
        assertThat(page.items())
                .extracting(
                        PaymentEvent::orderId,
                        PaymentEvent::provider,
                        PaymentEvent::outcome,
                        PaymentEvent::paid,
                        PaymentEvent::expected,
                        PaymentEvent::orderStatus)
                .containsExactly(
                        tuple(unknown, "alipay", "unknown_order", Money.yuan(5), null, null),
                        tuple(order.orderId(), "wechat", "other_method", null, Money.yuan(10), "pending"),
                        tuple(order.orderId(), "alipay", "other_amount", new Money(1), Money.yuan(10), "pending"));
        assertThat(page.items().getLast().transactionId()).isEqualTo("T1" + order.orderId());
        assertThat(page.items().getLast().receivedAt())
                .isBetween(start, server.clock().instant());
        assertThat(desk.paymentEvents(2, 2).items().getFirst())
                .isEqualTo(page.items().getLast());
        assertThat(balance(user)).isZero();
    }

    @Test
    void aSecondPaymentAndATransactionOfAnotherOrderAreListed() throws Exception {
        var first = order();
        var second = order();
        tells(first.orderId(), "alipay", "A" + first.orderId(), Money.yuan(10));
        tells(first.orderId(), "alipay", "B" + first.orderId(), Money.yuan(10));
        tells(second.orderId(), "alipay", "A" + first.orderId(), Money.yuan(10));

        assertThat(listed(first)).extracting(PaymentEvent::outcome).containsExactly("paid_twice");
        assertThat(listed(first)).extracting(PaymentEvent::orderStatus).containsExactly("paid");
        assertThat(listed(second)).extracting(PaymentEvent::outcome).containsExactly("other_order");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void whatAlipaySaysOfAnotherMerchantIsListedOnceHoweverOftenItIsSaid() throws Exception {
        var order = order();
        ALIPAY.pay(order.orderId());
        var notice = ALIPAY.notification(order.orderId(), Map.of("seller_id", "2088999999999999"));
        for (int i = 0; i < 3; i++) {
            assertThat(Till.notifyAlipay(server, notice).status()).isEqualTo(400);
        }

        assertThat(listed(order)).extracting(PaymentEvent::outcome).containsExactly("other_merchant");
    }

    @Test
    void anAmountThatIsToldAgainAndAgainIsListedOnce() throws Exception {
        var order = order();
        for (int i = 0; i < 3; i++) {
            tells(order.orderId(), "alipay", "T" + order.orderId(), Money.yuan(9));
        }

        assertThat(listed(order)).hasSize(1);
    }

    @Test
    void neitherForgedNorUnsignedNorFailedMessagesAreListed() throws Exception {
        var order = order();
        ALIPAY.scan(order.orderId());
        var body = TestCallback.written(new Callback(order.orderId(), "wechat", fresh(), "success", null));
        provider.post(body, null);
        provider.post(
                body,
                new TestCallback(server.http(), server.url(), "another-secret")
                        .sign(body, server.clock().instant()));
        Till.notifyAlipay(server, ALIPAY.forged(order.orderId()));
        var waiting = ALIPAY.notification(order.orderId(), Map.of("seller_id", "2088999999999999"));
        assertThat(Till.notifyAlipay(server, waiting).status()).isEqualTo(400);
        send(new Callback("R2026010199", "alipay", fresh(), "failed", null));
        send(new Callback(order.orderId(), "wechat", fresh(), "failed", null));

        assertThat(desk.paymentEvents(1, 1).total()).isEqualTo(before);
    }

    @Test
    void whatIsHandledLeavesTheListAndDoesNotComeBack() throws Exception {
        var order = order();
        tells(order.orderId(), "alipay", "T" + order.orderId(), Money.yuan(9));
        var event = listed(order).getFirst();

        desk.handled(event);
        desk.handled(event);
        tells(order.orderId(), "alipay", "T" + order.orderId(), Money.yuan(9));

        assertThat(listed(order)).isEmpty();
        assertThat(desk.paymentEvents(1, 1).total()).isEqualTo(before);
        tells(order.orderId(), "alipay", "another" + order.orderId(), Money.yuan(9));
        assertThat(listed(order)).hasSize(1);
    }

    @Test
    void onlyAdminsSeePaymentEventsAndHandleThem() throws Exception {
        var order = order();
        tells(order.orderId(), "alipay", "T" + order.orderId(), Money.yuan(9));
        var event = listed(order).getFirst();
        var curious = new OperationApi(user.client());

        assertRefused(403, () -> curious.paymentEvents(1, 20));
        assertRefused(403, () -> curious.handled(event));
        assertRefused(404, () -> desk.handled(withId(event, Long.MAX_VALUE)));
        assertThat(listed(order)).containsExactly(event);
    }

    private Order order() throws ApiException {
        return Till.recharge(user, "alipay", 10);
    }

    private void tells(String orderId, String method, String transaction, @Nullable Money amount) throws IOException {
        send(new Callback(orderId, method, transaction, "success", amount));
    }

    private void send(Callback callback) throws IOException {
        provider.send(callback, server.clock().instant());
    }

    private List<PaymentEvent> listed(Order order) throws ApiException {
        return desk.paymentEvents(1, 100).items().stream()
                .filter(event -> event.orderId().equals(order.orderId()))
                .toList();
    }

    private static PaymentEvent withId(PaymentEvent event, long id) {
        return new PaymentEvent(
                id,
                event.orderId(),
                event.provider(),
                event.transactionId(),
                event.outcome(),
                event.paid(),
                event.expected(),
                event.orderStatus(),
                event.receivedAt());
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}

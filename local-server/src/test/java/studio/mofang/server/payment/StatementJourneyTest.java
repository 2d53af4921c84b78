package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.operation.OperationServer.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.OperationApi;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.core.Statements.Difference;
import studio.mofang.core.Statements.Statement;
import studio.mofang.server.testkit.BillBook.Line;
import studio.mofang.server.testkit.BillBook.Wrong;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Yesterday's bill, fetched from fakes that hand it out as the real providers do, beside our books.
@ParameterizedClass
@MethodSource("studio.mofang.server.payment.Provider#onBothEngines")
class StatementJourneyTest {
    private static final Map<Engine, TestServer> SERVERS = new EnumMap<>(Engine.class);

    private final TestServer server;
    private final Provider provider;
    private final LocalDate day;
    private final TestUser user;

    StatementJourneyTest(Engine engine, Provider provider) throws ApiException {
        this.provider = provider;
        server = SERVERS.computeIfAbsent(engine, one -> TestServer.with(Till.config(one, one.freshStorage())));
        day = today().plusDays(1);
        var noon = day.atTime(LocalTime.NOON).atZone(BeijingTime.ZONE).toInstant();
        server.clock().advance(Duration.between(server.clock().instant(), noon));
        user = server.newUser();
    }

    @Test
    void aBillThatSaysWhatOurBooksSayHasNoDifferences() throws Exception {
        var order = paid();
        var refund = Till.payments(server.admin()).refund(order.orderId(), new RefundWish(Money.yuan(3), "客户要求"));
        provider.bills().has(day, payment(order), line(order, refund.refundNo(), "3.00"));

        var statement = compared();

        assertThat(statement.status()).isEqualTo("compared");
        assertThat(statement.payments()).isEqualTo(1);
        assertThat(statement.paid()).isEqualTo(Money.yuan(10));
        assertThat(statement.refunds()).isEqualTo(1);
        assertThat(statement.refunded()).isEqualTo(Money.yuan(3));
        assertThat(statement.differences()).isEmpty();
        assertThat(desk().statements(1, 20).items()).contains(statement);
    }

    @Test
    void moneyThatTheMerchantSentBackByHandIsShown() throws Exception {
        var order = paid();
        provider.bills().has(day, payment(order), line(order, "by hand", "2.50"));

        var statement = compared();

        assertThat(statement.differenceCount()).isEqualTo(1);
        assertThat(statement.differences())
                .containsExactly(new Difference(
                        "missing_here",
                        "refund",
                        order.orderId(),
                        "by hand",
                        provider.transaction(order.orderId()),
                        new Money(250),
                        null));
    }

    @Test
    void aBillThatIsLateWrongOrCutConcludesNothingAndIsAskedForAgain() throws Exception {
        var order = paid();
        server.clock().advance(Duration.ofDays(1));
        var desk = desk();
        for (var wrong : provider == Provider.WECHAT_PAY
                ? new Wrong[] {Wrong.NOT_YET, Wrong.INVALID, Wrong.CUT, Wrong.OTHER_CONTENT}
                : new Wrong[] {Wrong.NOT_YET, Wrong.INVALID, Wrong.CUT, Wrong.BOMB, Wrong.OTHER_HOST}) {
            provider.bills().has(day, payment(order));
            provider.bills().goesWrong(day, wrong);

            var before = desk.compareStatement(provider.method, day.toString());
            var after = desk.compareStatement(provider.method, day.toString());

            assertThat(before.reason()).as(wrong.name()).isEqualTo(reason(wrong));
            assertThat(before.differences()).as(wrong.name()).isEmpty();
            assertThat(after.reason()).as(wrong.name()).isNull();
            assertThat(after.status()).as(wrong.name()).isEqualTo("compared");
            assertThat(after.differences()).as(wrong.name()).isEmpty();
        }
    }

    @Test
    void aDayThatHasNoBillYetAndAGatewayThatIsNotConfiguredAreRefused() throws Exception {
        var admin = desk();

        assertRefused(400, () -> admin.compareStatement(provider.method, today().toString()));
        assertRefused(400, () -> admin.compareStatement(provider.method, "2020-01-01"));
        assertRefused(400, () -> admin.compareStatement(provider.method, "yesterday"));
        assertRefused(
                404, () -> admin.compareStatement("sandbox", day.minusDays(1).toString()));
    }

    @Test
    void onlyAdminsSeeStatementsAndHaveThemMade() throws ApiException {
        var operation = new OperationApi(user.client());

        assertRefused(403, () -> operation.statements(1, 20));
        assertRefused(
                403,
                () -> operation.compareStatement(
                        provider.method, day.minusDays(1).toString()));
    }

    /// What changes a file that is signed by its hash is found before the file is looked at.
    private String reason(Wrong wrong) {
        return switch (wrong) {
            case NOT_YET -> "not_yet";
            case INVALID, OTHER_HOST, OTHER_CONTENT -> "unreachable";
            case CUT, BOMB -> provider == Provider.WECHAT_PAY ? "unreachable" : "unreadable";
        };
    }

    private Order paid() throws ApiException {
        var order = Till.recharge(user, provider.method, 10);
        provider.pay(order.orderId());
        assertThat(Till.status(user, order)).isEqualTo("paid");
        return order;
    }

    private Line payment(Order order) {
        return line(order, "", "10.00");
    }

    private Line line(Order order, String refundNo, String yuan) {
        return new Line(order.orderId(), refundNo, provider.transaction(order.orderId()), new BigDecimal(yuan));
    }

    /// A day later.
    private Statement compared() throws ApiException {
        server.clock().advance(Duration.ofDays(1));
        return desk().compareStatement(provider.method, day.toString());
    }

    private OperationApi desk() throws ApiException {
        return new OperationApi(server.admin().client());
    }

    private LocalDate today() {
        return BeijingTime.date(server.clock().instant());
    }
}

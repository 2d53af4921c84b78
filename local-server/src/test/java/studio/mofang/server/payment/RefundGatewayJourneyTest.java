package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.payment.Provider.ALIPAY_GATEWAY;
import static studio.mofang.server.payment.Provider.WECHAT_PAY;
import static studio.mofang.server.payment.RefundDesk.assertRefused;
import static studio.mofang.server.payment.RefundDesk.yuan;
import static studio.mofang.server.payment.Till.WECHAT;
import static studio.mofang.server.payment.Till.balance;
import static studio.mofang.server.payment.Till.status;

import com.fasterxml.jackson.core.type.TypeReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Mishap;
import studio.mofang.server.testkit.TestUser;

/// Refunds at gateways that are silent, slow or refuse, and asked for by many at once: sent once.
@ParameterizedClass
@EnumSource(Engine.class)
class RefundGatewayJourneyTest {
    private static final TypeReference<Refund> REFUND = new TypeReference<>() {};

    private final RefundDesk desk;
    private final TestUser user;
    private final TestUser adminUser;
    private final PaymentApi admin;
    private final PaymentApi mine;

    RefundGatewayJourneyTest(Engine engine) throws ApiException {
        desk = new RefundDesk(engine);
        user = desk.user;
        adminUser = desk.adminUser;
        admin = desk.admin;
        mine = desk.mine;
    }

    @Test
    void aRefundThatWasSentInSilenceIsAskedAboutAndNotSentAgain() throws Exception {
        for (var provider : Provider.values()) {
            var order = desk.paid(provider, 10);
            provider.mishaps().befall(order.orderId(), Mishap.DONE_BUT_SILENT);
            long sent = provider.refundsSent();

            var refund = admin.refund(order.orderId(), new RefundWish(null, "客户要求"));
            assertThat(refund.status()).isEqualTo("pending");
            assertThat(status(user, order)).isEqualTo("paid");
            assertThat(balance(user)).as("taken back before the money goes").isZero();

            desk.found(order, "refunded");
            assertThat(provider.refunded(order.orderId())).isEqualTo(1000);
            assertThat(provider.refundsSent()).isEqualTo(sent + 1);
        }
    }

    @Test
    void aRefundThatNeverArrivedIsSentAgainUnderItsNumber() throws Exception {
        for (var mishap : new Mishap[] {Mishap.HTML, Mishap.SYSTEM_ERROR, Mishap.FORGED_ANSWER}) {
            var order = desk.paid(ALIPAY_GATEWAY, 10);
            ALIPAY_GATEWAY.mishaps().befall(order.orderId(), mishap);
            assertThat(admin.refund(order.orderId(), new RefundWish(null, "客户要求"))
                            .status())
                    .isEqualTo("pending");

            desk.found(order, "refunded");
            assertThat(ALIPAY_GATEWAY.refunded(order.orderId())).isEqualTo(1000);
        }
    }

    @Test
    void aRefundThatTakesItsTimeIsPendingUntilItsEnd() throws Exception {
        var order = desk.paid(WECHAT_PAY, 10);
        WECHAT.refundsTakeTime(true);
        var refund = admin.refund(order.orderId(), new RefundWish(null, "客户要求"));
        WECHAT.refundsTakeTime(false);
        assertThat(refund.status()).isEqualTo("pending");

        WECHAT.refundsEnd("SUCCESS");

        desk.found(order, "refunded");
    }

    @Test
    void whatTheGatewayRefusesInTheEndIsGivenBack() throws Exception {
        var order = desk.paid(WECHAT_PAY, 10);
        WECHAT.refundsTakeTime(true);
        admin.refund(order.orderId(), new RefundWish(yuan("5"), "客户要求"));
        WECHAT.refundsTakeTime(false);
        assertThat(balance(user)).isEqualTo(50);

        WECHAT.refundsEnd("CLOSED");
        desk.found(order, "paid");

        assertThat(balance(user)).isEqualTo(100);
        assertThat(mine.refunds(order.orderId()).getFirst().status()).isEqualTo("refused");
        assertThat(mine.refunds(order.orderId()).getFirst().creditsTaken()).isZero();
        assertThat(desk.refund(order, "10").status()).isEqualTo("done");
        assertThat(balance(user)).isZero();
    }

    @Test
    void eightRequestsUnderOneKeyAreOneRefund() throws Exception {
        var order = desk.paid(WECHAT_PAY, 10);
        var path = "credit/orders/" + order.orderId() + "/refund";
        var wish = new RefundWish(Money.yuan(4), "客户要求");

        var refunds = Crowd.of(8, () -> adminUser.client().post(path, wish, "one", REFUND));

        assertThat(refunds).containsOnly(refunds.getFirst());
        assertThat(WECHAT_PAY.refunded(order.orderId())).isEqualTo(400);
        assertThat(balance(user)).isEqualTo(60);
        assertRefused(409, () -> adminUser.client().post(path, new RefundWish(Money.yuan(5), "客户要求"), "one", REFUND));
    }

    @Test
    void eightDifferentRequestsAtOnceNeverSendMoreThanWasPaid() throws Exception {
        var order = desk.paid(ALIPAY_GATEWAY, 10);

        Crowd.of(8, () -> desk.attempts(order, "3"));

        assertThat(ALIPAY_GATEWAY.refunded(order.orderId())).isEqualTo(900);
        assertThat(balance(user)).isEqualTo(10);
    }
}

package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.payment.Provider.ALIPAY_GATEWAY;
import static studio.mofang.server.payment.RefundDesk.assertInvalid;
import static studio.mofang.server.payment.RefundDesk.assertRefused;
import static studio.mofang.server.payment.RefundDesk.yuan;
import static studio.mofang.server.payment.Till.balance;
import static studio.mofang.server.payment.Till.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Order, payment, refund at fakes of both providers: what goes back, what is taken back, and who may do it.
@ParameterizedClass
@EnumSource(Engine.class)
class RefundJourneyTest {
    private final RefundDesk desk;
    private final TestServer server;
    private final TestUser user;
    private final PaymentApi admin;
    private final PaymentApi mine;

    RefundJourneyTest(Engine engine) throws ApiException {
        desk = new RefundDesk(engine);
        server = desk.server;
        user = desk.user;
        admin = desk.admin;
        mine = desk.mine;
    }

    @Test
    void aWholeRefundSendsTheMoneyAndTakesTheCreditsBack() throws Exception {
        for (var provider : Provider.values()) {
            var order = desk.paid(provider, 10);

            var refund = admin.refund(order.orderId(), new RefundWish(null, "重复购买"));

            assertThat(refund.status()).isEqualTo("done");
            assertThat(refund.amount()).isEqualTo(Money.yuan(10));
            assertThat(refund.creditsTaken()).isEqualTo(100);
            assertThat(refund.creditsOwed()).isZero();
            assertThat(refund.settledAt()).isNotNull();
            assertThat(provider.refunded(order.orderId())).isEqualTo(1000);
            assertThat(balance(user)).isZero();
            var shown = mine.order(order.orderId());
            assertThat(shown.status()).isEqualTo("refunded");
            assertThat(shown.refundedAmount()).isEqualTo(Money.yuan(10));
            assertThat(mine.refunds(order.orderId())).containsExactly(refund);
        }
        var entry = new CreditApi(user.client()).transactions(1, 20).items().getFirst();
        assertThat(entry)
                .extracting(Transaction::type, Transaction::amount, Transaction::balanceAfter)
                .containsExactly("refund", -100L, 0L);
    }

    @Test
    void partsAddUpToTheWholeAndNeverToMore() throws Exception {
        var order = desk.paid(ALIPAY_GATEWAY, 10);

        desk.refund(order, "3.33");
        desk.refund(order, "3.33");
        assertThat(status(user, order)).isEqualTo("paid");
        assertThat(mine.order(order.orderId()).refundedAmount()).isEqualTo(yuan("6.66"));
        assertInvalid("amount", () -> desk.refund(order, "3.35"));
        assertInvalid("amount", () -> desk.refund(order, "0"));
        assertInvalid("amount", () -> desk.refund(order, "-1"));
        desk.refund(order, "3.34");

        assertThat(status(user, order)).isEqualTo("refunded");
        assertThat(balance(user)).isZero();
        assertThat(ALIPAY_GATEWAY.refunded(order.orderId())).isEqualTo(1000);
        assertRefused(409, () -> desk.refund(order, "0.01"));
        assertThat(mine.refunds(order.orderId()))
                .extracting(Refund::creditsTaken)
                .containsExactly(34L, 33L, 33L);
    }

    @Test
    void whatIsSpentIsOwedAndTheBalanceStaysAboveZero() throws Exception {
        var order = desk.paid(ALIPAY_GATEWAY, 10);
        mine.buyMembership(new MembershipPurchase("monthly", "balance", null));

        var refund = admin.refund(order.orderId(), new RefundWish(null, "客户要求"));

        assertThat(refund.creditsTaken()).isEqualTo(1);
        assertThat(refund.creditsOwed()).isEqualTo(99);
        assertThat(balance(user)).isZero();
        assertThat(mine.order(order.orderId()).creditsOwed()).isEqualTo(99);
    }

    @Test
    void onlyAdminsSendMoneyBackAndOthersSeeOnlyTheirOwn() throws Exception {
        var order = desk.paid(ALIPAY_GATEWAY, 10);
        var stranger = Till.payments(server.newUser());

        assertRefused(403, () -> mine.refund(order.orderId(), new RefundWish(null, "自己退")));
        assertRefused(40004, () -> stranger.refunds(order.orderId()));
        assertRefused(40004, () -> admin.refund("R202601010000000", new RefundWish(null, "没有")));
        assertRefused(40004, () -> admin.refund("x", new RefundWish(null, "没有")));
        assertInvalid("reason", () -> admin.refund(order.orderId(), new RefundWish(null, "")));
        assertThat(admin.refunds(order.orderId())).isEmpty();
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void anUnpaidOrderHasNothingToSendBack() throws Exception {
        var order = Till.recharge(user, "alipay", 10);

        assertRefused(409, () -> admin.refund(order.orderId(), new RefundWish(null, "没有付款")));
    }

    @Test
    void aPreviewTellsWhatARefundWouldDoAndChangesNothing() throws Exception {
        var order = desk.paid(ALIPAY_GATEWAY, 10);
        mine.buyMembership(new MembershipPurchase("monthly", "balance", null));

        var all = admin.refundPreview(order.orderId());
        var part = admin.refundPreview(order.orderId(), yuan("0.10"));

        assertThat(all.refundable()).isEqualTo(Money.yuan(10));
        assertThat(all.creditsTaken()).isEqualTo(1);
        assertThat(all.creditsOwed()).isEqualTo(99);
        assertThat(part.amount()).isEqualTo(yuan("0.10"));
        assertThat(part.refundable()).isEqualTo(Money.yuan(10));
        assertThat(part.creditsTaken()).isEqualTo(1);
        assertThat(part.creditsOwed()).isZero();
        assertThat(balance(user)).isEqualTo(1);
        assertThat(mine.refunds(order.orderId())).isEmpty();
        assertInvalid("amount", () -> admin.refundPreview(order.orderId(), yuan("10.01")));
        assertRefused(403, () -> mine.refundPreview(order.orderId()));
        assertRefused(40004, () -> admin.refundPreview("R202601010000000"));
    }
}

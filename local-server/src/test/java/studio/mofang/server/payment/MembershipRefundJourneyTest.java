package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.payment.Provider.ALIPAY_GATEWAY;
import static studio.mofang.server.payment.Till.ALIPAY;
import static studio.mofang.server.payment.Till.balance;
import static studio.mofang.server.payment.Till.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Refunds of memberships: the time that has not run goes back.
@ParameterizedClass
@EnumSource(Engine.class)
class MembershipRefundJourneyTest {
    private final RefundDesk desk;
    private final TestServer server;
    private final TestUser user;
    private final PaymentApi admin;
    private final PaymentApi mine;

    MembershipRefundJourneyTest(Engine engine) throws ApiException {
        desk = new RefundDesk(engine);
        server = desk.server;
        user = desk.user;
        admin = desk.admin;
        mine = desk.mine;
    }

    @Test
    void aMembershipThatJustBeganIsTakenBackWhole() throws Exception {
        var order = desk.member("quarterly");

        var refund = admin.refund(order.orderId(), new RefundWish(null, "买错了"));

        assertThat(refund.membershipDaysTaken()).isBetween(88L, 92L);
        assertThat(refund.membershipDaysOwed()).isZero();
        assertThat(desk.member()).isFalse();
    }

    @Test
    void ofAMembershipThatHasRunForHalfItsTimeHalfIsOwedAndLaterOnesMoveUp() throws Exception {
        var first = desk.member("monthly");
        var second = desk.member("monthly");
        var end = new CreditApi(user.client()).balance().membershipEndDate();
        server.clock().advance(Duration.ofDays(10));
        var later = server.signIn(user.tokens().user().username(), TestUser.PASSWORD);
        var root = Till.payments(server.admin());

        var refund = root.refund(first.orderId(), new RefundWish(null, "不想用了"));

        assertThat(refund.membershipDaysOwed()).isEqualTo(10);
        assertThat(refund.membershipDaysTaken()).isBetween(18L, 21L);
        var balance = new CreditApi(later.client()).balance();
        assertThat(balance.isMember()).isTrue();
        assertThat(Duration.between(balance.membershipEndDate(), end).toDays())
                .isBetween(refund.membershipDaysTaken() - 1, refund.membershipDaysTaken() + 1);
        var all = root.refund(second.orderId(), new RefundWish(null, "也不想用了"));
        assertThat(all.membershipDaysOwed()).isZero();
        assertThat(new CreditApi(later.client()).balance().isMember()).isFalse();
    }

    @Test
    void whatCreditsPaidGoesBackIntoTheBalance() throws Exception {
        desk.paid(ALIPAY_GATEWAY, 10);
        var order = mine.buyMembership(new MembershipPurchase("monthly", "balance", null));

        var refund = admin.refund(order.orderId(), new RefundWish(null, "买错了"));

        assertThat(refund.status()).isEqualTo("done");
        assertThat(balance(user)).isEqualTo(100);
        assertThat(desk.member()).isFalse();
        assertThat(status(user, order)).isEqualTo("refunded");
    }

    @Test
    void aMembershipIsGivenBackWholeWhenItsRefundIsRefusedAtOnce() throws Exception {
        var order = desk.member("monthly");
        var before = new CreditApi(user.client()).balance().membershipEndDate();
        ALIPAY.refundElsewhere(order.orderId(), "9.00");

        assertThatThrownBy(() -> admin.refund(order.orderId(), new RefundWish(null, "客户要求")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(40005))
                .hasMessageContaining("拒绝退款");

        assertThat(desk.member()).isTrue();
        assertThat(new CreditApi(user.client()).balance().membershipEndDate())
                .isBetween(before.minusSeconds(2), before.plusSeconds(5));
        assertThat(mine.order(order.orderId()).membershipDaysOwed()).isZero();
    }
}

package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// A buyer whose orders are paid, and an admin who sends the money back.
final class RefundDesk {
    final TestServer server;
    final TestUser user;
    final TestUser adminUser;
    final PaymentApi admin;
    final PaymentApi mine;

    RefundDesk(Engine engine) throws ApiException {
        server = Till.of(engine).server;
        user = server.newUser();
        mine = Till.payments(user);
        adminUser = server.admin();
        admin = Till.payments(adminUser);
    }

    Order paid(Provider provider, long yuan) throws ApiException {
        return paid(provider, Till.recharge(user, provider.method, yuan));
    }

    /// A membership, paid by Alipay.
    Order member(String plan) throws ApiException {
        return paid(Provider.ALIPAY_GATEWAY, mine.buyMembership(new MembershipPurchase(plan, "alipay", null)));
    }

    boolean member() throws ApiException {
        return new CreditApi(user.client()).balance().isMember();
    }

    Refund refund(Order order, String amount) throws ApiException {
        return admin.refund(order.orderId(), new RefundWish(yuan(amount), "客户要求"));
    }

    /// False when there was not so much left.
    boolean attempts(Order order, String amount) throws ApiException {
        try {
            refund(order, amount);
            return true;
        } catch (ApiException e) {
            assertThat(e.code()).isEqualTo(400);
            return false;
        }
    }

    /// Somebody looks at the refund a moment later.
    void found(Order order, String wanted) throws ApiException {
        server.clock().advance(Duration.ofSeconds(2));
        mine.refunds(order.orderId());
        assertThat(Till.status(user, order)).isEqualTo(wanted);
    }

    static Money yuan(String amount) {
        return Money.of(new BigDecimal(amount));
    }

    static void assertRefused(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    static void assertInvalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(400);
            assertThat(e.errors()).extracting("field").contains(field);
        });
    }

    private Order paid(Provider provider, Order order) throws ApiException {
        provider.pay(order.orderId());
        assertThat(Till.status(user, order)).isEqualTo("paid");
        return order;
    }
}

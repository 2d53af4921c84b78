package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.payment.Till.ALIPAY;
import static studio.mofang.server.payment.Till.WECHAT;
import static studio.mofang.server.payment.Till.balance;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

/// Two nodes on one PostgreSQL: whichever of them a provider reaches, and however often, counts once.
class TwoNodesTest {
    private static final int ORDERS = 6;
    private static final int DELIVERIES = 8;

    @Test
    void eightDeliveriesOfEachPaymentToTwoNodesCreditOnce() throws Exception {
        var storage = Engine.POSTGRES.freshStorage();
        try (var one = TestServer.with(Till.config(Engine.POSTGRES, storage));
                var other = TestServer.with(Till.config(Engine.POSTGRES, storage))) {
            var nodes = List.of(one, other);
            var customer = one.newUser();
            var alipay = Crowd.of(ORDERS, () -> Till.recharge(customer, "alipay", 10));
            var wechat = Crowd.of(ORDERS, () -> Till.recharge(customer, "wechat", 10));
            alipay.forEach(order -> ALIPAY.pay(order.orderId()));
            wechat.forEach(order -> WECHAT.pay(order.orderId()));

            Crowd.of(ORDERS * DELIVERIES, number -> {
                var node = nodes.get(number % 2);
                var paidByAlipay = alipay.get(number / DELIVERIES).orderId();
                var paidByWechat = wechat.get(number / DELIVERIES).orderId();
                Till.notifyAlipay(node, ALIPAY.notification(paidByAlipay));
                return Till.notifyWechat(
                        node, WECHAT.notice(paidByWechat, one.clock().instant()));
            });
            assertThat(balance(customer)).isEqualTo(2 * ORDERS * 100);

            var admins = List.of(Till.payments(one.admin()), Till.payments(other.admin()));
            var order = alipay.getFirst().orderId();
            Crowd.of(
                    2,
                    number -> Till.quietly(() -> {
                        try {
                            return admins.get(number).refund(order, new RefundWish(null, "两个节点同时退"));
                        } catch (studio.mofang.client.ApiException e) {
                            assertThat(e.code()).isEqualTo(409);
                            return e;
                        }
                    }));
            assertThat(ALIPAY.refunded(order)).isEqualTo("10.00");
            assertThat(balance(customer)).isEqualTo(2 * ORDERS * 100 - 100);
        }
    }
}

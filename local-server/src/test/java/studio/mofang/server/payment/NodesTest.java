package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.payment.Till.ALIPAY;
import static studio.mofang.server.payment.Till.WECHAT;
import static studio.mofang.server.payment.Till.balance;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

/// Three nodes on one PostgreSQL: whichever of them a provider reaches, and however often, counts once (rule P3).
class NodesTest {
    private static final int ORDERS = Integer.getInteger("mofang.paid.orders", 6);
    private static final int DELIVERIES = 8;

    @Test
    void eightDeliveriesOfEachPaymentToThreeNodesCreditOnce() throws Exception {
        var storage = Engine.POSTGRES.freshStorage();
        try (var one = TestServer.with(Till.config(Engine.POSTGRES, storage));
                var other = TestServer.with(Till.config(Engine.POSTGRES, storage));
                var third = TestServer.with(Till.config(Engine.POSTGRES, storage))) {
            var nodes = List.of(one, other, third);
            var customer = one.newUser();
            var orders = new ArrayList<String>();
            for (int each = 0; each < ORDERS; each++) {
                var alipay = Till.recharge(customer, "alipay", 10).orderId();
                var wechat = Till.recharge(customer, "wechat", 10).orderId();
                orders.add(alipay);
                ALIPAY.pay(alipay);
                WECHAT.pay(wechat);
                Crowd.of(DELIVERIES, number -> {
                    var node = nodes.get(number % nodes.size());
                    Till.notifyAlipay(node, ALIPAY.notification(alipay));
                    return Till.notifyWechat(
                            node, WECHAT.notice(wechat, one.clock().instant()));
                });
            }
            assertThat(balance(customer)).isEqualTo(2 * ORDERS * 100);

            var admins = List.of(Till.payments(one.admin()), Till.payments(other.admin()));
            var order = orders.getFirst();
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

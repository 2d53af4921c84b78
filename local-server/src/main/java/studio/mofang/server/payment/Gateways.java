package studio.mofang.server.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Problem;

/// Which gateway takes the money for a payment method of new orders, and which took it for an order that exists.
final class Gateways {
    private static final Map<String, String> METHODS = Map.of("alipay", "支付宝", "wechat", "微信支付");

    private final Map<String, PaymentGateway> byMethod;
    private final List<PaymentGateway> known;

    /// New orders go by payment method: `alipay`, `wechat`. `known` are all that older orders may have gone to.
    Gateways(Map<String, PaymentGateway> byMethod, List<PaymentGateway> known) {
        this.byMethod = Map.copyOf(byMethod);
        this.known = List.copyOf(known);
    }

    static String methodName(String method) {
        return METHODS.getOrDefault(method, method);
    }

    /// Throws Problem(PAYMENT_FAILED) when nothing is configured for the method.
    PaymentGateway forMethod(String method) {
        var gateway = byMethod.get(method);
        if (gateway == null) {
            throw new Problem(Fault.PAYMENT_FAILED, "本服务尚未配置" + methodName(method) + "收款渠道，暂时无法付款，请联系管理员配置后再试")
                    .because("no_channel");
        }
        return gateway;
    }

    PaymentGateway of(Order order) throws GatewayException {
        return find(order)
                .orElseThrow(() -> new GatewayException("gateway " + order.gateway() + " is no longer configured"));
    }

    boolean knows(Order order) {
        return find(order).isPresent();
    }

    boolean sandbox(Order order) {
        return find(order).map(PaymentGateway::sandbox).orElse(false);
    }

    private Optional<PaymentGateway> find(Order order) {
        return known.stream()
                .filter(gateway -> gateway.name().equals(order.gateway()))
                .findFirst();
    }
}

package studio.mofang.server.payment;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Payments;
import studio.mofang.core.Plan;

/// An order as it goes over the wire, with the address where it can be paid while it can.
final class OrderWire {
    private final Gateways gateways;
    private final Supplier<String> server;

    /// `server` is this server's own address as others reach it, known once it listens.
    OrderWire(Gateways gateways, Supplier<String> server) {
        this.gateways = gateways;
        this.server = server;
    }

    Payments.Order shown(Order order) {
        return new Payments.Order(
                order.orderId(),
                order.uuid(),
                order.goods().kind(),
                order.amount(),
                order.originalAmount(),
                order.goods() instanceof Goods.Recharge(long credits) ? credits : null,
                order.price().bonusCredits(),
                order.goods() instanceof Goods.Membership(Plan plan) ? plan.type() : null,
                order.paymentMethod(),
                order.couponCode(),
                order.status(),
                order.open() ? complete(order.paymentUrl()) : null,
                gateways.sandbox(order),
                order.createdAt(),
                order.expiresAt(),
                order.paidAt(),
                order.returned().amount(),
                order.returned().creditsOwed(),
                RefundService.days(order.returned().timeOwed()));
    }

    private @Nullable String complete(@Nullable String url) {
        return url != null && url.startsWith("/") ? server.get() + url : url;
    }
}

package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.web.Problem;

/// Somebody whom a friend has invited, and to whom deeds happen at the shop.
final class Customer {
    static final String ASKED_FOR = "客户要求";
    private static final int TRANSACTIONS = 4;
    private static final Duration HOLD_LIFE = Duration.ofDays(300);

    final long user;
    final long friend;
    private final Shop shop;
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final List<UUID> holds = new CopyOnWriteArrayList<>();
    private final AtomicInteger spendings = new AtomicInteger();

    Customer(Shop shop) {
        this(shop, shop.store.newUser());
    }

    Customer(Shop shop, long friend) {
        this.shop = shop;
        this.friend = friend;
        this.user = shop.store.newUser();
        shop.referrals.joined(user, "user" + user, friend);
    }

    List<Order> orders() {
        return orders;
    }

    Optional<Order> order(Deed deed) {
        return one(orders, deed);
    }

    Optional<UUID> hold(Deed deed) {
        return one(holds, deed);
    }

    /// The number of the provider's transaction that the deed means.
    String transaction(Deed deed) {
        return user + "-" + deed.much() % TRANSACTIONS;
    }

    /// What the deed comes to, whatever else happens at the same time.
    void does(Deed deed) {
        switch (deed.kind()) {
            case ORDER -> places(deed.much());
            case CALLBACK -> order(deed).ifPresent(order -> shop.callback(order, transaction(deed), "success"));
            case FAILED_CALLBACK -> order(deed).ifPresent(order -> shop.callback(order, "", "failed"));
            case LATER -> {
                shop.store.clock().advance(Duration.ofMinutes(7));
                orders.forEach(this::asks);
            }
            case HOLD -> holds(deed.much());
            case CAPTURE -> hold(deed).ifPresent(hold -> shop.credits().capture(user, hold, "generation", "公众号文章"));
            case RELEASE -> hold(deed).ifPresent(hold -> shop.credits().release(user, hold));
            case SPEND -> spends(user, deed.much());
            case FRIEND_SPENDS -> spends(friend, deed.much());
            case GIFT -> shop.credits().add(user, gift(deed));
            case REFUND -> order(deed).ifPresent(order -> refunds(order, deed.part(), ASKED_FOR));
            case REFUSED_REFUND -> order(deed).ifPresent(order -> refunds(order, deed.part(), FakeGateway.REFUSED));
        }
    }

    /// As a sweep does, which would ask about the orders of all the customers before as well.
    private void asks(Order order) {
        var stored = shop.stored(order.orderId());
        if (stored.open()) {
            shop.watch.ask(stored);
        }
    }

    Order places(int yuan) {
        var order = shop.recharge(user, yuan, Optional.empty());
        orders.add(order);
        return order;
    }

    /// Absent when there are not so many credits.
    Optional<UUID> holds(int credits) {
        try {
            var hold = shop.credits().hold(user, credits, "creation", HOLD_LIFE).orElseThrow();
            holds.add(hold);
            return Optional.of(hold);
        } catch (Problem e) {
            assertThat(e.fault()).isEqualTo(Fault.INSUFFICIENT_CREDITS);
            return Optional.empty();
        }
    }

    boolean spends(long who, int credits) {
        var reference = "S" + spendings.incrementAndGet();
        return shop.credits().spend(who, new LedgerEntry(Cause.ORDER, reference, "membership", credits, "会员"));
    }

    /// False when there was nothing to send back, not so much, or the provider would not.
    boolean refunds(Order order, OptionalInt yuan, String reason) {
        try {
            shop.refund(order, yuan.isEmpty() ? null : Money.yuan(yuan.getAsInt()), reason);
            return true;
        } catch (Problem e) {
            assertThat(e.fault()).isIn(Fault.CONFLICT, Fault.BAD_REQUEST, Fault.PAYMENT_FAILED);
            return false;
        }
    }

    static LedgerEntry gift(Deed deed) {
        return new LedgerEntry(Cause.ACTIVITY, "A" + deed.which(), "gift", deed.much(), "活动赠送");
    }

    private static <T> Optional<T> one(List<T> all, Deed deed) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(deed.which() % all.size()));
    }
}

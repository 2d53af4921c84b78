package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import studio.mofang.core.Fault;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.web.Problem;

/// Somebody to whom deeds happen, at the shop and in a model beside it.
final class Customer {
    private static final int TRANSACTIONS = 4;
    private static final Duration HOLD_LIFE = Duration.ofDays(300);

    private final Shop shop;
    private final long user;
    private final MoneyModel model = new MoneyModel();
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final List<UUID> holds = new CopyOnWriteArrayList<>();
    private final AtomicInteger spendings = new AtomicInteger();

    Customer(Shop shop) {
        this.shop = shop;
        this.user = shop.store.newUser(0);
    }

    void does(Deed deed) {
        switch (deed.kind()) {
            case ORDER -> order(deed.much());
            case CALLBACK -> calledBack(deed);
            case FAILED_CALLBACK -> one(orders, deed).ifPresent(order -> shop.callback(order, "", "failed"));
            case LATER -> {
                shop.store.clock().advance(Duration.ofMinutes(7));
                shop.watch.sweep();
            }
            case HOLD -> hold(deed.much());
            case CAPTURE -> one(holds, deed).ifPresent(this::capture);
            case RELEASE -> one(holds, deed).ifPresent(this::release);
            case SPEND -> spend(deed.much());
            case GIFT -> gift(deed);
        }
    }

    void assertAsTheModelSays() {
        var balance = shop.credits().balance(user);
        assertThat(balance.creditBalance()).isEqualTo(model.balance());
        assertThat(balance.creditHeld()).isEqualTo(model.held());
    }

    /// Each paid order gave its credits, and no other did.
    void assertPaidOrdersAreWhatWasCredited() {
        var paid = orders.stream()
                .map(order -> shop.stored(order.orderId()))
                .filter(Order::paid)
                .map(Order::orderId)
                .toList();
        assertThat(shop.credited(user)).containsExactlyInAnyOrderElementsOf(paid);
    }

    private void order(int yuan) {
        var order = shop.recharge(user, yuan, Optional.empty());
        orders.add(order);
        model.ordered(order.orderId(), yuan * 10);
    }

    private void calledBack(Deed deed) {
        one(orders, deed).ifPresent(order -> {
            var transaction = user + "-" + deed.much() % TRANSACTIONS;
            shop.callback(order, transaction, "success");
            model.calledBack(order.orderId(), transaction);
        });
    }

    private void hold(int credits) {
        try {
            var hold = shop.credits().hold(user, credits, "creation", HOLD_LIFE).orElseThrow();
            holds.add(hold);
            model.held(hold, credits);
        } catch (Problem e) {
            assertThat(e.fault()).isEqualTo(Fault.INSUFFICIENT_CREDITS);
        }
    }

    private void capture(UUID hold) {
        shop.credits().capture(user, hold, "generation", "公众号文章");
        model.captured(hold);
    }

    private void release(UUID hold) {
        shop.credits().release(user, hold);
        model.released(hold);
    }

    private void spend(int credits) {
        var reference = "S" + spendings.incrementAndGet();
        if (shop.credits().spend(user, new LedgerEntry(Cause.ORDER, reference, "membership", credits, "会员"))) {
            model.spent(credits);
        }
    }

    private void gift(Deed deed) {
        var entry = new LedgerEntry(Cause.ACTIVITY, "A" + deed.which(), "gift", deed.much(), "活动赠送");
        shop.credits().add(user, entry);
        model.gifted(deed.which(), deed.much());
    }

    private static <T> Optional<T> one(List<T> all, Deed deed) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(deed.which() % all.size()));
    }
}

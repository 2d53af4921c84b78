package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Credits.Balance;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.core.Page;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundPreview;

/// Credits and recharges: an order is paid when a test says so.
public final class FakeWallet {
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Fault> refundFaults = new ArrayList<>();
    private @Nullable RefundPreview preview;
    private final UnaryOperator<String> page;
    private long ids;
    private boolean member;

    FakeWallet(UnaryOperator<String> page) {
        this.page = page;
    }

    synchronized MockResponse answer(RecordedRequest request, String[] parts) {
        return switch (parts[1]) {
            case "balance" -> ok(new Balance(balance(), 0, member, member ? "monthly" : null, null));
            case "transactions" -> ok(new Page<>(transactions.size(), 1, 50, transactions));
            case "orders" -> about(request, parts[2], parts.length == 4 ? parts[3] : "");
            case "recharge" ->
                parts.length == 3
                        ? ok(new Page<>(
                                orders.size(),
                                1,
                                50,
                                orders.values().stream().toList().reversed()))
                        : ok(order(read(request, new TypeReference<>() {})));
            default -> ok(new Page<>(0, 1, 50, List.of()));
        };
    }

    private MockResponse about(RecordedRequest request, String orderId, String what) {
        if (what.equals("refunds")) {
            return ok(refunds);
        }
        if (what.equals("refund-preview")) {
            return preview == null ? refused(Fault.CONFLICT) : ok(preview);
        }
        if (what.equals("refund")) {
            return refund(request);
        }
        if (what.equals("cancel")) {
            becomes(orderId, "closed");
        }
        return ok(orders.get(orderId));
    }

    public synchronized void makesMember() {
        member = true;
    }

    public synchronized void gives(long credits) {
        transactions.addFirst(new Transaction(
                ++ids, UUID.randomUUID(), "gift", credits, balance() + credits, "赠送", null, Instant.now()));
    }

    /// A refund is done, or is lost on its way back to whoever asked for it.
    private MockResponse refund(RecordedRequest request) {
        keys.add(String.valueOf(request.getHeaders().get("Idempotency-Key")));
        if (!refundFaults.isEmpty()) {
            return refused(refundFaults.removeFirst());
        }
        return ok(refunds.getFirst());
    }

    /// What went back of any order.
    public synchronized void refunds(List<Refund> all) {
        refunds.addAll(all);
    }

    /// What a refund of any order would do; before, nothing is left to refund.
    public synchronized void wouldRefund(RefundPreview what) {
        preview = what;
    }

    /// The next refunds fail so.
    public synchronized void refusesRefunds(Fault... inThisOrder) {
        refundFaults.addAll(List.of(inThisOrder));
    }

    /// Under which keys refunds were asked for.
    public synchronized List<String> refundKeys() {
        return List.copyOf(keys);
    }

    private Order order(Recharge recharge) {
        var id = "R20261122%07d".formatted(++ids);
        var amount = Objects.requireNonNull(recharge.amount());
        var order = new Order(
                id,
                UUID.randomUUID(),
                "recharge",
                amount,
                amount,
                amount.fen() / 10,
                0,
                null,
                Objects.requireNonNull(recharge.paymentMethod()),
                null,
                "pending",
                page.apply(id),
                true,
                Instant.now(),
                Instant.now().plus(Duration.ofMinutes(30)),
                null,
                Money.ZERO,
                0,
                0);
        orders.put(id, order);
        return order;
    }

    public synchronized void pay(String orderId) {
        becomes(orderId, "paid");
        var order = orders.get(orderId);
        var credits = Objects.requireNonNull(order.credits());
        transactions.addFirst(new Transaction(
                ++ids, UUID.randomUUID(), "recharge", credits, balance() + credits, "充值", orderId, Instant.now()));
    }

    /// The order takes another status, without any credits moving.
    public synchronized void becomes(String orderId, String status) {
        orders.put(orderId, with(orders.get(orderId), status));
    }

    private long balance() {
        return transactions.stream().mapToLong(Transaction::amount).sum();
    }

    private static Order with(Order order, String status) {
        return new Order(
                order.orderId(),
                order.uuid(),
                order.kind(),
                order.amount(),
                order.originalAmount(),
                order.credits(),
                order.bonusCredits(),
                order.membershipType(),
                order.paymentMethod(),
                order.couponCode(),
                status,
                null,
                order.sandbox(),
                order.createdAt(),
                order.expiresAt(),
                Instant.now(),
                order.refundedAmount(),
                order.creditsOwed(),
                order.membershipDaysOwed());
    }
}

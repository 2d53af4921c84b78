package studio.mofang.server.payment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import studio.mofang.core.Money;

/// A provider that can be down, that can be paid at without telling, and that counts what it is asked to create.
final class FakeGateway implements PaymentGateway {
    /// The reason of refunds that this provider will not send.
    static final String REFUSED = "会被渠道拒绝";

    private final Map<String, State> books = new ConcurrentHashMap<>();
    private final List<String> sentBack = new CopyOnWriteArrayList<>();
    private final AtomicInteger created = new AtomicInteger();
    private volatile boolean down;
    private volatile Consumer<Order> whileCreating = _ -> {};

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public String create(Order order) throws GatewayException {
        answer();
        created.incrementAndGet();
        whileCreating.accept(order);
        return "https://provider.example/" + order.orderId();
    }

    @Override
    public State query(Order order) throws GatewayException {
        answer();
        return books.getOrDefault(order.orderId(), new State.Waiting());
    }

    @Override
    public boolean close(Order order) throws GatewayException {
        answer();
        return books.computeIfAbsent(order.orderId(), _ -> new State.Closed()) instanceof State.Closed;
    }

    @Override
    public Return refund(Order order, Refund refund) throws GatewayException {
        answer();
        return refund.reason().equals(REFUSED) ? new Return.Refused("不退") : refundInSilence(refund);
    }

    @Override
    public Return refundState(Order order, Refund refund) throws GatewayException {
        answer();
        return sentBack.contains(refund.refundNo()) ? new Return.Done() : new Return.Unknown();
    }

    /// The money goes back, and the answer gets lost.
    Return refundInSilence(Refund refund) {
        sentBack.add(refund.refundNo());
        return new Return.Done();
    }

    /// How often money was sent back.
    int refunds() {
        return sentBack.size();
    }

    /// Somebody pays, and the callback gets lost.
    void paySilently(Order order, String transaction) {
        paySilently(order, transaction, order.amount());
    }

    void paySilently(Order order, String transaction, Money amount) {
        books.putIfAbsent(order.orderId(), new State.Paid(transaction, amount));
    }

    /// What happens before the answer to `create` arrives.
    void whileCreating(Consumer<Order> event) {
        whileCreating = event;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    int created() {
        return created.get();
    }

    private void answer() throws GatewayException {
        if (down) {
            throw new GatewayException("the provider does not answer");
        }
    }
}

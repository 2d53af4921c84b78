package studio.mofang.server.payment;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.SandboxRepository.Trade;

/// A gateway that moves no money, for machines without a merchant's keys. It keeps its own books, apart from the
/// orders, so that it can be asked like a real one about payments whose callback never came.
final class SandboxGateway implements PaymentGateway {
    static final String NAME = "sandbox";

    private final Database database;
    private final PageToken tokens;
    private final InstantSource clock;
    private final SandboxRepository trades = new SandboxRepository();

    SandboxGateway(Database database, PageToken tokens, InstantSource clock) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean sandbox() {
        return true;
    }

    /// A page on this server.
    @Override
    public String create(Order order) {
        return "/pay/" + order.orderId() + "?token=" + tokens.of(order.orderId());
    }

    @Override
    public State query(Order order) {
        return database.read(sql -> trades.find(sql, order.orderId()))
                .map(SandboxGateway::state)
                .orElseGet(State.Waiting::new);
    }

    @Override
    public boolean close(Order order) {
        return decided(order, null) instanceof State.Closed;
    }

    @Override
    public Return refund(Order order, Refund refund) {
        return database.writeDurably(tx -> {
            trades.insertRefund(tx, refund, clock.instant());
            return new Return.Done();
        });
    }

    @Override
    public Return refundState(Order order, Refund refund) {
        return database.read(sql -> trades.refunded(sql, refund)) ? new Return.Done() : new Return.Unknown();
    }

    /// What pressing the button does at the provider: absent when the trade was closed before.
    Optional<State.Paid> pay(Order order) {
        return decided(order, "SANDBOX" + order.orderId()) instanceof State.Paid paid
                ? Optional.of(paid)
                : Optional.empty();
    }

    private State decided(Order order, @Nullable String transactionId) {
        return database.writeDurably(tx -> {
            trades.insert(tx, order.orderId(), transactionId, order.amount(), clock.instant());
            return trades.find(tx, order.orderId()).map(SandboxGateway::state).orElseThrow();
        });
    }

    private static State state(Trade trade) {
        return trade.transactionId() == null
                ? new State.Closed()
                : new State.Paid(trade.transactionId(), new Money(trade.fen()));
    }
}

package studio.mofang.server.payment;

import static studio.mofang.server.db.gen.Tables.CREDIT_ENTRY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Callback;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.testkit.TestCallback;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// The payment services on a test's store, with a provider that the test commands.
final class Shop {
    final TestStore store;
    final FakeGateway provider = new FakeGateway();
    final OrderWatch watch;
    final OrderService orders;
    private final CallbackSignature signature;
    private final Callbacks callbacks;
    private final OrderRepository rows = new OrderRepository();

    Shop(TestStore store) {
        this.store = store;
        var database = store.database();
        var clock = store.clock();
        var gateways = new Gateways(Map.of("alipay", provider), List.of(provider));
        var settlement = new Settlement(database, store.credits(), store.memberships(), clock);
        watch = new OrderWatch(database, gateways, settlement, clock);
        signature = new CallbackSignature("secret".getBytes(StandardCharsets.UTF_8), clock);
        callbacks = new Callbacks(signature, settlement);
        var balance = new BalancePayment(store.credits(), settlement);
        var wire = new OrderWire(gateways, () -> "http://localhost");
        orders = new OrderService(database, gateways, balance, watch, wire, clock);
    }

    CreditService credits() {
        return store.credits();
    }

    Order recharge(long user, long yuan, Optional<RequestKey> key) {
        var price = Money.yuan(yuan);
        var placed = orders.place(new Purchase(user, Goods.Recharge.of(price), price, "alipay", key));
        return stored(placed.orderId());
    }

    Order stored(String orderId) {
        return store.database().read(sql -> rows.find(sql, orderId)).orElseThrow();
    }

    /// False when the provider is told that its message is refused.
    boolean callback(Order order, String transaction, String status) {
        var body = TestCallback.written(new Callback(order.orderId(), "alipay", transaction, status, null))
                .getBytes(StandardCharsets.UTF_8);
        try {
            callbacks.receive(Optional.of(signature.sign(body)), body);
            return true;
        } catch (Problem _) {
            return false;
        }
    }

    /// The orders for which the ledger has an entry that put credits in.
    List<String> credited(long user) {
        return store.database()
                .read(sql -> sql.select(CREDIT_ENTRY.REFERENCE)
                        .from(CREDIT_ENTRY)
                        .where(CREDIT_ENTRY.USER_ID.eq(user))
                        .and(CREDIT_ENTRY.TYPE.eq(Goods.RECHARGE))
                        .fetch(CREDIT_ENTRY.REFERENCE));
    }
}

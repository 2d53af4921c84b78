package studio.mofang.server.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.bill.Movement;

/// What we have on record of the money at the gateways, for whoever compares it with what the gateways say.
public final class Books {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final OrderWatch watch;
    private final OrderRepository orders = new OrderRepository();
    private final MovementRepository movements = new MovementRepository();

    Books(Database database, OrderWatch watch) {
        this.database = database;
        this.watch = watch;
    }

    /// When the first order went to this gateway.
    public Optional<Instant> begun(String gateway) {
        return database.read(sql -> movements.firstOrder(sql, gateway));
    }

    /// The payments that were credited and the refunds that were done, by when we learned of them.
    public List<Movement> settled(String gateway, Instant from, Instant until) {
        return database.read(sql -> {
            var all = new ArrayList<>(movements.payments(sql, gateway, from, until));
            all.addAll(movements.refunds(sql, gateway, from, until));
            return all;
        });
    }

    /// All of these orders, with refunds that are still under way.
    public List<Movement> of(String gateway, Collection<String> orderIds) {
        var ids = List.copyOf(orderIds);
        var all = new ArrayList<Movement>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            all.addAll(database.read(sql -> movements.payments(sql, gateway, some)));
            all.addAll(database.read(sql -> movements.refunds(sql, gateway, some)));
        }
        return all;
    }

    /// Asks the gateway about an order of which it says that money came, and settles it if that is so. False when
    /// there is no such order at this gateway, or it is paid.
    public boolean ask(String gateway, String orderId) {
        database.assertNoTransaction();
        var order = database.read(sql -> orders.find(sql, orderId))
                .filter(one -> one.gateway().equals(gateway) && !one.paid());
        order.ifPresent(watch::ask);
        return order.isPresent();
    }
}

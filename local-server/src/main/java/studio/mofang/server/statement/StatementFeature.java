package studio.mofang.server.statement;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.BillSource;
import studio.mofang.server.payment.Books;
import studio.mofang.server.payment.OrderAnswers;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Idempotency;

/// Joins the parts that compare our books with the providers'.
public final class StatementFeature {
    private final StatementRoutes routes;
    private final StatementWatch watch;

    public StatementFeature(
            Database database, Idempotency idempotency, List<BillSource> bills, Books books, InstantSource clock) {
        var service = new StatementService(database, books, clock);
        watch = new StatementWatch(database, bills, books, service, clock);
        routes = new StatementRoutes(service, watch, new OrderAnswers(database, idempotency));
    }

    public void register(Api api) {
        routes.register(api);
    }

    public Sweep sweep() {
        return new Sweep("statements", Duration.ofMinutes(10), watch::sweep);
    }
}

package studio.mofang.server.payment;

import java.time.Duration;
import java.time.InstantSource;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Database;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.task.Sweeper.Sweep;

/// Joins the parts that send money back.
final class RefundFeature {
    private final RefundRoutes routes;
    private final RefundWatch watch;

    RefundFeature(
            Database database,
            Gateways gateways,
            CreditService credits,
            MembershipService memberships,
            Offers offers,
            OrderAnswers answers,
            InstantSource clock) {
        var returns = new Returns(credits, memberships);
        var settlement = new RefundSettlement(database, returns, offers, clock);
        watch = new RefundWatch(database, gateways, settlement, clock);
        var previews = new RefundPreviews(database, returns, offers);
        routes = new RefundRoutes(new RefundService(database, gateways, settlement, watch), previews, answers);
    }

    RefundRoutes routes() {
        return routes;
    }

    Sweep sweep() {
        return new Sweep("refunds", Duration.ofSeconds(20), watch::sweep);
    }
}

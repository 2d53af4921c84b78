package studio.mofang.server.activity;

import java.time.InstantSource;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Api;

/// Joins the parts of the activity feature; the composition root's page for it.
public final class ActivityFeature {
    private final ActivityRoutes routes;
    private final Promotions promotions;

    public ActivityFeature(Database database, CreditService credits, InstantSource clock) {
        routes = new ActivityRoutes(new ActivityService(database, credits, clock));
        promotions = new Promotions(database, credits, clock);
    }

    public void register(Api api) {
        routes.register(api);
    }

    /// For whoever registers users and takes orders.
    public Promotions promotions() {
        return promotions;
    }
}

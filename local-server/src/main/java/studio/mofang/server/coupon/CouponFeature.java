package studio.mofang.server.coupon;

import java.time.InstantSource;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Api;

/// Joins the parts of the coupon feature; the composition root's page for it.
public final class CouponFeature {
    private final CouponRoutes routes;
    private final Redemption redemption;

    public CouponFeature(Database database, InstantSource clock) {
        routes = new CouponRoutes(new CouponService(database, clock));
        redemption = new Redemption(database, clock);
    }

    public void register(Api api) {
        routes.register(api);
    }

    /// For whoever takes orders.
    public Redemption redemption() {
        return redemption;
    }
}

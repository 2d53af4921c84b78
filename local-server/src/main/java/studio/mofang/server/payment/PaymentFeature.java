package studio.mofang.server.payment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.activity.Promotions;
import studio.mofang.server.coupon.Redemption;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.StoreFacts;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.referral.ReferralService;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.Limits;

/// Joins the parts of the payment feature; the composition root's page for it.
public final class PaymentFeature {
    private final PaymentRoutes routes;
    private final NotifyRoutes notifyRoutes;
    private final PaymentEventRoutes eventRoutes;
    private final RefundFeature refunds;
    private final @Nullable SandboxRoutes sandboxRoutes;
    private final OrderWatch watch;
    private final List<BillSource> bills;
    private final Books books;

    /// What the whole server shares.
    public record Shared(
            Database database, StoreFacts facts, Idempotency idempotency, Limits limits, InstantSource clock) {}

    /// `callbackSecret` may be absent: then the store makes its own. `sandbox` takes the orders that no merchant takes.
    /// `address` is where others reach this server, `publicUrl` where providers do.
    public record Settings(
            @Nullable String callbackSecret,
            Merchants merchants,
            boolean sandbox,
            Supplier<String> address,
            @Nullable String publicUrl) {
        @Override
        public String toString() {
            return "Settings[sandbox=" + sandbox + "]";
        }
    }

    /// Who makes orders cheaper, and who is to know that they are paid.
    public record Promoting(Redemption coupons, Promotions promotions, ReferralService referrals) {}

    public PaymentFeature(
            Shared shared,
            CreditService credits,
            MembershipService memberships,
            Promoting promoting,
            Settings settings) {
        var database = shared.database();
        var clock = shared.clock();
        var tokens = new PageToken(shared.facts().secret("pay-page"));
        var sandbox = new SandboxGateway(database, tokens, clock);
        var offers = new Offers(promoting.coupons(), promoting.promotions(), promoting.referrals(), credits);
        var settlement = new Settlement(database, credits, memberships, offers, clock);
        var merchants = new MerchantGateways(settings.merchants(), settings.publicUrl(), settlement, clock);
        var gateways = gateways(merchants, sandbox, settings.sandbox());
        var signature = new CallbackSignature(secret(shared.facts(), settings.callbackSecret()), clock);
        var callbacks = new Callbacks(signature, settlement);
        var balance = new BalancePayment(credits, settlement);
        var wire = new OrderWire(gateways, settings.address());
        watch = new OrderWatch(database, gateways, settlement, clock);
        var orders = new OrderService(database, gateways, balance, offers, watch, wire, clock);
        var answers = new OrderAnswers(database, shared.idempotency());
        routes = new PaymentRoutes(orders, answers, callbacks, shared.limits());
        refunds = new RefundFeature(database, gateways, credits, memberships, offers, answers, clock);
        notifyRoutes = merchants.routes();
        eventRoutes = new PaymentEventRoutes(new PaymentEventService(database, clock));
        bills = merchants.bills();
        books = new Books(database, watch);
        sandboxRoutes = settings.sandbox()
                ? new SandboxRoutes(database, tokens, watch, new SandboxProvider(sandbox, signature, callbacks), clock)
                : null;
    }

    public void register(Api api) {
        routes.register(api);
        notifyRoutes.register(api);
        eventRoutes.register(api);
        refunds.routes().register(api);
        if (sandboxRoutes != null) {
            sandboxRoutes.register(api);
        }
    }

    /// Where the merchants' daily bills come from.
    public List<BillSource> bills() {
        return bills;
    }

    /// What our books say of the same.
    public Books books() {
        return books;
    }

    public List<Sweep> sweeps() {
        return List.of(new Sweep("orders", Duration.ofSeconds(20), watch::sweep), refunds.sweep());
    }

    /// A merchant's gateway comes before the sandbox; orders that went to the sandbox stay with it.
    private static Gateways gateways(MerchantGateways merchants, SandboxGateway sandbox, boolean simulate) {
        var byMethod = new HashMap<String, PaymentGateway>();
        if (simulate) {
            byMethod.put(AlipayGateway.NAME, sandbox);
            byMethod.put(WechatPayGateway.NAME, sandbox);
        }
        byMethod.putAll(merchants.byMethod());
        var known = merchants.all();
        known.add(sandbox);
        return new Gateways(byMethod, known);
    }

    private static byte[] secret(StoreFacts facts, @Nullable String given) {
        return given == null ? facts.secret("callback") : given.getBytes(StandardCharsets.UTF_8);
    }
}

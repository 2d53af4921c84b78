package studio.mofang.server.coupon;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import studio.mofang.core.CouponType;
import studio.mofang.core.Price;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;

/// What orders do with coupons: an order reserves one, its payment uses it up, its closing gives it back. Every method
/// but `chosen` changes rows in the caller's transaction, which holds the user's change counter.
public final class Redemption {
    private final Database database;
    private final InstantSource clock;
    private final CouponRepository coupons = new CouponRepository();
    private final HoldingRepository holdings = new HoldingRepository();

    public Redemption(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A coupon that fits an order, and what the order costs with it.
    public record Chosen(long couponId, String code, Price price) {}

    /// Throws Problem(COUPON_INVALID) with the reason when this user cannot use the code for this price now.
    public Chosen chosen(long userId, String code, Price price, boolean byBalance) {
        return database.read(sql -> {
            var coupon = coupons.byCode(sql, folded(code)).orElseThrow(Refusals::unknown);
            refuse(coupon, holdings.find(sql, userId, coupon.id()));
            if (!coupon.rule().reached(price)) {
                throw Refusals.tooLittle(coupon);
            }
            if (byBalance && coupon.rule().type() == CouponType.CREDIT_BONUS) {
                throw Refusals.notForBalance(coupon);
            }
            return new Chosen(coupon.id(), coupon.code(), coupon.rule().applied(price));
        });
    }

    /// Throws Problem(COUPON_INVALID) when the last one is gone by now. Call it last: it changes the row that all users
    /// of the coupon change.
    public void reserve(long userId, Chosen chosen, String orderId) {
        database.write(tx -> {
            long change = ChangeSequence.next(tx, userId);
            var now = clock.instant();
            var before = holdings.find(tx, userId, chosen.couponId())
                    .orElseGet(() -> Holding.direct(userId, chosen.couponId(), now));
            holdings.save(tx, before.reservedBy(orderId), change);
            if (before.released() && !coupons.take(tx, chosen.couponId())) {
                throw coupons.find(tx, chosen.couponId()).map(Refusals::usedUp).orElseThrow();
            }
            return change;
        });
    }

    /// The order's coupon is used for good. False when the order was closed in between and somebody else has the use by
    /// now: another order of the same user, or, where all were taken, another user.
    public boolean use(long userId, String orderId, String code) {
        return database.write(tx -> holdings.ofOrder(tx, userId, orderId)
                .map(holding -> used(tx, holding, orderId))
                .orElseGet(() -> usedLate(tx, userId, orderId, code)));
    }

    /// The order closed unpaid; the coupon is as it was before it.
    public void release(long userId, String orderId) {
        database.write(tx -> {
            holdings.ofOrder(tx, userId, orderId).filter(Holding::reserved).ifPresent(holding -> {
                holdings.save(tx, holding.free(), ChangeSequence.next(tx, userId));
                if (!holding.claimed()) {
                    coupons.giveBack(tx, holding.couponId());
                }
            });
            return orderId;
        });
    }

    private void refuse(Coupon coupon, Optional<Holding> held) {
        var now = clock.instant();
        boolean secret = !coupon.listed() && held.isEmpty();
        if (coupon.ended(now)) {
            throw secret ? Refusals.unknown() : Refusals.ended(coupon);
        }
        if (coupon.upcoming(now)) {
            throw secret ? Refusals.unknown() : Refusals.upcoming(coupon);
        }
        held.ifPresent(holding -> refuse(coupon, holding));
        if (held.filter(Holding::unused).isEmpty() && coupon.usedUp()) {
            throw Refusals.usedUp(coupon);
        }
    }

    private static void refuse(Coupon coupon, Holding holding) {
        if (holding.used()) {
            throw Refusals.usedBefore(coupon);
        }
        if (holding.reserved()) {
            throw Refusals.reservedBy(coupon, String.valueOf(holding.orderId()));
        }
    }

    private boolean used(DSLContext tx, Holding holding, String orderId) {
        if (!holding.used()) {
            holdings.save(tx, holding.usedBy(orderId, clock.instant()), ChangeSequence.next(tx, holding.userId()));
        }
        return true;
    }

    private boolean usedLate(DSLContext tx, long userId, String orderId, String code) {
        var free = coupons.byCode(tx, code)
                .flatMap(coupon -> holdings.find(tx, userId, coupon.id()))
                .filter(holding -> holding.unused() || holding.released());
        if (free.isEmpty()
                || (free.get().released() && !coupons.take(tx, free.get().couponId()))) {
            return false;
        }
        return used(tx, free.get(), orderId);
    }

    static String folded(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}

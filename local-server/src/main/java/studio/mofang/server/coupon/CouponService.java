package studio.mofang.server.coupon;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import studio.mofang.core.CouponRule;
import studio.mofang.core.Coupons;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.server.coupon.CouponRepository.NewCoupon;
import studio.mofang.server.coupon.CouponRepository.Wanted;
import studio.mofang.server.coupon.HoldingRepository.Held;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Caller;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Coupons as admins make and end them, and as users find and claim them. What orders do with them is `Redemption`'s.
final class CouponService {
    private final Database database;
    private final InstantSource clock;
    private final CouponRepository coupons = new CouponRepository();
    private final HoldingRepository holdings = new HoldingRepository();

    CouponService(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Coupons.Coupon create(long admin, NewCoupon wanted) {
        try {
            long id = database.writeDurably(tx -> coupons.insert(tx, wanted, admin, clock.instant()));
            return shown(id);
        } catch (DataAccessException e) {
            if (Database.duplicate(e)) {
                throw new Problem(Fault.CONFLICT, "优惠码 " + wanted.code() + " 已存在，请换一个", e).because("coupon_taken");
            }
            throw e;
        }
    }

    /// From now on nobody can claim or use it, save orders that have reserved it.
    Coupons.Coupon end(long id) {
        database.writeDurably(tx -> {
            coupons.end(tx, id, clock.instant());
            return id;
        });
        return shown(id);
    }

    /// Admins see the ones that are not listed, too.
    Page<Coupons.Coupon> list(Caller caller, Optional<String> status, Paging paging) {
        var wanted = new Wanted(status, caller.admin(), clock.instant());
        return database.read(sql -> {
            var page = coupons.newest(sql, wanted, paging);
            var ids = page.stream().map(Coupon::id).toList();
            var mine = ids.isEmpty() ? Set.<Long>of() : holdings.among(sql, caller.userId(), ids);
            return paging.page(coupons.count(sql, wanted), page, coupon -> shown(coupon, mine.contains(coupon.id())));
        });
    }

    /// Throws Problem(COUPON_INVALID) with the reason.
    Coupons.Mine claim(long userId, long id) {
        return database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            var held = holdings.find(tx, userId, id);
            var coupon = coupons.find(tx, id)
                    .filter(one -> one.listed() || held.isPresent())
                    .orElseThrow(() -> new Problem(Fault.NOT_FOUND));
            refuse(coupon, held);
            var holding = Holding.claimed(userId, id, clock.instant());
            holdings.save(tx, holding, change);
            take(tx, coupon);
            return shown(new Held(coupon, holding));
        });
    }

    Page<Coupons.Mine> mine(long userId, Optional<String> status, Paging paging) {
        var now = clock.instant();
        var wanted = status.orElse(null);
        return database.read(sql -> paging.page(
                holdings.count(sql, userId, wanted, now),
                holdings.newest(sql, userId, wanted, now, paging),
                this::shown));
    }

    private void take(DSLContext tx, Coupon coupon) {
        if (!coupons.take(tx, coupon.id())) {
            throw Refusals.usedUp(coupon);
        }
    }

    private void refuse(Coupon coupon, Optional<Holding> held) {
        var now = clock.instant();
        if (held.filter(holding -> !holding.released()).isPresent()) {
            throw Refusals.had(coupon);
        }
        if (coupon.ended(now)) {
            throw Refusals.ended(coupon);
        }
        if (coupon.upcoming(now)) {
            throw Refusals.upcoming(coupon);
        }
        if (coupon.usedUp()) {
            throw Refusals.usedUp(coupon);
        }
    }

    private Coupons.Coupon shown(long id) {
        return database.read(sql -> coupons.find(sql, id))
                .map(coupon -> shown(coupon, false))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND));
    }

    private Coupons.Coupon shown(Coupon coupon, boolean mine) {
        return new Coupons.Coupon(
                coupon.id(),
                coupon.code(),
                coupon.name(),
                coupon.rule().type().word(),
                value(coupon.rule()),
                coupon.rule().minAmount(),
                coupon.maxUsage(),
                coupon.taken(),
                coupon.validFrom(),
                coupon.validUntil(),
                coupon.status(clock.instant()),
                coupon.listed(),
                mine,
                coupon.createdAt());
    }

    private Coupons.Mine shown(Held held) {
        var coupon = held.coupon();
        var holding = held.holding();
        return new Coupons.Mine(
                coupon.id(),
                coupon.code(),
                coupon.name(),
                coupon.rule().type().word(),
                value(coupon.rule()),
                coupon.rule().minAmount(),
                coupon.validFrom(),
                coupon.validUntil(),
                status(held, clock.instant()),
                holding.orderId(),
                holding.createdAt(),
                holding.usedAt());
    }

    private static String status(Held held, Instant now) {
        boolean over = held.holding().unused() && held.coupon().ended(now);
        return over ? Coupons.EXPIRED : held.holding().status();
    }

    private static BigDecimal value(CouponRule rule) {
        return BigDecimal.valueOf(rule.hundredths(), 2);
    }
}

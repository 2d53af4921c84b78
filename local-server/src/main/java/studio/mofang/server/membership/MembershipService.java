package studio.mofang.server.membership;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import studio.mofang.core.Plan;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.membership.MembershipRepository.Period;
import studio.mofang.server.membership.MembershipRepository.Row;

/// Tells who is a member by the server's clock, and extends memberships.
public final class MembershipService {
    private final Database database;
    private final InstantSource clock;
    private final MembershipRepository periods = new MembershipRepository();

    public MembershipService(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public boolean member(long userId) {
        return current(userId).isPresent();
    }

    /// Absent before the first and after the last period.
    public Optional<Membership> current(long userId) {
        var now = clock.instant();
        return database.read(sql -> periods.endingAfter(sql, userId, now)).stream()
                .reduce((first, later) -> new Period(first.type(), first.start(), later.end()))
                .map(chain -> new Membership(chain.type(), chain.end()));
    }

    /// Whether somebody was a member and is not any more, also by a refund of a membership that had begun.
    public boolean expired(long userId) {
        var now = clock.instant();
        return database.read(sql -> periods.lastEnd(sql, userId))
                .filter(end -> !end.isAfter(now))
                .isPresent();
    }

    /// Adds the plan's months from now or, later, from the current end. `reference` (the order) grants once: a
    /// repetition changes nothing. Joins the caller's transaction.
    public void extend(long userId, Plan plan, String reference) {
        database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            if (!periods.granted(tx, userId, reference)) {
                periods.insert(tx, next(tx, userId, plan), userId, reference, clock.instant(), change);
            }
            return change;
        });
    }

    /// How long the period of this order now is; zero where there is none.
    public Duration length(long userId, String reference) {
        return database.read(sql -> periods.find(sql, userId, reference))
                .map(Period::length)
                .orElse(Duration.ZERO);
    }

    /// How much of the period of this order has not run yet.
    public Duration unspent(long userId, String reference) {
        return database.read(sql -> periods.find(sql, userId, reference))
                .map(this::unspent)
                .orElse(Duration.ZERO);
    }

    /// Cuts the period of this order by as much of `wanted` as has not run yet, and tells how much that is; the periods
    /// that follow it begin that much earlier. Joins the caller's transaction.
    public Duration takeBack(long userId, String reference, Duration wanted) {
        return database.writeDurably(tx -> {
            var row = new Row(userId, reference, ChangeSequence.next(tx, userId));
            return periods.find(tx, userId, reference)
                    .map(period -> cut(tx, row, period, wanted))
                    .orElse(Duration.ZERO);
        });
    }

    /// Makes it that much longer again; the periods that follow begin that much later. Joins the caller's transaction.
    public void giveBack(long userId, String reference, Duration time) {
        if (time.isZero()) {
            return;
        }
        database.writeDurably(tx -> {
            var row = new Row(userId, reference, ChangeSequence.next(tx, userId));
            var period = periods.find(tx, userId, reference);
            if (period.isPresent()) {
                end(
                        tx,
                        row,
                        period.get(),
                        later(period.get().end(), clock.instant()).plus(time));
            } else {
                var start = start(tx, userId);
                periods.revive(tx, row, start, start.plus(time));
            }
            return row;
        });
    }

    private Duration cut(DSLContext tx, Row row, Period period, Duration wanted) {
        var unspent = unspent(period);
        var taken = unspent.compareTo(wanted) < 0 ? unspent : wanted;
        if (!taken.isZero()) {
            end(tx, row, period, period.end().minus(taken));
        }
        return taken;
    }

    private Duration unspent(Period period) {
        var left = Duration.between(later(period.start(), clock.instant()), period.end());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void end(DSLContext tx, Row row, Period period, Instant end) {
        if (end.isAfter(period.start())) {
            periods.end(tx, row, end);
        } else {
            periods.revoke(tx, row, clock.instant());
        }
        var shift = Duration.between(period.end(), end);
        for (var follower : periods.startingFrom(tx, row, period.end())) {
            var later = periods.find(tx, row.userId(), follower).orElseThrow();
            periods.shift(tx, row.of(follower), later, shift);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Instant start(DSLContext tx, long userId) {
        var now = clock.instant();
        return periods.lastEnd(tx, userId).filter(end -> end.isAfter(now)).orElse(now);
    }

    private Period next(DSLContext tx, long userId, Plan plan) {
        var start = start(tx, userId);
        return new Period(plan.type(), start, plan.end(start));
    }
}

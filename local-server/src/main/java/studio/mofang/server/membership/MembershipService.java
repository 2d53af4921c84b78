package studio.mofang.server.membership;

import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import studio.mofang.core.Plan;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.membership.MembershipRepository.Period;

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

    /// Adds the plan's months from now or, later, from the current end. `reference` (the order) grants once: a
    /// repetition
    /// changes nothing. Joins the caller's transaction.
    public void extend(long userId, Plan plan, String reference) {
        database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            if (!periods.granted(tx, userId, reference)) {
                periods.insert(tx, next(tx, userId, plan), userId, reference, clock.instant(), change);
            }
            return change;
        });
    }

    private Period next(DSLContext tx, long userId, Plan plan) {
        var now = clock.instant();
        var start = periods.lastEnd(tx, userId).filter(end -> end.isAfter(now)).orElse(now);
        return new Period(plan.type(), start, plan.end(start));
    }
}

package studio.mofang.server.credit;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Credits;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.server.credit.CreditRepository.NewEntry;
import studio.mofang.server.credit.HoldRepository.Hold;
import studio.mofang.server.credit.HoldRepository.Resolution;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.membership.Membership;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Moves credits. Every method that does joins the transaction it is called in, or makes its own that has reached the
/// disk when it returns. Each takes the user's change number first, which is also the lock under which balance, holds
/// and entries of that user change together (rules L1 to L6).
public final class CreditService {
    private static final Logger log = LoggerFactory.getLogger(CreditService.class);
    private static final int SWEPT_AT_ONCE = 500;

    private final Database database;
    private final MembershipService memberships;
    private final InstantSource clock;
    private final CreditRepository ledger = new CreditRepository();
    private final HoldRepository holds = new HoldRepository();
    private final UUID boot = UUID.randomUUID();

    public CreditService(Database database, MembershipService memberships, InstantSource clock) {
        this.database = database;
        this.memberships = memberships;
        this.clock = clock;
    }

    /// Balance and held credits, and whether the user is a member.
    public Credits.Balance balance(long userId) {
        var account = database.read(sql -> ledger.account(sql, userId));
        var membership = memberships.current(userId);
        return new Credits.Balance(
                account.balance(),
                account.held(),
                membership.isPresent(),
                membership.map(Membership::type).orElse(null),
                membership.map(Membership::end).orElse(null));
    }

    Page<Credits.Transaction> transactions(long userId, Paging paging) {
        return database.read(sql -> paging.page(ledger.countEntries(sql, userId), ledger.entries(sql, userId, paging)));
    }

    /// Sets credits aside for work that is about to start; absent when it costs none. Who holds must capture or release
    /// within `life`, after which, as after the death of the process, the sweeper gives the credits back.
    /// Throws Problem(INSUFFICIENT_CREDITS), or MEMBERSHIP_EXPIRED for who was a member once, and then nothing has
    /// changed.
    public Optional<UUID> hold(long userId, int credits, String reference, Duration life) {
        if (credits == 0) {
            return Optional.empty();
        }
        var now = clock.instant();
        var hold = new Hold(userId, UuidCreator.getTimeOrderedEpoch(), credits, reference);
        return database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            ledger.open(tx, userId);
            if (!ledger.hold(tx, userId, credits)) {
                throw insufficient(userId, credits, ledger.account(tx, userId).available());
            }
            holds.insert(tx, hold, boot, now, now.plus(life), change);
            return Optional.of(hold.id());
        });
    }

    /// Takes the held credits for work that succeeded. Returns false, and takes nothing, for a hold that was resolved
    /// before: it stays as it was resolved.
    public boolean capture(long userId, UUID hold, String type, String description) {
        return database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            var open = resolved(tx, userId, hold, Resolution.CAPTURED, change);
            open.ifPresent(held -> {
                var entry = new LedgerEntry(Cause.HOLD, hold.toString(), type, held.credits(), description);
                take(tx, userId, entry, held, change);
            });
            return open.isPresent();
        });
    }

    /// Gives the held credits back. A hold that was resolved before stays as it was resolved.
    public void release(long userId, UUID hold) {
        resolve(userId, hold, Resolution.RELEASED);
    }

    /// Makes an open hold this process's own, for work that goes on after a restart: call it before the sweeps start.
    public void adopt(long userId, UUID hold) {
        database.write(tx -> holds.adopt(tx, userId, hold, boot));
    }

    /// The same for work that goes on for `life` from now at most.
    public void adopt(long userId, UUID hold, Duration life) {
        database.write(tx -> holds.adopt(tx, userId, hold, boot, clock.instant().plus(life)));
    }

    /// Puts credits in. Returns false, and changes nothing, when this cause has done so before.
    public boolean add(long userId, LedgerEntry entry) {
        return database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            if (append(tx, userId, entry, entry.credits(), entry.reference(), change)) {
                return true;
            }
            if (ledger.recorded(tx, userId, entry)) {
                return false;
            }
            ledger.open(tx, userId);
            return append(tx, userId, entry, entry.credits(), entry.reference(), change);
        });
    }

    /// Takes credits at once. Returns false, and changes nothing, when that many are not available; true when they are
    /// taken, now or by the same cause before.
    public boolean spend(long userId, LedgerEntry entry) {
        return database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            return append(tx, userId, entry, -entry.credits(), entry.reference(), change)
                    || ledger.recorded(tx, userId, entry);
        });
    }

    /// Takes back as many of the entry's credits as are available, and tells how many that were. The same cause takes
    /// once: again, it tells the same.
    public long takeBack(long userId, LedgerEntry entry) {
        return database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            if (ledger.recorded(tx, userId, entry)) {
                return ledger.moved(tx, userId, entry);
            }
            long taken = Math.min(ledger.account(tx, userId).available(), entry.credits());
            if (taken > 0) {
                append(tx, userId, entry, -taken, entry.reference(), change);
            }
            return taken;
        });
    }

    /// The credits that an order gave, whatever became of them: what was bought, and what came on top.
    public long given(long userId, String orderId) {
        return database.read(sql -> ledger.given(sql, userId, orderId));
    }

    /// Gives back what nobody will resolve any more: holds past their time and, where one process owns the store, those
    /// that another run of it left open and this one did not adopt.
    void sweepHolds() {
        var now = clock.instant();
        boolean alone = database.dialect() == SQLDialect.H2;
        var dead = database.read(sql -> alone
                ? holds.expiredOrOfAnotherBoot(sql, now, boot, SWEPT_AT_ONCE)
                : holds.expired(sql, now, SWEPT_AT_ONCE));
        for (var hold : dead) {
            log.info("Giving back {} credits held for {}", hold.credits(), hold.reference());
            resolve(hold.userId(), hold.id(), Resolution.EXPIRED);
        }
    }

    public List<Sweep> sweeps() {
        return List.of(
                new Sweep("holds", Duration.ofMinutes(1), this::sweepHolds),
                new Sweep("ledger", Duration.ofHours(1), new LedgerCheck(database)::report));
    }

    private void resolve(long userId, UUID hold, Resolution resolution) {
        database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            resolved(tx, userId, hold, resolution, change)
                    .ifPresent(held -> ledger.release(tx, userId, held.credits()));
            return change;
        });
    }

    private Optional<Hold> resolved(DSLContext tx, long userId, UUID hold, Resolution resolution, long change) {
        var known = holds.find(tx, userId, hold)
                .orElseThrow(() -> new IllegalArgumentException("no hold " + hold + " of user " + userId));
        boolean mine = holds.resolve(tx, userId, hold, resolution, clock.instant(), change);
        return mine ? Optional.of(known) : Optional.empty();
    }

    private void take(DSLContext tx, long userId, LedgerEntry entry, Hold held, long change) {
        ledger.release(tx, userId, held.credits());
        if (!append(tx, userId, entry, -held.credits(), held.reference(), change)) {
            throw new IllegalStateException("the balance of user " + userId + " does not cover hold " + held.id());
        }
    }

    /// False, and nothing moved, when that many are not available or the entry's cause has moved them before.
    private boolean append(DSLContext tx, long userId, LedgerEntry entry, long amount, String reference, long change) {
        var after = ledger.move(tx, userId, entry, amount);
        after.ifPresent(account ->
                ledger.insert(tx, new NewEntry(userId, account, entry, amount, reference, clock.instant(), change)));
        return after.isPresent();
    }

    private Problem insufficient(long userId, long needed, long available) {
        var numbers = "积分不足：需要 " + needed + " 积分，可用 " + available + " 积分，";
        return memberships.expired(userId)
                ? new Problem(Fault.MEMBERSHIP_EXPIRED, "会员已过期，" + numbers + "请续费会员或充值积分")
                : new Problem(Fault.INSUFFICIENT_CREDITS, numbers + "请充值积分或购买会员");
    }
}

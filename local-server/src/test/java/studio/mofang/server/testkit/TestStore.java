package studio.mofang.server.testkit;

import static studio.mofang.server.db.gen.Tables.APP_USER;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Store;
import studio.mofang.server.membership.MembershipService;

/// A store without a server, for tests of services: users are rows, the clock is the test's.
public final class TestStore implements AutoCloseable {
    private static final Map<Engine, TestStore> SHARED = new EnumMap<>(Engine.class);

    private final Storage storage;
    private final Database database;
    private final TestClock clock = new TestClock();
    private final MembershipService memberships;
    private final CreditService credits;

    public TestStore(Engine engine) {
        storage = engine.freshStorage();
        database = Store.open(storage);
        memberships = new MembershipService(database, clock);
        credits = newBoot();
    }

    /// One per engine for the whole run; each test brings its own users.
    public static synchronized TestStore shared(Engine engine) {
        return SHARED.computeIfAbsent(engine, TestStore::new);
    }

    public Storage storage() {
        return storage;
    }

    public Database database() {
        return database;
    }

    public TestClock clock() {
        return clock;
    }

    public MembershipService memberships() {
        return memberships;
    }

    public CreditService credits() {
        return credits;
    }

    /// The ledger as another run of the server sees it.
    public CreditService newBoot() {
        return newBoot(database);
    }

    /// The same over another node's connections.
    public CreditService newBoot(Database connections) {
        return new CreditService(connections, memberships, clock);
    }

    /// Somebody who has nothing yet.
    public long newUser() {
        return newUser(0);
    }

    /// Somebody with that many credits.
    public long newUser(int credits) {
        long id = database.write(tx -> {
            var name = UUID.randomUUID().toString().substring(4);
            long fresh = tx.insertInto(APP_USER)
                    .set(APP_USER.UUID, UUID.randomUUID())
                    .set(APP_USER.USERNAME, name)
                    .set(APP_USER.USERNAME_KEY, name)
                    .set(APP_USER.EMAIL, name)
                    .set(APP_USER.EMAIL_KEY, name)
                    .set(APP_USER.ROLE, "user")
                    .set(APP_USER.REFERRAL_CODE, name.substring(0, 12))
                    .set(APP_USER.CREATED_AT, Instant.now())
                    .returningResult(APP_USER.ID)
                    .fetchSingle()
                    .value1();
            ChangeSequence.open(tx, fresh);
            return fresh;
        });
        if (credits > 0) {
            this.credits.add(id, new LedgerEntry(Cause.ADMIN, "start", "gift", credits, "测试积分"));
        }
        return id;
    }

    @Override
    public void close() {
        database.close();
    }
}

package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.APP_USER;
import static studio.mofang.server.db.gen.Tables.CHANGE_COUNTER;
import static studio.mofang.server.db.gen.Tables.CREATION;
import static studio.mofang.server.db.gen.Tables.CREATION_TAG;
import static studio.mofang.server.db.gen.Tables.CREDIT_ENTRY;
import static studio.mofang.server.db.gen.Tables.PURCHASE_ORDER;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Integrity;
import studio.mofang.server.db.Store;
import studio.mofang.server.db.UncleanStop;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.PowerCut;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Rule S2: what was acknowledged and concerns money or sign-ins survives a power cut; drafts may lose their last
/// seconds but are never half applied. The power is cut in the file system below H2, which knows what was
/// forced to the disk; of all else any part may arrive. `-Dmofang.cut.rounds` for more than ten.
class PowerCutTest {
    private static final int ROUNDS = Integer.getInteger("mofang.cut.rounds", 10);
    private static final int PAYERS = 6;
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_EACH = 12;

    @TempDir
    private Path folder;

    private final Random random = new Random();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Semaphore answered = new Semaphore(0);
    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    /// What was acknowledged before the power went, and what lies on the disk after.
    private record Cut(Set<String> paid, Set<String> registered, Path found) {}

    @BeforeAll
    static void begin() {
        PowerCut.begin();
    }

    @Test
    void whatWasAcknowledgedIsThereWhenThePowerIsBack() throws Exception {
        var cuts = new ArrayList<Cut>();
        try (var server = server();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = busy(server, threads::submit);
            for (int round = 0; round < ROUNDS; round++) {
                answered.acquire(1 + random.nextInt(2 * ACKNOWLEDGED_EACH));
                cuts.add(cut(round));
            }
            going.set(false);
            for (var one : busy) {
                one.get();
            }
        }
        for (var cut : cuts) {
            assertNothingIsMissing(cut);
        }
        assertThat(cuts.getLast().paid()).isNotEmpty();
        assertThat(cuts.getLast().registered()).isNotEmpty();
    }

    @Test
    void aDraftIsOnTheDiskWithinTwoSeconds() throws Exception {
        try (var database = Store.open(Storage.in(folder), PowerCut.SCHEME + ":")) {
            database.writeDurably(tx -> tx.execute("create table line (number int)"));

            database.write(tx -> tx.execute("insert into line values (1)"));

            Eventually.holds(Duration.ofSeconds(2), "nothing waits for the disk", () -> PowerCut.allSafe(folder));
        }
    }

    /// The guard of this test: the disk does lose what nobody forced onto it.
    @Test
    void whatIsOnlyWrittenDoesGetLost() throws IOException {
        try (var file = FilePath.get(PowerCut.SCHEME + ":" + folder.resolve("mofang.mv.db"))
                .open("rw")) {
            file.write(ByteBuffer.wrap(new byte[] {1}), 0);
            file.force(true);
            file.write(ByteBuffer.wrap(new byte[] {2}), 1);
            assertThat(PowerCut.allSafe(folder)).isFalse();
            assertThat(file.size()).isEqualTo(2);
        }
        var found = new HashSet<Integer>();
        for (int i = 0; i < 50; i++) {
            PowerCut.strike(folder, folder, random);
            found.add(Files.readAllBytes(folder.resolve("mofang.mv.db")).length);
        }
        assertThat(found).contains(1);
    }

    private TestServer server() {
        var config = TestServer.config(Engine.H2, Storage.in(folder));
        var clock = new TestClock();
        var database = Store.open(config.storage(), PowerCut.SCHEME + ":");
        return TestServer.around(LocalServer.on(database, config, clock), clock);
    }

    private interface Work {
        void once(int number) throws ApiException, IOException;
    }

    private interface Starting {
        Future<?> start(Runnable work);
    }

    private List<Future<?>> busy(TestServer server, Starting threads) throws ApiException {
        var busy = new ArrayList<Future<?>>();
        for (int i = 0; i < PAYERS; i++) {
            var user = server.newUser();
            busy.add(threads.start(again(_ -> pay(server, user))));
        }
        busy.add(threads.start(again(number -> register(server, "late_" + number))));
        for (int i = 0; i < WRITERS; i++) {
            var writing = new CreationApi(server.newUser().client());
            long id = writing.create(new Draft(null, "writing", null, "0", "0", List.of("0"), null))
                    .id();
            busy.add(threads.start(again(number -> writing.change(id, draft(number)))));
        }
        return busy;
    }

    private Runnable again(Work work) {
        return () -> {
            for (int i = 1; going.get(); i++) {
                try {
                    work.once(i);
                } catch (ApiException | IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private void pay(TestServer server, TestUser user) throws ApiException, IOException {
        var order = new PaymentApi(user.client()).recharge(new Recharge(Money.yuan(1), "alipay", null));
        Purse.pay(server, order);
        paid.add(order.orderId());
        answered.release();
    }

    private void register(TestServer server, String name) throws ApiException {
        new AccountApi(server.client(Bearer.none()))
                .register(new Registration(name, name + "@example.com", TestUser.PASSWORD, null));
        registered.add(name);
        answered.release();
    }

    /// Title, text and tag are of one number.
    private static Draft draft(int number) {
        var word = String.valueOf(number);
        return new Draft(null, null, null, word, (word + "\n").repeat(3000), List.of(word), null);
    }

    private Cut cut(int round) throws IOException {
        var found = Files.createDirectory(folder.resolve("cut_" + round));
        var acknowledged = new Cut(Set.copyOf(paid), Set.copyOf(registered), found);
        PowerCut.strike(folder, found, random);
        return acknowledged;
    }

    private static void assertNothingIsMissing(Cut cut) {
        UncleanStop.begin(cut.found());
        try (var database = Store.open(Storage.in(cut.found()))) {
            Integrity.checkAfterUncleanStop(
                    database, UncleanStop.begin(cut.found()), List.of(new LedgerCheck(database)));
            assertThat(database.readOnly()).as("damaged").isFalse();
            assertThat(paidOrders(database)).containsAll(cut.paid());
            assertThat(creditedOrders(database)).containsAll(cut.paid());
            assertThat(names(database)).containsAll(cut.registered());
            assertDraftsAreWhole(database);
        }
    }

    private static Set<String> paidOrders(Database database) {
        return database.read(sql -> sql.select(PURCHASE_ORDER.ORDER_ID)
                .from(PURCHASE_ORDER)
                .where(PURCHASE_ORDER.STATUS.eq("paid"))
                .fetchSet(PURCHASE_ORDER.ORDER_ID));
    }

    private static Set<String> creditedOrders(Database database) {
        return database.read(
                sql -> sql.select(CREDIT_ENTRY.REFERENCE).from(CREDIT_ENTRY).fetchSet(CREDIT_ENTRY.REFERENCE));
    }

    private static Set<String> names(Database database) {
        return database.read(sql -> sql.select(APP_USER.USERNAME).from(APP_USER).fetchSet(APP_USER.USERNAME));
    }

    private static void assertDraftsAreWhole(Database database) {
        var drafts = database.read(sql -> sql.select(
                        CREATION.TITLE,
                        CREATION.CONTENT,
                        CREATION_TAG.TAG,
                        CREATION.CHANGE_SEQ,
                        CHANGE_COUNTER.LAST_SEQ)
                .from(CREATION)
                .join(CREATION_TAG)
                .on(CREATION_TAG.USER_ID.eq(CREATION.USER_ID), CREATION_TAG.CREATION_ID.eq(CREATION.ID))
                .join(CHANGE_COUNTER)
                .on(CHANGE_COUNTER.USER_ID.eq(CREATION.USER_ID))
                .fetch());
        assertThat(drafts).isNotEmpty();
        for (var draft : drafts) {
            var number = draft.value1();
            assertThat(draft.value2().lines()).containsOnly(number);
            assertThat(draft.value3()).isEqualTo(number);
            assertThat(draft.value4()).isEqualTo(draft.value5());
        }
    }
}

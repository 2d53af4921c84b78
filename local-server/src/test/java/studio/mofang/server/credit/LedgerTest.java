package studio.mofang.server.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static studio.mofang.server.db.gen.Tables.CREDIT_ACCOUNT;
import static studio.mofang.server.db.gen.Tables.CREDIT_ENTRY;
import static studio.mofang.server.db.gen.Tables.PAYMENT_EVENT;
import static studio.mofang.server.db.gen.Tables.PAYMENT_TRANSACTION;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Fault;
import studio.mofang.core.Plan;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Problem;

@ParameterizedClass
@EnumSource(Engine.class)
class LedgerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Engine engine;
    private final TestStore store;
    private final CreditService credits;

    LedgerTest(Engine engine) {
        this.engine = engine;
        store = TestStore.shared(engine);
        credits = store.credits();
    }

    @Test
    void ofThirtyTwoAtOnceExactlyAsManyHoldAsThereAreCredits() {
        long user = store.newUser(7);

        var held = Crowd.of(32, () -> holds(user, 1));

        assertThat(held).filteredOn(Boolean::booleanValue).hasSize(7);
        assertThat(credits.balance(user).creditHeld()).isEqualTo(7);
        assertSound();
    }

    @Test
    void aDescriptionOfRareCharactersIsCutBetweenTwoOfThem() {
        long user = store.newUser(7);

        credits.add(user, new LedgerEntry(Cause.ADMIN, "rare", "gift", 1, "活" + "𠮷".repeat(150)));

        var stored = store.database()
                .read(sql -> sql.select(CREDIT_ENTRY.DESCRIPTION)
                        .from(CREDIT_ENTRY)
                        .where(CREDIT_ENTRY.USER_ID.eq(user), CREDIT_ENTRY.CAUSE_ID.eq("rare"))
                        .fetchOne(CREDIT_ENTRY.DESCRIPTION));
        assertThat(stored).isEqualTo("活" + "𠮷".repeat(99));
    }

    @Test
    void ofThirtyTwoAtOnceExactlyAsManySpendAsThereAreCredits() {
        long user = store.newUser(50);

        var spent = Crowd.of(32, () -> credits.spend(user, order(10)));

        assertThat(spent).filteredOn(Boolean::booleanValue).hasSize(5);
        assertThat(credits.balance(user).creditBalance()).isZero();
        assertSound();
    }

    @Test
    void holdBeyondTheBalanceIsRefusedAndSetsNothingAside() {
        long user = store.newUser(9);

        assertThatThrownBy(() -> credits.hold(user, 10, "c", HOUR))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.fault()).isEqualTo(Fault.INSUFFICIENT_CREDITS));
        assertThat(credits.balance(user).creditHeld()).isZero();
    }

    @Test
    void whoWasAMemberIsToldThatItIsOver() {
        long user = store.newUser(9);
        store.memberships().extend(user, Plan.MONTHLY, "M1");
        store.clock().advance(Duration.ofDays(32));

        assertThatThrownBy(() -> credits.hold(user, 10, "c", HOUR))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.fault()).isEqualTo(Fault.MEMBERSHIP_EXPIRED));
    }

    @Test
    void heldCreditsCannotBeSpent() {
        long user = store.newUser(10);
        credits.hold(user, 6, "c", HOUR);

        assertThat(credits.spend(user, order(5))).isFalse();
        assertThat(credits.spend(user, order(4))).isTrue();
    }

    @Test
    void whatCostsNothingIsNotHeld() {
        assertThat(credits.hold(store.newUser(0), 0, "c", HOUR)).isEmpty();
    }

    @Test
    void theFirstResolutionOfAHoldStands() {
        long user = store.newUser(10);
        var captured = credits.hold(user, 4, "a", HOUR).orElseThrow();
        var released = credits.hold(user, 3, "b", HOUR).orElseThrow();

        credits.capture(user, captured, "generation", "公众号文章");
        credits.release(user, captured);
        credits.capture(user, captured, "generation", "公众号文章");
        credits.release(user, released);
        credits.capture(user, released, "generation", "公众号文章");

        assertThat(credits.balance(user).creditBalance()).isEqualTo(6);
        assertThat(credits.balance(user).creditHeld()).isZero();
        assertSound();
    }

    @Test
    void eightResolutionsAtOnceTakeOnceOrNothing() {
        long user = store.newUser(10);
        var hold = credits.hold(user, 4, "a", HOUR).orElseThrow();

        Crowd.of(8, number -> {
            if (number % 2 == 0) {
                credits.capture(user, hold, "generation", "公众号文章");
            } else {
                credits.release(user, hold);
            }
            return number;
        });

        assertThat(credits.balance(user).creditBalance()).isIn(6L, 10L);
        assertThat(credits.balance(user).creditHeld()).isZero();
        assertSound();
    }

    @Test
    void aFailedTransactionTakesTheCaptureBackWithIt() {
        long user = store.newUser(10);
        var hold = credits.hold(user, 4, "a", HOUR).orElseThrow();

        assertThatThrownBy(() -> store.database().write(tx -> {
                    credits.capture(user, hold, "generation", "公众号文章");
                    throw new IllegalStateException("the creation could not be stored");
                }))
                .hasMessageContaining("could not be stored");

        assertThat(credits.balance(user).creditBalance()).isEqualTo(10);
        assertThat(credits.balance(user).creditHeld()).isEqualTo(4);
    }

    @Test
    void theSameCauseMovesCreditsOnce() {
        long user = store.newUser(0);
        var entry = order(100);

        var added = Crowd.of(8, () -> credits.add(user, entry));

        assertThat(added).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(credits.balance(user).creditBalance()).isEqualTo(100);
        assertSound();
    }

    @Test
    void expiredHoldsAreGivenBack() {
        var own = new TestStore(engine);
        long user = own.newUser(10);
        own.credits().hold(user, 4, "a", Duration.ofMinutes(10));
        own.credits().hold(user, 3, "b", HOUR);

        own.clock().advance(Duration.ofMinutes(11));
        own.credits().sweepHolds();

        assertThat(own.credits().balance(user).creditHeld()).isEqualTo(3);
        assertThat(new LedgerCheck(own.database()).violations()).isEmpty();
    }

    @Test
    void holdsOfADeadRunAreGivenBackUnlessAdoptedWhereOneProcessOwnsTheStore() {
        var own = new TestStore(engine);
        long user = own.newUser(10);
        own.credits().hold(user, 4, "text", HOUR);
        var video = own.credits().hold(user, 3, "video", HOUR).orElseThrow();

        var restarted = own.newBoot();
        restarted.adopt(user, video);
        restarted.sweepHolds();

        assertThat(restarted.balance(user).creditHeld()).isEqualTo(engine == Engine.H2 ? 3 : 7);
    }

    @Test
    void theDatabaseRefusesToChangeOrForgetAnEntry() {
        long user = store.newUser(10);
        var database = store.database();

        assertThatThrownBy(() -> database.write(tx -> tx.update(CREDIT_ENTRY)
                        .set(CREDIT_ENTRY.AMOUNT, 1000L)
                        .where(CREDIT_ENTRY.USER_ID.eq(user))
                        .execute()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.write(tx -> tx.deleteFrom(CREDIT_ENTRY)
                        .where(CREDIT_ENTRY.USER_ID.eq(user))
                        .execute()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void theDatabaseRefusesToEmptyWhatIsAppendOnly() {
        assumeTrue(engine == Engine.POSTGRES, "in an H2 file nobody but this program truncates");
        for (var table : List.of(CREDIT_ENTRY, PAYMENT_TRANSACTION, PAYMENT_EVENT)) {
            assertThatThrownBy(() -> store.database()
                            .write(tx -> tx.truncate(table).cascade().execute()))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void theDatabaseRefusesANegativeBalance() {
        long user = store.newUser(10);

        assertThatThrownBy(() -> shiftBalance(store, user, -11)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aShiftedBalanceIsFound() {
        var own = new TestStore(engine);
        long user = own.newUser(10);

        shiftBalance(own, user, 1);

        assertThat(new LedgerCheck(own.database()).violations()).anyMatch(found -> found.endsWith("user " + user));
    }

    private boolean holds(long user, int amount) {
        try {
            return credits.hold(user, amount, "c", HOUR).isPresent();
        } catch (Problem e) {
            assertThat(e.fault()).isEqualTo(Fault.INSUFFICIENT_CREDITS);
            return false;
        }
    }

    private void assertSound() {
        assertThat(new LedgerCheck(store.database()).violations()).isEmpty();
    }

    private static LedgerEntry order(int amount) {
        return new LedgerEntry(Cause.ORDER, UUID.randomUUID().toString(), "recharge", amount, "测试");
    }

    private static void shiftBalance(TestStore store, long user, long by) {
        store.database()
                .write(tx -> tx.update(CREDIT_ACCOUNT)
                        .set(CREDIT_ACCOUNT.BALANCE, CREDIT_ACCOUNT.BALANCE.plus(by))
                        .where(CREDIT_ACCOUNT.USER_ID.eq(user))
                        .execute());
    }
}

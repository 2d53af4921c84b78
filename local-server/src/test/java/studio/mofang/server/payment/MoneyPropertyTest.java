package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

/// Whatever happens in whatever order: entries sum to the balance, which is never negative, open holds sum to what is
/// held, each payment counts once, and what a payment brought goes when the payment goes back.
class MoneyPropertyTest {
    private static final Shop H2 = shop(Engine.H2);
    private static final Shop POSTGRES = shop(Engine.POSTGRES);
    private static final int THREADS = 4;

    @Property(tries = 40)
    void oneAfterTheOtherDeedsComeToWhatTheModelSaysOnH2(@ForAll("deeds") List<Deed> deeds) {
        oneAfterTheOther(H2, deeds);
    }

    @Property(tries = 30)
    void oneAfterTheOtherDeedsComeToWhatTheModelSaysOnPostgres(@ForAll("deeds") List<Deed> deeds) {
        oneAfterTheOther(POSTGRES, deeds);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void atTheSameTimeDeedsLeaveTheLedgerSoundOnH2(@ForAll("deeds") List<Deed> deeds) {
        atTheSameTime(H2, deeds);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void atTheSameTimeDeedsLeaveTheLedgerSoundOnPostgres(@ForAll("deeds") List<Deed> deeds) {
        atTheSameTime(POSTGRES, deeds);
    }

    /// Few orders, paid and refunded more often than the rest happens, so that what was paid goes back and is paid
    /// anew.
    @Provide
    Arbitrary<List<Deed>> deeds() {
        var kinds = Arbitraries.frequency(
                Tuple.of(2, Deed.Kind.ORDER),
                Tuple.of(4, Deed.Kind.CALLBACK),
                Tuple.of(4, Deed.Kind.REFUND),
                Tuple.of(2, Deed.Kind.REFUSED_REFUND),
                Tuple.of(1, Deed.Kind.FAILED_CALLBACK),
                Tuple.of(1, Deed.Kind.LATER),
                Tuple.of(1, Deed.Kind.HOLD),
                Tuple.of(1, Deed.Kind.CAPTURE),
                Tuple.of(1, Deed.Kind.RELEASE),
                Tuple.of(1, Deed.Kind.SPEND),
                Tuple.of(2, Deed.Kind.FRIEND_SPENDS),
                Tuple.of(1, Deed.Kind.GIFT));
        var which = Arbitraries.integers().between(0, 3);
        var much = Arbitraries.integers().between(1, 30);
        return Combinators.combine(kinds, which, much)
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private static void oneAfterTheOther(Shop shop, List<Deed> deeds) {
        var modelled = new ModelledCustomer(shop);
        for (var deed : deeds) {
            modelled.does(deed);
            modelled.assertAsTheModelSays();
        }
        modelled.assertDebtsAreAsTheModelSays();
        assertSound(shop, modelled.customer());
    }

    private static void atTheSameTime(Shop shop, List<Deed> deeds) {
        var customer = new Customer(shop);
        Crowd.of(THREADS, thread -> {
            for (int i = thread; i < deeds.size(); i += THREADS) {
                customer.does(deeds.get(i));
            }
            return thread;
        });
        assertSound(shop, customer);
    }

    private static void assertSound(Shop shop, Customer customer) {
        new MoneyProof(shop, customer).assertHolds();
        assertThat(new LedgerCheck(shop.store.database()).violations()).isEmpty();
    }

    private static Shop shop(Engine engine) {
        var shop = new Shop(new TestStore(engine));
        shop.addsToFirstRecharges(MoneyProof.FIRST_BONUS);
        return shop;
    }
}

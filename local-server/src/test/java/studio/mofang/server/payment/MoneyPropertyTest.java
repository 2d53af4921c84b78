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
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

/// Whatever happens in whatever order: entries sum to the balance, which is never negative, open holds sum to what is
/// held, and each payment counts once.
class MoneyPropertyTest {
    private static final Shop H2 = new Shop(new TestStore(Engine.H2));
    private static final Shop POSTGRES = new Shop(new TestStore(Engine.POSTGRES));
    private static final int THREADS = 4;

    @Property(tries = 60)
    void oneAfterTheOtherDeedsComeToWhatTheModelSays(@ForAll("deeds") List<Deed> deeds) {
        var customer = new Customer(H2);
        for (var deed : deeds) {
            customer.does(deed);
            customer.assertAsTheModelSays();
        }
        customer.assertPaidOrdersAreWhatWasCredited();
        assertSound(H2);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void atTheSameTimeDeedsLeaveTheLedgerSoundOnH2(@ForAll("deeds") List<Deed> deeds) {
        atTheSameTime(H2, deeds);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void atTheSameTimeDeedsLeaveTheLedgerSoundOnPostgres(@ForAll("deeds") List<Deed> deeds) {
        atTheSameTime(POSTGRES, deeds);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        var kinds = Arbitraries.of(Deed.Kind.class);
        var which = Arbitraries.integers().between(0, 20);
        var much = Arbitraries.integers().between(1, 30);
        return Combinators.combine(kinds, which, much)
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private static void atTheSameTime(Shop shop, List<Deed> deeds) {
        var customer = new Customer(shop);
        Crowd.of(THREADS, thread -> {
            for (int i = thread; i < deeds.size(); i += THREADS) {
                customer.does(deeds.get(i));
            }
            return thread;
        });
        customer.assertPaidOrdersAreWhatWasCredited();
        assertSound(shop);
    }

    private static void assertSound(Shop shop) {
        assertThat(new LedgerCheck(shop.store.database()).violations()).isEmpty();
    }
}

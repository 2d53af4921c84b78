package studio.mofang.server.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Plan;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

@ParameterizedClass
@EnumSource(Engine.class)
class MembershipTest {
    private final Engine engine;
    private final TestStore store;
    private final MembershipService memberships;

    MembershipTest(Engine engine) {
        this.engine = engine;
        store = TestStore.shared(engine);
        memberships = store.memberships();
    }

    @Test
    void aSecondPeriodBeginsWhereTheFirstEnds() {
        long user = store.newUser(0);
        memberships.extend(user, Plan.MONTHLY, "M1");
        var first = memberships.current(user).orElseThrow();

        memberships.extend(user, Plan.YEARLY, "M2");

        var both = memberships.current(user).orElseThrow();
        assertThat(both.type()).isEqualTo("monthly");
        assertThat(both.end()).isEqualTo(Plan.YEARLY.end(first.end()));
    }

    @Test
    void afterItsEndAMembershipIsOverAndANewOneBeginsNow() {
        var own = new TestStore(engine);
        long user = own.newUser(0);
        own.memberships().extend(user, Plan.MONTHLY, "M1");

        own.clock().advance(Duration.ofDays(40));

        assertThat(own.memberships().member(user)).isFalse();
        own.memberships().extend(user, Plan.QUARTERLY, "M2");
        var renewed = own.memberships().current(user).orElseThrow();
        assertThat(renewed.end()).isCloseTo(Plan.QUARTERLY.end(own.clock().instant()), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void anOrderExtendsOnceHoweverOftenItIsGiven() {
        long user = store.newUser(0);

        Crowd.of(8, () -> {
            memberships.extend(user, Plan.MONTHLY, "M1");
            return true;
        });

        var end = memberships.current(user).orElseThrow().end();
        assertThat(end).isBefore(store.clock().instant().plus(Duration.ofDays(32)));
    }

    @Test
    void twoOrdersAtOnceAddUp() {
        long user = store.newUser(0);

        Crowd.of(4, number -> {
            memberships.extend(user, Plan.MONTHLY, "M" + number);
            return number;
        });

        var end = memberships.current(user).orElseThrow().end();
        assertThat(end).isAfter(store.clock().instant().plus(Duration.ofDays(115)));
    }
}

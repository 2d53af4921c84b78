package studio.mofang.desktop.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Activities.Config;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.marketing.MarketingModel.Offers;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class MarketingModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final Background background = new Background(Runnable::run, Runnable::run, new HandTurnedDelay());
    private final MarketingModel model = new MarketingModel(background, studio.backend());

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void whatIsJoinedShowsAsJoined() {
        var activity = studio.offers().runs("credit_gift", new Config(100L, null, null, null, null));
        var brought = new ArrayList<Long>();

        model.join(activity, part -> brought.add(part.credits()), MarketingModelTest::unexpected);

        assertThat(brought).containsExactly(100L);
        assertThat(offers().activities()).singleElement().matches(one -> one.participated());
        assertThat(offers().participations()).hasSize(1);
    }

    @Test
    void whatIsClaimedIsMineAndNoLongerToClaim() {
        var coupon = studio.offers().gives("discount", "10", Money.ZERO);

        model.claim(coupon, _ -> {}, MarketingModelTest::unexpected);

        assertThat(offers().coupons()).isEmpty();
        assertThat(offers().mine()).extracting(Mine::code).containsExactly(coupon.code());
    }

    @Test
    void whatWasThereStaysWhileTheServerCannotBeAsked() {
        studio.offers().gives("discount", "10", Money.ZERO);
        model.refresh();
        studio.fails(Fault.INTERNAL);

        model.refresh();

        assertThat(offers().coupons()).hasSize(1);
        assertThat(model.failureProperty().get()).isNotNull();
        studio.recovers();
        model.refresh();
        assertThat(model.failureProperty().get()).isNull();
    }

    private Offers offers() {
        return Objects.requireNonNull(model.offersProperty().get());
    }

    private static void unexpected(Exception problem) {
        throw new AssertionError(problem);
    }
}

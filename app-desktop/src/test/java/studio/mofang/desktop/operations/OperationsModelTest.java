package studio.mofang.desktop.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Coupons;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.core.Page;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class OperationsModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final Background background = new Background(Runnable::run, Runnable::run, new HandTurnedDelay());
    private final OperationsModel model = new OperationsModel(background, studio.backend());

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void anotherRangeIsFetchedAtOnce() {
        model.refresh();
        var before = studio.calls().size();

        model.daysProperty().set(7);

        assertThat(studio.calls()).hasSize(before + 1);
        assertThat(Objects.requireNonNull(model.statisticsProperty().get()).totalRevenue())
                .isEqualTo(Money.yuan(30));
    }

    @Test
    void aCouponThatIsMadeStandsInTheList() {
        var now = Instant.parse("2026-01-22T02:00:00Z");
        var draft = new Coupons.Draft(
                "NEW", "新券", "discount", BigDecimal.TEN, Money.ZERO, null, now, now.plusSeconds(60), true);
        var made = new ArrayList<Coupons.Coupon>();

        model.create(draft, made::add, problem -> {
            throw new AssertionError(problem);
        });

        assertThat(made).hasSize(1);
        assertThat(Objects.requireNonNull(model.coupons().pageProperty().get()).items())
                .containsExactlyElementsOf(made);
    }

    @Test
    void aPageWhoseLastRowIsGoneGivesWayToTheOneBefore() {
        var rows = new ArrayList<>(List.of("one", "two", "three"));
        var listing = new Listing<String>(
                background,
                (_, _, page) -> new Page<>(
                        rows.size(),
                        page,
                        2,
                        rows.stream().skip(2L * (page - 1)).limit(2).toList()));
        listing.turnTo(2);

        listing.change(() -> rows.remove("three"), _ -> {}, problem -> {
            throw new AssertionError(problem);
        });

        assertThat(listing.pageProperty().get()).isEqualTo(new Page<>(2, 1, 2, List.of("one", "two")));
    }

    @Test
    void aRefusalIsToldAndTheListStays() {
        model.coupons().refresh();
        studio.fails(Fault.FORBIDDEN);

        model.coupons().refresh();

        assertThat(model.coupons().failureProperty().get()).isNotNull();
        assertThat(model.coupons().pageProperty().get()).isNotNull();
    }
}

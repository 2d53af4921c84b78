package studio.mofang.desktop.marketing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Activities;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.Activities.Participation;
import studio.mofang.core.Coupons;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Referrals.Link;
import studio.mofang.core.Referrals.Records;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// What there is to join, to claim and to earn, and what came of it.
public final class MarketingModel {
    private static final int PAGE = 100;

    private final ObjectProperty<@Nullable Offers> offers = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Background background;
    private final Backend backend;

    /// All of it, as of one moment. `activities` run or will; `coupons` can be claimed; `mine` are the user's own.
    public record Offers(
            List<Activity> activities,
            List<Participation> participations,
            List<Coupon> coupons,
            List<Mine> mine,
            Link link,
            Records records) {
        public Offers {
            activities = List.copyOf(activities);
            participations = List.copyOf(participations);
            coupons = List.copyOf(coupons);
            mine = List.copyOf(mine);
        }
    }

    public MarketingModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    /// Absent until it was fetched; kept when a later fetch fails.
    public ReadOnlyObjectProperty<@Nullable Offers> offersProperty() {
        return offers;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    public void refresh() {
        background.run(this::fetched, this::show, failure::set);
    }

    public void join(Activity activity, Consumer<Participation> onSuccess, Consumer<Exception> onFailure) {
        act(() -> backend.api().operation().activities().participate(activity.id()), onSuccess, onFailure);
    }

    public void claim(Coupon coupon, Consumer<Mine> onSuccess, Consumer<Exception> onFailure) {
        act(() -> backend.api().operation().coupons().claim(coupon.id()), onSuccess, onFailure);
    }

    public void save(byte[] picture, Path file, Runnable onSuccess, Consumer<Exception> onFailure) {
        background.run(() -> Files.write(file, picture), _ -> onSuccess.run(), onFailure);
    }

    /// What was refused may be so because the list is old: it is fetched again either way.
    private <T> void act(Background.Work<T> work, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        background.run(
                work,
                done -> {
                    refresh();
                    onSuccess.accept(done);
                },
                problem -> {
                    refresh();
                    onFailure.accept(problem);
                });
    }

    private Offers fetched() throws Exception {
        var api = backend.api().operation();
        var activities = new ArrayList<>(
                api.activities().activities(Activities.ACTIVE, 1, PAGE).items());
        activities.addAll(
                api.activities().activities(Activities.UPCOMING, 1, PAGE).items());
        return new Offers(
                activities,
                api.activities().participations(1, PAGE).items(),
                api.coupons().coupons(Coupons.ACTIVE, 1, PAGE).items(),
                api.coupons().mine("", 1, PAGE).items(),
                api.referrals().link(),
                api.referrals().records(1, PAGE));
    }

    private void show(Offers fetched) {
        failure.set(null);
        offers.set(fetched);
    }
}

package studio.mofang.desktop.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.ApiException;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Fault;
import studio.mofang.core.Media;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Relay;
import studio.mofang.core.Publications.Request;
import studio.mofang.core.platform.Wish;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// What has been and will be published, and the accounts at the platforms.
public final class PublicationsModel {
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int LIST = 50;
    private static final Duration AHEAD = Duration.ofDays(62);

    private final ObservableList<Publications.Platform> platforms = FXCollections.observableArrayList();
    private final ObservableList<Publication> history = FXCollections.observableArrayList();
    private final ObservableList<Publication> schedule = FXCollections.observableArrayList();
    private final ObservableList<Publication> missed = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Background background;
    private final Backend backend;
    private Delay.@Nullable Waiting looking;

    public PublicationsModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    ObservableList<Publications.Platform> platforms() {
        return platforms;
    }

    /// The newest first.
    ObservableList<Publication> history() {
        return history;
    }

    /// What is still to come, the earliest first.
    ObservableList<Publication> schedule() {
        return schedule;
    }

    /// What had its time while the studio was not running, and awaits an answer.
    public ObservableList<Publication> missed() {
        return missed;
    }

    /// Why the lists are not there.
    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /// Asks once what was missed; for the start of the studio.
    public void lookForMissed() {
        background.run(() -> publishing().history("missed", 1, LIST).items(), missed::setAll, _ -> missed.clear());
    }

    void loadPlatforms() {
        background.run(() -> publishing().platforms(), platforms::setAll, failure::set);
    }

    /// Looks at once and then every little while, until `lookAway`.
    void watch() {
        lookAway();
        load();
    }

    void lookAway() {
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
    }

    /// At once where `when` is absent. `done` hears what was made.
    void publish(PublishModel wanted, @Nullable Instant when, Consumer<Publication> done, Consumer<Exception> failed) {
        var creation = wanted.creationProperty().get();
        if (creation == null || busy.get()) {
            return;
        }
        var wishes = new HashMap<String, Wish>();
        wanted.chosen().forEach(draft -> wishes.put(draft.platform().code(), draft.wish()));
        var codes =
                wanted.chosen().stream().map(draft -> draft.platform().code()).toList();
        var request = new Request(creation.id(), codes, when, creation.version(), wishes);
        act(() -> publishing().publish(request), done, failed);
    }

    /// Whether it was refused because a platform's account is not bound.
    static boolean needsAccount(Exception problem) {
        return problem instanceof ApiException refused && refused.code() == Fault.PLATFORM_NOT_BOUND.code();
    }

    void bind(String platform, Map<String, String> credentials, Runnable done, Consumer<Exception> failed) {
        act(
                () -> publishing().bind(platform, credentials),
                _ -> {
                    loadPlatforms();
                    done.run();
                },
                failed);
    }

    void unbind(String platform, Consumer<Exception> failed) {
        act(
                () -> {
                    publishing().unbind(platform);
                    return platform;
                },
                _ -> loadPlatforms(),
                failed);
    }

    void authorize(String appId, String redirectUri, Consumer<String> done, Consumer<Exception> failed) {
        act(() -> publishing().authorize("kuaishou", appId, redirectUri).url(), done, failed);
    }

    void cancel(Publication of, @Nullable String platform, Consumer<Exception> failed) {
        change(() -> publishing().cancel(of.publishId(), platform), failed);
    }

    void retry(Publication of, @Nullable String platform, Consumer<Exception> failed) {
        change(() -> publishing().retry(of.publishId(), platform), failed);
    }

    void confirm(Publication of, String platform, @Nullable String link, Runnable done, Consumer<Exception> failed) {
        act(
                () -> publishing().confirm(of.publishId(), platform, link),
                changed -> {
                    replace(changed);
                    done.run();
                },
                failed);
    }

    void reschedule(Publication of, Instant when, Consumer<Exception> failed) {
        change(() -> publishing().reschedule(of.publishId(), null, when), failed);
    }

    void handOff(Publication of, String platform, Consumer<HandOff> done, Consumer<Exception> failed) {
        act(() -> publishing().handOff(of.publishId(), platform), done, failed);
    }

    /// Beside `first`, numbered in their order; pictures of others' sites stay where they are. `done` hears
    /// how many.
    void savePictures(Pack pack, Path first, Consumer<Integer> done, Consumer<Exception> failed) {
        act(() -> saved(pack, first), done, failed);
    }

    private int saved(Pack pack, Path first) throws Exception {
        var media = backend.api().media();
        var name = String.valueOf(first.getFileName()).replaceFirst("(-1)?\\.[^.]*$", "");
        int number = 0;
        for (var picture : pack.pictures()) {
            for (var id : Media.references(picture)) {
                var item = media.item(id);
                number++;
                var end = item.contentType().substring(item.contentType().indexOf('/') + 1);
                Files.write(first.resolveSibling(name + "-" + number + "." + end), media.content(item));
            }
        }
        return number;
    }

    void openRelay(Publication of, String platform, Consumer<Relay> done, Consumer<Exception> failed) {
        act(() -> publishing().openRelay(of.publishId(), platform), done, failed);
    }

    /// Nobody waits for it: the page ends by itself in the end.
    void closeRelay(Publication of) {
        background.run(
                () -> {
                    publishing().closeRelay(of.publishId());
                    return of;
                },
                _ -> {},
                failure::set);
    }

    private <T> void act(Background.Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        busy.set(true);
        background.run(
                work,
                result -> {
                    busy.set(false);
                    done.accept(result);
                },
                problem -> {
                    busy.set(false);
                    failed.accept(problem);
                });
    }

    private void change(Background.Work<Publication> work, Consumer<Exception> failed) {
        act(work, this::replace, failed);
    }

    private void replace(Publication changed) {
        missed.removeIf(one -> one.publishId() == changed.publishId());
        history.replaceAll(one -> one.publishId() == changed.publishId() ? changed : one);
        schedule.replaceAll(one -> one.publishId() == changed.publishId() ? changed : one);
    }

    private record Lists(List<Publication> history, List<Publication> schedule) {}

    private void load() {
        background.run(
                () -> new Lists(
                        publishing().history(null, 1, LIST).items(),
                        publishing().schedule(Instant.now(), Instant.now().plus(AHEAD))),
                lists -> {
                    failure.set(null);
                    show(history, lists.history());
                    show(schedule, lists.schedule());
                    loaded.set(true);
                },
                failure::set);
        looking = background.after(BETWEEN_LOOKS, this::load);
    }

    /// Rows are only built anew when something has changed: the person may be about to press one.
    private static void show(ObservableList<Publication> shown, List<Publication> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    private PublishApi publishing() throws Exception {
        return backend.api().publishing().publish();
    }
}

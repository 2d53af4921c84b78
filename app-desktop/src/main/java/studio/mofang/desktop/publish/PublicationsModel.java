package studio.mofang.desktop.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.ApiException;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Fault;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Request;
import studio.mofang.core.platform.Wish;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// What has been and will be published, as the person makes and changes it.
public final class PublicationsModel {
    static final Duration BETWEEN_LOOKS_FOR_MISSED = Duration.ofSeconds(15);
    private static final int MOST_MISSED = 50;

    private final ObservableList<Publication> missed = FXCollections.observableArrayList();
    private final Background background;
    private final Backend backend;
    private final Deeds deeds;
    private final AccountsModel accounts;
    private final HistoryModel history;
    private final CalendarModel calendar;

    public PublicationsModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
        this.deeds = new Deeds(background);
        this.accounts = new AccountsModel(background, backend);
        this.history = new HistoryModel(background, backend);
        this.calendar = new CalendarModel(background, backend, Clock.systemDefaultZone());
    }

    AccountsModel accounts() {
        return accounts;
    }

    HistoryModel history() {
        return history;
    }

    CalendarModel calendar() {
        return calendar;
    }

    /// For one dialog.
    HandOffModel handOff(Publication of, String platform) {
        return new HandOffModel(background, backend, of, platform);
    }

    /// What had its time while the studio was not running, or the machine slept, and awaits an answer.
    public ObservableList<Publication> missed() {
        return missed;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return deeds.busyProperty();
    }

    /// Asks what was missed, now and every little while: the server only knows once it has looked, and a machine may
    /// sleep while the studio runs.
    public void lookForMissed() {
        background.run(
                () -> publishing().history("missed", 1, MOST_MISSED).items(), missed::setAll, _ -> missed.clear());
        background.after(BETWEEN_LOOKS_FOR_MISSED, this::lookForMissed);
    }

    /// At once where `when` is absent. `done` hears what was made.
    void publish(PublishModel wanted, @Nullable Instant when, Consumer<Publication> done, Consumer<Exception> failed) {
        var creation = wanted.creationProperty().get();
        if (creation == null || deeds.busyProperty().get()) {
            return;
        }
        var wishes = new HashMap<String, Wish>();
        wanted.chosen().forEach(draft -> wishes.put(draft.platform().code(), draft.wish()));
        var codes =
                wanted.chosen().stream().map(draft -> draft.platform().code()).toList();
        var request = new Request(creation.id(), codes, when, creation.version(), wishes);
        deeds.act(() -> publishing().publish(request), done, failed);
    }

    /// Whether it was refused because a platform's account is not bound, or not any more.
    static boolean needsAccount(Exception problem) {
        return problem instanceof ApiException refused && refused.code() == Fault.PLATFORM_NOT_BOUND.code();
    }

    void cancel(Publication of, @Nullable String platform, Consumer<Exception> failed) {
        change(() -> publishing().cancel(of.publishId(), platform), _ -> {}, failed);
    }

    void retry(Publication of, @Nullable String platform, Consumer<Exception> failed) {
        change(() -> publishing().retry(of.publishId(), platform), _ -> {}, failed);
    }

    void confirm(Publication of, String platform, @Nullable String link, Runnable done, Consumer<Exception> failed) {
        change(() -> publishing().confirm(of.publishId(), platform, link), _ -> done.run(), failed);
    }

    void reschedule(Publication of, Instant when, Consumer<Publication> done, Consumer<Exception> failed) {
        change(() -> publishing().reschedule(of.publishId(), null, when), done, failed);
    }

    private void change(Background.Work<Publication> work, Consumer<Publication> done, Consumer<Exception> failed) {
        deeds.act(
                work,
                changed -> {
                    missed.removeIf(one -> one.publishId() == changed.publishId());
                    history.replace(changed);
                    calendar.refresh();
                    done.accept(changed);
                },
                failed);
    }

    private PublishApi publishing() throws Exception {
        return backend.api().publishing().publish();
    }
}

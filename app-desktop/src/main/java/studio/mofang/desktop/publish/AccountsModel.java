package studio.mofang.desktop.publish;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.AuthorizationState;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// The accounts at the platforms: what is bound, and the permission that a person gives on a platform's own page, while
/// the studio waits for the browser to come back.
final class AccountsModel {
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(1200);
    static final String KUAISHOU = "kuaishou";

    private final ObservableList<Publications.Platform> platforms = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final Background background;
    private final Backend backend;
    private final Deeds deeds;
    private Delay.@Nullable Waiting looking;
    private int question;

    AccountsModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
        this.deeds = new Deeds(background);
    }

    /// Who hears how a permission ended.
    interface Ended {
        void bound();

        /// The reason is the server's sentence; absent when the time ran out.
        void refused(@Nullable String reason);
    }

    ObservableList<Publications.Platform> platforms() {
        return platforms;
    }

    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return deeds.busyProperty();
    }

    /// While the person is on the platform's page.
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    void load() {
        background.run(() -> publishing().platforms(), platforms::setAll, failure::set);
    }

    void bind(String platform, Map<String, String> credentials, Runnable done, Consumer<Exception> failed) {
        deeds.act(
                () -> publishing().bind(platform, credentials),
                _ -> {
                    load();
                    done.run();
                },
                failed);
    }

    void unbind(String platform, Consumer<Exception> failed) {
        deeds.act(
                () -> {
                    publishing().unbind(platform);
                    return platform;
                },
                _ -> load(),
                failed);
    }

    /// `browser` opens the platform's page; from then on the studio waits until the browser is back, or
    /// `stopWaiting`.
    void authorize(String appId, String appSecret, Consumer<URI> browser, Ended ended, Consumer<Exception> failed) {
        stopWaiting();
        int asked = question;
        deeds.act(
                () -> publishing().authorize(KUAISHOU, appId, appSecret),
                answer -> ifStill(asked, () -> {
                    waiting.set(true);
                    browser.accept(URI.create(answer.url()));
                    lookSoon(asked, ended);
                }),
                failed);
    }

    /// For applications whose way back cannot be the studio: the person copies the code by hand.
    void authorizeByHand(String appId, String redirect, Consumer<URI> browser, Consumer<Exception> failed) {
        deeds.act(
                () -> publishing().authorizeByHand(KUAISHOU, appId, redirect),
                answer -> browser.accept(URI.create(answer.url())),
                failed);
    }

    void stopWaiting() {
        question++;
        waiting.set(false);
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
    }

    private void lookSoon(int asked, Ended ended) {
        looking = background.after(
                BETWEEN_LOOKS,
                () -> background.run(
                        () -> publishing().authorization(KUAISHOU),
                        state -> ifStill(asked, () -> seen(asked, state, ended)),
                        // The next look may well succeed.
                        _ -> ifStill(asked, () -> lookSoon(asked, ended))));
    }

    private void seen(int asked, AuthorizationState state, Ended ended) {
        switch (state.state()) {
            case AuthorizationState.WAITING -> lookSoon(asked, ended);
            case AuthorizationState.BOUND -> {
                stopWaiting();
                load();
                ended.bound();
            }
            default -> {
                stopWaiting();
                ended.refused(state.reason());
            }
        }
    }

    private void ifStill(int asked, Runnable action) {
        if (asked == question) {
            action.run();
        }
    }

    private PublishApi publishing() throws Exception {
        return backend.api().publishing().publish();
    }
}

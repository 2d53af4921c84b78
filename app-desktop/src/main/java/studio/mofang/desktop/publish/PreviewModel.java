package studio.mofang.desktop.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.Previews.Previewed;
import studio.mofang.core.Previews.Request;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.Wish;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// Asks what a creation becomes on the chosen platforms, once after the last key; an answer that a later question has
/// overtaken is not shown.
final class PreviewModel {
    static final Duration BETWEEN_KEYS = Duration.ofMillis(350);
    private static final int MOST_CARDS = 18;
    private static final String IMAGE = "data:image/png;base64,";

    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final List<PlatformDraft> drafts;
    private final PictureAddresses addresses;
    private final Background background;
    private final Backend backend;
    private final Shown shown;
    private @Nullable Creation creation;
    private Delay.@Nullable Waiting typing;
    private long asked;

    /// Hears how a question ended.
    interface Shown {
        void shown();

        void failed(Exception problem);
    }

    PreviewModel(Background background, Backend backend, List<PlatformDraft> drafts, Shown shown) {
        this.background = background;
        this.backend = backend;
        this.drafts = drafts;
        this.addresses = new PictureAddresses(backend);
        this.shown = shown;
    }

    /// True while what is shown is not yet what was asked for.
    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /// Where a picture named as in texts can be loaded from; empty where nowhere.
    String address(String source) {
        return addresses.of(source);
    }

    void of(Creation next) {
        creation = next;
        refresh();
    }

    void refreshSoon() {
        if (typing != null) {
            typing.cancel();
        }
        asked++;
        busy.set(true);
        typing = background.after(BETWEEN_KEYS, this::refresh);
    }

    private void refresh() {
        var of = creation;
        var chosen =
                drafts.stream().filter(draft -> draft.chosenProperty().get()).toList();
        asked++;
        if (of == null || chosen.isEmpty()) {
            busy.set(false);
            return;
        }
        busy.set(true);
        var question = asked;
        var wishes = new HashMap<String, Wish>();
        chosen.forEach(draft -> wishes.put(draft.platform().code(), draft.wish()));
        var codes = chosen.stream().map(draft -> draft.platform().code()).toList();
        var request = new Request(of.id(), codes, wishes);
        background.run(
                () -> previewed(request),
                answer -> answered(question, answer, wishes),
                problem -> failed(question, problem));
    }

    private Previewed previewed(Request request) throws Exception {
        var answer = backend.api().publishing().previews().preview(request);
        for (var preview : answer.previews()) {
            addresses.learn(preview.form());
        }
        return answer;
    }

    private void answered(long question, Previewed answer, Map<String, Wish> wishes) {
        ifStill(question, () -> {
            busy.set(false);
            for (var preview : answer.previews()) {
                draft(preview.platform()).show(preview);
                if (preview.cards() > 0) {
                    fetchCards(question, answer.creationId(), preview, wishes);
                }
            }
            shown.shown();
        });
    }

    private void failed(long question, Exception problem) {
        ifStill(question, () -> {
            busy.set(false);
            shown.failed(problem);
        });
    }

    private void fetchCards(long question, long id, Preview preview, Map<String, Wish> wishes) {
        var draft = draft(preview.platform());
        var wish = wishes.getOrDefault(preview.platform().code(), Wish.NONE);
        background.run(
                () -> cards(id, Math.min(preview.cards(), MOST_CARDS), wish),
                pictures -> ifStill(question, () -> draft.cardsProperty().set(pictures)),
                problem -> failed(question, problem));
    }

    private List<String> cards(long id, int count, Wish wish) throws Exception {
        var pictures = new ArrayList<String>();
        for (var number = 1; number <= count; number++) {
            var png = backend.api().publishing().previews().card(id, number, wish);
            pictures.add(IMAGE + Base64.getEncoder().encodeToString(png));
        }
        return List.copyOf(pictures);
    }

    private PlatformDraft draft(Platform platform) {
        return drafts.get(platform.ordinal());
    }

    private void ifStill(long question, Runnable action) {
        if (question == asked) {
            action.run();
        }
    }
}

package studio.mofang.desktop.image;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.client.LongCall;
import studio.mofang.core.CoverSize;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Images.Generated;
import studio.mofang.core.Images.Request;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.making.History;
import studio.mofang.desktop.making.Kind;
import studio.mofang.desktop.making.Maker;
import studio.mofang.desktop.making.MakersModel;
import studio.mofang.desktop.making.Workshop;

/// What the pane of pictures shows: what is asked for and of whom, what is being drawn, one picture large and those
/// before it.
public final class ImageModel {
    private final StringProperty prompt = new SimpleStringProperty("");
    private final ObjectProperty<CoverSize> size = new SimpleObjectProperty<>(CoverSize.WECHAT);
    private final ObjectProperty<Set<CoverSize>> drawn = new SimpleObjectProperty<>(EnumSet.allOf(CoverSize.class));
    private final ObjectProperty<@Nullable Picture> current = new SimpleObjectProperty<>();
    private final MakersModel makers;
    private final Workshop<Generated> workshop;
    private final History<Creation> history;
    private final BooleanBinding ready;
    private int look;

    public ImageModel(Background background, Backend backend, Preferences preferences) {
        makers = new MakersModel(Kind.IMAGE, background, backend, preferences);
        workshop = new Workshop<>(background, backend);
        history = new History<>(
                background,
                (page, size) ->
                        backend.api().creations().list(new Query(null, "image", null, null, false, page, size)));
        ready = Bindings.createBooleanBinding(
                this::ready, prompt, size, drawn, makers.chosenProperty(), workshop.stateProperty());
        makers.chosenProperty().subscribe(this::offer);
        history.items().subscribe(this::showNewest);
    }

    StringProperty promptProperty() {
        return prompt;
    }

    ObjectProperty<CoverSize> sizeProperty() {
        return size;
    }

    /// Those that whoever is chosen draws.
    ReadOnlyObjectProperty<Set<CoverSize>> drawnProperty() {
        return drawn;
    }

    /// The picture that is looked at; absent where there is none.
    ReadOnlyObjectProperty<@Nullable Picture> currentProperty() {
        return current;
    }

    MakersModel makers() {
        return makers;
    }

    Workshop<Generated> workshop() {
        return workshop;
    }

    History<Creation> history() {
        return history;
    }

    /// Whether enough is said to begin, and nothing is being drawn.
    BooleanBinding readyProperty() {
        return ready;
    }

    /// Asks for what may have changed elsewhere.
    void open() {
        makers.refresh();
        history.refresh();
    }

    void generate() {
        var maker = makers.chosenProperty().get();
        if (maker != null) {
            generate(maker);
        }
    }

    /// This once, whoever is chosen.
    void generateWithoutAi() {
        generate(new Maker.Machine());
    }

    /// One that was made before.
    public void select(Creation creation) {
        Picture.of(creation).ifPresent(picture -> {
            current.set(picture);
            workshop.stepAside();
        });
    }

    private boolean ready() {
        boolean said = !prompt.get().isBlank() && drawn.get().contains(size.get());
        return said && makers.chosenProperty().get() != null && !workshop.working();
    }

    /// A size that the new one does not draw gives way to the first that it does.
    private void offer(@Nullable Maker maker) {
        var sizes = EnumSet.allOf(CoverSize.class);
        if (maker instanceof Maker.Ai ai) {
            sizes.removeIf(one -> one.among(ai.model().coverSizes()).isEmpty());
        }
        drawn.set(sizes);
        if (!sizes.contains(size.get())) {
            sizes.stream().findFirst().ifPresent(size::set);
        }
    }

    private void generate(Maker maker) {
        if (!ready.get()) {
            return;
        }
        var wanted = prompt.get().strip();
        var title = wanted.lines().findFirst().orElse(wanted).strip();
        var offline = maker.offline();
        var request = new Request(
                wanted, asked(maker), maker.modelId(), null, offline, offline == null ? null : (Integer) look++);
        workshop.make(
                offline == null ? makers.costProperty().get() : null,
                api -> new Drawing(api.making().images().begin(request)),
                drawn -> {
                    current.set(Picture.of(drawn, title));
                    open();
                });
    }

    private String asked(Maker maker) {
        var cover = size.get();
        return maker instanceof Maker.Ai ai
                ? cover.among(ai.model().coverSizes()).orElse(cover.size())
                : cover.size();
    }

    /// Whoever looks at nothing sees what was made last.
    private void showNewest() {
        if (current.get() == null && !history.items().isEmpty()) {
            Picture.of(history.items().getFirst()).ifPresent(current::set);
        }
    }

    private record Drawing(LongCall<Generated> call) implements Workshop.Call<Generated> {
        @Override
        public Generated run() throws Exception {
            return call.run();
        }

        @Override
        public void cancel() {
            call.cancel();
        }
    }
}

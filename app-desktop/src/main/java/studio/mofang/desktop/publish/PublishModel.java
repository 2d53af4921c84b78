package studio.mofang.desktop.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Media;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// What the publish pane shows: one creation, and for each chosen platform what it becomes there.
public final class PublishModel {
    private static final int LIST = 30;

    private final ObjectProperty<@Nullable Creation> creation = new SimpleObjectProperty<>();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.LOADING);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final ObservableList<Creation> found = FXCollections.observableArrayList();
    private final ObservableList<Media.Item> videos = FXCollections.observableArrayList();
    private final ObservableList<Media.Item> pictures = FXCollections.observableArrayList();
    private final List<PlatformDraft> drafts;
    private final Background background;
    private final Backend backend;
    private final OpenText edited;
    private final PublicationsModel publications;
    private final PreviewModel previews;
    private OptionalLong lastEdited = OptionalLong.empty();
    private Optional<UUID> cover = Optional.empty();

    /// What stands in the place of the previews.
    public enum State {
        LOADING,
        NOTHING_WRITTEN,
        SHOWN,
        FAILED
    }

    /// `edited` is what is offered first.
    public PublishModel(Background background, Backend backend, OpenText edited) {
        this.background = background;
        this.backend = backend;
        this.edited = edited;
        this.publications = new PublicationsModel(background, backend);
        this.drafts = Arrays.stream(Platform.values())
                .map(platform -> new PlatformDraft(platform, this::changed))
                .toList();
        this.previews = new PreviewModel(background, backend, drafts, new PreviewModel.Shown() {
            @Override
            public void shown() {
                failure.set(null);
                state.set(State.SHOWN);
            }

            @Override
            public void failed(Exception problem) {
                PublishModel.this.failed(problem);
            }
        });
        drafts.getFirst().chosenProperty().set(true);
        drafts.get(1).chosenProperty().set(true);
    }

    /// What has been and will be published.
    public PublicationsModel publications() {
        return publications;
    }

    public ReadOnlyObjectProperty<@Nullable Creation> creationProperty() {
        return creation;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// True while what is shown is not yet what was asked for.
    public ReadOnlyBooleanProperty busyProperty() {
        return previews.busyProperty();
    }

    /// What the person may publish instead, as far as it was searched for.
    public ObservableList<Creation> found() {
        return found;
    }

    /// The videos that may go to 抖音 and 快手.
    public ObservableList<Media.Item> videos() {
        return videos;
    }

    /// The pictures of the media store, which may be covers.
    public ObservableList<Media.Item> pictures() {
        return pictures;
    }

    List<PlatformDraft> drafts() {
        return drafts;
    }

    List<PlatformDraft> chosen() {
        return drafts.stream().filter(draft -> draft.chosenProperty().get()).toList();
    }

    /// True when a platform is chosen and none of the chosen would refuse the creation.
    boolean ready() {
        return !busyProperty().get()
                && !chosen().isEmpty()
                && chosen().stream().allMatch(draft -> {
                    var preview = draft.previewProperty().get();
                    return preview != null && preview.ready();
                });
    }

    /// Where a picture named as in texts can be loaded from; empty where nowhere.
    String address(String source) {
        return previews.address(source);
    }

    /// The pane comes to the front: the text may have gone on in the editor meanwhile.
    public void open() {
        edited.saved(this::opened);
        fetchMedia("video", videos);
        fetchMedia("image", pictures);
    }

    /// Before the pane comes to the front: then the text in the editor is shown, with this cover wherever a platform
    /// shows one.
    public void cover(UUID picture) {
        cover = Optional.of(picture);
        lastEdited = OptionalLong.empty();
    }

    private void opened() {
        var before = lastEdited;
        lastEdited = edited.id();
        var now = creation.get();
        if (lastEdited.isPresent() && !lastEdited.equals(before)) {
            take(lastEdited.getAsLong());
        } else if (now == null) {
            fetchNewest();
        } else {
            fetch(now.id());
        }
    }

    /// Another creation takes the place of the one that is shown; what was wanted for that one is
    /// forgotten.
    public void pick(Creation next) {
        take(next.id());
    }

    public void search(String words) {
        var query = new Query(words.strip(), null, null, null, false, 1, LIST);
        background.run(() -> backend.api().creations().list(query).items(), found::setAll, failure::set);
    }

    private void changed() {
        previews.refreshSoon();
    }

    private void take(long id) {
        drafts.forEach(PlatformDraft::forget);
        fetch(id);
    }

    private void fetchMedia(String kind, ObservableList<Media.Item> into) {
        background.run(() -> backend.api().media().list(kind, 1, LIST).items(), into::setAll, _ -> into.clear());
    }

    private void fetchNewest() {
        state.set(State.LOADING);
        var newest = new Query(null, "writing", null, null, false, 1, 1);
        background.run(
                () -> backend.api().creations().list(newest).items(),
                items -> {
                    if (items.isEmpty()) {
                        state.set(State.NOTHING_WRITTEN);
                    } else {
                        fetch(items.getFirst().id());
                    }
                },
                this::failed);
    }

    private void fetch(long id) {
        background.run(
                () -> backend.api().creations().creation(id),
                whole -> {
                    creation.set(whole);
                    wearCover(id);
                    previews.of(whole);
                },
                this::failed);
    }

    /// Another text than the one in the editor was not meant.
    private void wearCover(long id) {
        var wanted = lastEdited.equals(OptionalLong.of(id)) ? cover : Optional.<UUID>empty();
        cover = Optional.empty();
        wanted.ifPresent(picture -> drafts.stream()
                .filter(draft -> Field.of(draft.platform()).contains(Field.COVER))
                .forEach(draft -> draft.field(Field.COVER).set(Media.reference(picture))));
    }

    private void failed(Exception problem) {
        failure.set(problem);
        state.set(State.FAILED);
    }
}

package studio.mofang.desktop.slides;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Slides.Deck;
import studio.mofang.core.Slides.Request;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// What the slides pane asks for, and the deck that it shows.
public final class SlidesModel {
    private static final int LIST = 30;
    private static final String KIND = "ppt";
    private static final String ARTICLES = "writing";

    private final StringProperty topic = new SimpleStringProperty("");
    private final OutlineModel outline = new OutlineModel();
    private final BooleanProperty fromArticle = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Creation> article = new SimpleObjectProperty<>();
    private final BooleanProperty offline = new SimpleBooleanProperty();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.EMPTY);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Deck> deck = new SimpleObjectProperty<>();
    private final ObservableList<String> titles = FXCollections.observableArrayList();
    private final ObservableList<byte[]> pages = FXCollections.observableArrayList();
    private final ObservableList<Creation> articles = FXCollections.observableArrayList();
    private final ObservableList<Creation> decks = FXCollections.observableArrayList();
    private final ThemesModel themes;
    private final Background background;
    private final Backend backend;
    private @Nullable Making making;

    /// What stands in the place of the deck.
    public enum State {
        EMPTY,
        MAKING,
        LOADING,
        SHOWN,
        FAILED
    }

    private record Shelves(List<Creation> articles, List<Creation> decks) {}

    private record Opened(Deck deck, List<byte[]> pages) {}

    public SlidesModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
        this.themes = new ThemesModel(background, backend);
        topic.subscribe(() -> themes.drawSoon(title()));
        article.subscribe(() -> themes.drawSoon(title()));
        fromArticle.subscribe(() -> themes.drawSoon(title()));
    }

    public StringProperty topicProperty() {
        return topic;
    }

    public OutlineModel outline() {
        return outline;
    }

    public BooleanProperty fromArticleProperty() {
        return fromArticle;
    }

    public ObjectProperty<@Nullable Creation> articleProperty() {
        return article;
    }

    /// Laid out on this machine, without any model.
    public BooleanProperty offlineProperty() {
        return offline;
    }

    public ThemesModel themes() {
        return themes;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    public ReadOnlyObjectProperty<@Nullable Deck> deckProperty() {
        return deck;
    }

    /// The titles of the slides as they are written.
    public ObservableList<String> titles() {
        return titles;
    }

    /// The slides of the deck as PNGs.
    public ObservableList<byte[]> pages() {
        return pages;
    }

    /// What a deck can be made from, newest first.
    public ObservableList<Creation> articles() {
        return articles;
    }

    /// The decks made before, newest first.
    public ObservableList<Creation> decks() {
        return decks;
    }

    public void refresh() {
        themes.load(title());
        background.run(
                () -> new Shelves(list(ARTICLES), list(KIND)),
                shelves -> {
                    articles.setAll(shelves.articles());
                    decks.setAll(shelves.decks());
                },
                _ -> {});
    }

    /// Takes up an article; the pane then asks for a theme alone.
    public void take(long creation) {
        background.run(
                () -> backend.api().creations().creation(creation),
                found -> {
                    fromArticle.set(true);
                    article.set(found);
                },
                this::failed);
    }

    /// Whether enough is said to begin.
    boolean ready() {
        return fromArticle.get() ? article.get() != null : !topic.get().isBlank();
    }

    public void make() {
        var begun = new Making(background, titles::add);
        making = begun;
        titles.clear();
        pages.clear();
        state.set(State.MAKING);
        var request = request();
        background.run(
                () -> opened(begun.run(backend.api(), request)),
                opened -> {
                    if (making == begun) {
                        show(opened);
                        refresh();
                    }
                },
                problem -> {
                    if (making == begun) {
                        ended(begun, problem);
                    }
                });
    }

    public void cancel() {
        if (making != null) {
            making.stop();
        }
    }

    /// Shows a deck made before.
    public void open(long id) {
        making = null;
        state.set(State.LOADING);
        background.run(() -> opened(backend.api().slides().deck(id)), this::show, this::failed);
    }

    /// Writes the deck's file to `target`.
    public void save(Path target, Runnable onSaved, Consumer<Exception> onFailure) {
        var shown = deck.get();
        if (shown != null) {
            background.run(
                    () -> Files.write(target, backend.api().slides().file(shown.downloadUrl())),
                    _ -> onSaved.run(),
                    onFailure);
        }
    }

    private Request request() {
        var own = themes.templateProperty().get();
        var template = own == null ? null : own.id();
        var theme = own == null ? themes.chosenProperty().get() : null;
        var source = article.get();
        return fromArticle.get() && source != null
                ? new Request(null, null, null, theme, template, source.id(), null, null, offline.get())
                : new Request(
                        topic.get().strip(), outline.texts(), null, theme, template, null, null, null, offline.get());
    }

    private String title() {
        var source = article.get();
        return fromArticle.get() && source != null ? source.title() : topic.get();
    }

    private Opened opened(Deck made) throws Exception {
        var pictures = new java.util.ArrayList<byte[]>();
        for (var picture : made.pictures()) {
            pictures.add(backend.api().slides().file(picture));
        }
        return new Opened(made, pictures);
    }

    private void show(Opened opened) {
        failure.set(null);
        pages.setAll(opened.pages());
        deck.set(opened.deck());
        state.set(State.SHOWN);
    }

    private void ended(Making ended, Exception problem) {
        making = null;
        if (ended.stopped()) {
            state.set(State.EMPTY);
        } else {
            failed(problem);
        }
    }

    private void failed(Exception problem) {
        failure.set(problem);
        state.set(State.FAILED);
    }

    private List<Creation> list(String type) throws Exception {
        return backend.api()
                .creations()
                .list(new Query(null, type, null, null, false, 1, LIST))
                .items();
    }
}

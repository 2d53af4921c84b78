package studio.mofang.desktop.slides;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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
import studio.mofang.client.SlidesApi;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Page;
import studio.mofang.core.Slides.Deck;
import studio.mofang.core.Slides.Request;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.making.History;
import studio.mofang.desktop.making.Kind;
import studio.mofang.desktop.making.Maker;
import studio.mofang.desktop.making.MakersModel;
import studio.mofang.desktop.making.Workshop;

/// What the slides pane asks for and of whom, what is being made, and the deck that it shows.
public final class SlidesModel {
    private static final int LIST = 30;
    private static final String KIND = "ppt";
    private static final String ARTICLES = "writing";

    private final StringProperty topic = new SimpleStringProperty("");
    private final OutlineModel outline = new OutlineModel();
    private final BooleanProperty fromArticle = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Creation> article = new SimpleObjectProperty<>();
    private final ObservableList<String> titles = FXCollections.observableArrayList();
    private final ObservableList<Creation> articles = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final MakersModel makers;
    private final Workshop<Deck> workshop;
    private final History<Creation> history;
    private final DeckModel deck;
    private final ThemesModel themes;
    private final BooleanBinding ready;
    private final Background background;
    private final Backend backend;

    public SlidesModel(Background background, Backend backend, Preferences preferences) {
        this.background = background;
        this.backend = backend;
        makers = new MakersModel(Kind.SLIDES, background, backend, preferences);
        workshop = new Workshop<>(background, backend);
        history = new History<>(background, (page, size) -> list(KIND, page, size));
        deck = new DeckModel(background, backend);
        themes = new ThemesModel(background, backend);
        ready = Bindings.createBooleanBinding(
                this::ready, topic, article, fromArticle, makers.chosenProperty(), workshop.stateProperty());
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

    public ThemesModel themes() {
        return themes;
    }

    MakersModel makers() {
        return makers;
    }

    Workshop<Deck> workshop() {
        return workshop;
    }

    /// The decks made before.
    History<Creation> history() {
        return history;
    }

    DeckModel deck() {
        return deck;
    }

    /// The titles of the slides as they are written.
    public ObservableList<String> titles() {
        return titles;
    }

    /// What a deck can be made from, newest first.
    public ObservableList<Creation> articles() {
        return articles;
    }

    /// Why the articles could not be had.
    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// Whether enough is said to begin, and nothing is being made.
    BooleanBinding readyProperty() {
        return ready;
    }

    public void refresh() {
        themes.load(title());
        makers.refresh();
        history.refresh();
        refreshArticles();
    }

    void refreshArticles() {
        background.run(
                () -> list(ARTICLES, 1, LIST).items(),
                found -> {
                    failure.set(null);
                    articles.setAll(found);
                },
                failure::set);
    }

    /// Takes up an article; the pane then asks for a theme alone.
    public void take(long creation) {
        fromArticle.set(true);
        background.run(() -> backend.api().creations().creation(creation), article::set, failure::set);
    }

    void make() {
        var maker = makers.chosenProperty().get();
        if (maker != null) {
            make(maker);
        }
    }

    /// This once, whoever is chosen.
    void makeWithoutAi() {
        make(new Maker.Machine());
    }

    /// Shows a deck made before; what is being made goes on.
    public void open(long id) {
        workshop.stepAside();
        deck.open(id);
    }

    private boolean ready() {
        var said = fromArticle.get() ? article.get() != null : !topic.get().isBlank();
        return said && makers.chosenProperty().get() != null && !workshop.working();
    }

    private void make(Maker maker) {
        if (!ready.get()) {
            return;
        }
        titles.clear();
        var request = request(maker);
        workshop.make(
                maker.offline() == null ? makers.costProperty().get() : null,
                api -> new Authoring(api.slides().making(request)),
                made -> {
                    deck.show(made);
                    makers.refresh();
                    history.refresh();
                });
    }

    private Request request(Maker maker) {
        var own = themes.templateProperty().get();
        var template = own == null ? null : own.id();
        var theme = own == null ? themes.chosenProperty().get() : null;
        var source = article.get();
        return fromArticle.get() && source != null
                ? new Request(null, null, maker.modelId(), theme, template, source.id(), null, null, maker.offline())
                : new Request(
                        topic.get().strip(),
                        outline.texts(),
                        maker.modelId(),
                        theme,
                        template,
                        null,
                        null,
                        null,
                        maker.offline());
    }

    private String title() {
        var source = article.get();
        return fromArticle.get() && source != null ? source.title() : topic.get();
    }

    private Page<Creation> list(String type, int page, int size) throws Exception {
        return backend.api().creations().list(new Query(null, type, null, null, false, page, size));
    }

    private final class Authoring implements Workshop.Call<Deck> {
        private final SlidesApi.Making call;

        Authoring(SlidesApi.Making call) {
            this.call = call;
        }

        @Override
        public Deck run() throws Exception {
            return call.run(title -> background.onScreen(() -> titles.add(title)));
        }

        @Override
        public void cancel() {
            call.cancel();
        }
    }
}

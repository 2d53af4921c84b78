package studio.mofang.desktop.slides;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Creation;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;

/// Where decks are asked for, on the left, and looked at, on the right.
public final class SlidesScreen implements Screen {
    private final Desk desk;
    private final SlidesModel model;
    private final LongConsumer edit;
    private final StackPane stage = new StackPane();
    private final MenuButton history;
    private final HBox view;
    private Subscription attached = Subscription.EMPTY;

    /// `edit` opens the text of a deck in the editor.
    public SlidesScreen(Desk desk, SlidesModel model, LongConsumer edit) {
        this.desk = desk;
        this.model = model;
        this.edit = edit;
        history = new MenuButton(desk.text("slides.history"), new FontIcon(Feather.CLOCK));
        history.setId("slides-history");
        model.decks().addListener((ListChangeListener<Creation>) _ -> remember());
        remember();
        var head = Controls.row(
                "slides-form-head", Controls.label(desk.text("pane.slides"), "screen-title"), new Spacer(), history);
        var left = new VBox(head, Controls.growing(new SlidesForm(desk, model)));
        left.getStyleClass().add("slides-panel");
        view = new HBox(left, Controls.growing(stage));
        view.getStyleClass().add("screen");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        attached = model.stateProperty().subscribe(this::show);
        model.refresh();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.always(
                desk.text("slides.make"), Feather.PLAY, KeyCombination.valueOf("Shortcut+Enter"), this::make));
    }

    private void make() {
        if (model.ready()) {
            model.make();
        }
    }

    private void remember() {
        history.getItems().setAll(model.decks().stream().map(this::remembered).toList());
        history.setDisable(model.decks().isEmpty());
    }

    private MenuItem remembered(Creation deck) {
        var item = new MenuItem(deck.title());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.open(deck.id()));
        return item;
    }

    private void show(SlidesModel.State state) {
        stage.getChildren()
                .setAll(
                        switch (state) {
                            case EMPTY ->
                                Placeholder.saying(
                                        Feather.MONITOR, desk.text("slides.empty"), desk.text("slides.empty.text"));
                            case LOADING -> Placeholder.loading(desk.text("loading"));
                            case MAKING -> progress();
                            case SHOWN -> deck();
                            case FAILED -> failure();
                        });
    }

    private Node deck() {
        var deck = model.deckProperty().get();
        return deck == null ? new StackPane() : new DeckView(desk, model, deck, edit);
    }

    private Node progress() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        var lines = new VBox();
        lines.getStyleClass().add("slides-titles");
        ListChangeListener<String> tell = _ -> tell(lines);
        model.titles().addListener(tell);
        tell(lines);
        var stop = Controls.button(desk.text("slides.cancel"), Feather.X, model::cancel);
        stop.setId("slides-cancel");
        var column = Controls.column(
                "slides-progress",
                Controls.label(desk.text("slides.making"), "placeholder-title"),
                Controls.paragraph(desk.text("slides.making.text"), "placeholder-text"),
                bar,
                lines,
                stop);
        return new StackPane(column);
    }

    /// The last few, the newest below.
    private void tell(VBox lines) {
        var titles = model.titles();
        var last = titles.subList(Math.max(0, titles.size() - 6), titles.size());
        lines.getChildren()
                .setAll(last.stream()
                        .map(title -> Controls.label(title, "slides-line-made"))
                        .toList());
    }

    private Node failure() {
        var problem = model.failureProperty().get();
        return Placeholder.saying(
                Feather.ALERT_CIRCLE,
                desk.text("failed.title"),
                problem == null ? "" : desk.messages().failure(problem),
                Controls.button(desk.text("again"), this::make));
    }
}

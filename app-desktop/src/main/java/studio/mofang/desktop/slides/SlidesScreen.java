package studio.mofang.desktop.slides;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Creation;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;
import studio.mofang.desktop.kit.Thumbnails;
import studio.mofang.desktop.making.Bench;
import studio.mofang.desktop.making.CreationLook;
import studio.mofang.desktop.making.Easel;
import studio.mofang.desktop.making.Exits;
import studio.mofang.desktop.making.OrderPanel;
import studio.mofang.desktop.making.Shelf;

/// Where decks are asked for, on the left, and looked at, on the right.
public final class SlidesScreen implements Screen {
    private final Desk desk;
    private final SlidesModel model;
    private final LongConsumer edit;
    private final VBox progress = Controls.column("slides-titles");
    /// Kept here, for the list, which outlives the screen, holds it only weakly.
    private final ListChangeListener<String> onTitle = _ -> tell();

    private final OrderPanel.Begin begin;
    private final Bench<Creation> view;
    private Subscription attached = Subscription.EMPTY;

    /// `edit` opens the text of a deck in the editor.
    public SlidesScreen(Desk desk, SlidesModel model, Thumbnails thumbnails, LongConsumer edit, Exits exits) {
        this.desk = desk;
        this.model = model;
        this.edit = edit;
        model.titles().addListener(new WeakListChangeListener<>(onTitle));
        tell();
        begin = new OrderPanel.Begin("slides-make", desk.text("slides.make"), model.readyProperty(), model::make);
        var easel = new Easel(
                desk,
                model.workshop(),
                model.makers(),
                model.history(),
                exits,
                new Easel.Parts("slides", Feather.MONITOR, this::standing, () -> progress, model::makeWithoutAi));
        var shelf = new Shelf<>(
                desk,
                model.history(),
                thumbnails,
                new CreationLook(desk, Feather.MONITOR),
                creation -> model.open(creation.id()));
        view = new Bench<>(
                order(exits),
                easel,
                shelf,
                model.deck().stateProperty(),
                creation -> model.deck().stateProperty().get().of(creation.id()));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        attached = view.attach();
        model.refresh();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    @Override
    public List<Command> commands() {
        return List.of(begin.command());
    }

    private OrderPanel order(Exits exits) {
        return new OrderPanel(
                desk, model.makers(), exits, desk.text("pane.slides"), new SlidesForm(desk, model), begin);
    }

    private Optional<Node> standing() {
        return switch (model.deck().stateProperty().get()) {
            case DeckModel.State.None _ -> Optional.empty();
            case DeckModel.State.Loading _ -> Optional.of(Placeholder.loading(desk.text("loading")));
            case DeckModel.State.Shown shown -> Optional.of(new DeckView(desk, model.deck(), shown, edit));
            case DeckModel.State.Failed failed ->
                Optional.of(Placeholder.saying(
                        Feather.ALERT_CIRCLE,
                        desk.text("failed.title"),
                        desk.messages().failure(failed.problem()),
                        Controls.button(desk.text("again"), () -> model.deck().open(failed.id()))));
        };
    }

    /// The last few, the newest below.
    private void tell() {
        var titles = model.titles();
        var last = titles.subList(Math.max(0, titles.size() - 6), titles.size());
        progress.getChildren()
                .setAll(last.stream()
                        .map(title -> Controls.label(title, "slides-line-made"))
                        .toList());
    }
}

package studio.mofang.desktop.making;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;

/// Where what is made stands: while it is being made that this is so, after a failure what can be done about it, else
/// whatever the person looks at. What is being made can be cancelled, also while something else is looked at.
public final class Easel extends VBox {
    private final Desk desk;
    private final Workshop<?> workshop;
    private final MakersModel makers;
    private final History<?> history;
    private final Exits exits;
    private final Parts parts;
    private final StackPane stage = new StackPane();
    private final HBox aside;

    /// What differs from pane to pane: the key of its words (`image` for `image.working`, `image.failed` and so on) and
    /// its sign, what the person looks at, what is told of the progress, and how to make it without any model.
    public record Parts(
            String key, Feather icon, Supplier<Optional<Node>> content, Supplier<Node> progress, Runnable withoutAi) {}

    public Easel(Desk desk, Workshop<?> workshop, MakersModel makers, History<?> history, Exits exits, Parts parts) {
        this.desk = desk;
        this.workshop = workshop;
        this.makers = makers;
        this.history = history;
        this.exits = exits;
        this.parts = parts;
        this.aside = aside();
        stage.getStyleClass().add("making-stage");
        stage.setMinSize(0, 0);
        getChildren().addAll(aside, Controls.growing(stage));
        setMinSize(0, 0);
    }

    Subscription attach() {
        return Subscription.combine(
                workshop.stateProperty().subscribe(_ -> show()),
                history.stateProperty().subscribe(_ -> refresh()));
    }

    /// What the person looks at has changed.
    public void refresh() {
        if (workshop.stateProperty().get() == Workshop.State.IDLE
                || workshop.stateProperty().get() == Workshop.State.ASIDE) {
            show();
        }
    }

    private void show() {
        var state = workshop.stateProperty().get();
        aside.setVisible(state == Workshop.State.ASIDE);
        aside.setManaged(state == Workshop.State.ASIDE);
        stage.getChildren()
                .setAll(
                        switch (state) {
                            case IDLE, ASIDE -> parts.content().get().orElseGet(this::nothing);
                            case WORKING -> working();
                            case FAILED -> failed();
                        });
    }

    /// Nobody has made anything yet, as far as is known.
    private Node nothing() {
        return switch (history.stateProperty().get()) {
            case LOADING -> Placeholder.loading(desk.text("loading"));
            case SHOWN, EMPTY ->
                Placeholder.saying(
                        parts.icon(), desk.text(parts.key() + ".nothing"), desk.text(parts.key() + ".nothing.hint"));
            case FAILED -> {
                var problem = history.failureProperty().get();
                yield Placeholder.saying(
                        Feather.ALERT_CIRCLE,
                        desk.text("failed.title"),
                        problem == null ? "" : desk.messages().failure(problem),
                        Controls.button(desk.text("again"), history::refresh));
            }
        };
    }

    private Node working() {
        var cancel = Controls.button(desk.text("cancel"), Feather.X, this::cancel);
        cancel.setId("making-cancel");
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("making-spinner");
        var column = Controls.column(
                "making-wait",
                spinner,
                Controls.label(desk.text(parts.key() + ".working"), "placeholder-title"),
                Controls.label(desk.text("making.cancel.hint"), "making-hint"),
                parts.progress().get(),
                cancel);
        column.setMaxHeight(Region.USE_PREF_SIZE);
        return column;
    }

    private HBox aside() {
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("status-progress");
        var back = Controls.button(desk.text("making.aside.show"), workshop::comeBack);
        back.setId("making-back");
        back.getStyleClass().add(Styles.SMALL);
        var cancel = Controls.button(desk.text("cancel"), this::cancel);
        cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        return Controls.row(
                "making-aside",
                spinner,
                Controls.label(desk.text(parts.key() + ".working"), "making-hint"),
                new Spacer(),
                cancel,
                back);
    }

    private Node failed() {
        var problem = workshop.failureProperty().get();
        var remedy = problem == null ? Remedy.NONE : makers.remedy(problem);
        var sentence = problem == null ? "" : desk.messages().failure(problem);
        if (remedy == Remedy.WAIT) {
            return goesOn(sentence);
        }
        var again = Controls.primary(desk.text("retry"), workshop::tryAgain);
        again.setId("making-again");
        var actions = new ArrayList<Node>();
        other(remedy).ifPresent(actions::add);
        actions.add(again);
        var kept = workshop.credits() > 0 ? "\n" + desk.text("making.uncharged") : "";
        var buttons = Controls.row("making-actions", actions.toArray(Node[]::new));
        buttons.setAlignment(Pos.CENTER);
        return Placeholder.saying(Feather.ALERT_TRIANGLE, desk.text(parts.key() + ".failed"), sentence + kept, buttons);
    }

    private Optional<Node> other(Remedy remedy) {
        return switch (remedy) {
            case RECHARGE -> Optional.of(Controls.button(desk.text("making.recharge"), exits.wallet()));
            case WITHOUT_AI -> {
                var without = Controls.button(desk.text("making.without." + parts.key()), parts.withoutAi());
                without.setId("making-without");
                yield Optional.of(without);
            }
            case NONE, WAIT -> Optional.empty();
        };
    }

    /// Nothing went wrong, so that nothing is offered that would make it a second time.
    private Node goesOn(String sentence) {
        var look = Controls.button(desk.text("making.goeson.look"), () -> {
            workshop.stepAside();
            history.refresh();
        });
        look.setId("making-look");
        return Placeholder.saying(Feather.CLOCK, desk.text("making.goeson"), sentence, look);
    }

    private void cancel() {
        var charged = workshop.credits() > 0;
        workshop.cancel();
        desk.toasts().tell(desk.text(charged ? "making.cancelled.credits" : "making.cancelled"));
    }
}

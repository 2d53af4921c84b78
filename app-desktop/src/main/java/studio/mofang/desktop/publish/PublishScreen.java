package studio.mofang.desktop.publish;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;

/// One creation and its previews side by side, each as wide as on a phone.
public final class PublishScreen implements Screen {
    private final Desk desk;
    private final PublishModel model;
    private final Runnable write;
    private final HBox view;
    private final StackPane stage = new StackPane();
    private final HBox columns = new HBox();
    private final ScrollPane shelf = new ScrollPane(columns);
    private final Map<Platform, PlatformColumn> built = new EnumMap<>(Platform.class);
    private Subscription attached = Subscription.EMPTY;

    /// `write` brings the person to where texts are written.
    public PublishScreen(Desk desk, PublishModel model, Runnable write) {
        this.desk = desk;
        this.model = model;
        this.write = write;
        columns.getStyleClass().add("publish-columns");
        shelf.getStyleClass().addAll("quiet-scroll", "publish-shelf");
        shelf.setFitToHeight(true);
        shelf.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view = new HBox(new PublishPanel(desk, model), Controls.growing(stage));
        view.getStyleClass().add("screen");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        attached = model.drafts().stream()
                .map(draft -> draft.chosenProperty().subscribe(_ -> arrange()))
                .reduce(model.stateProperty().subscribe(_ -> arrange()), Subscription::and);
        model.open();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    @Override
    public void discarded() {
        built.values().forEach(PlatformColumn::discard);
    }

    private void arrange() {
        stage.getChildren()
                .setAll(
                        switch (model.stateProperty().get()) {
                            case LOADING -> Placeholder.loading(desk.text("loading"));
                            case NOTHING_WRITTEN -> nothing();
                            case FAILED -> failure();
                            case SHOWN -> chosen();
                        });
    }

    private Node chosen() {
        if (model.chosen().isEmpty()) {
            return Placeholder.saying(Feather.SEND, desk.text("publish.none"), desk.text("publish.none.hint"));
        }
        columns.getChildren().setAll(model.chosen().stream().map(this::column).toList());
        return shelf;
    }

    private PlatformColumn column(PlatformDraft draft) {
        return built.computeIfAbsent(draft.platform(), _ -> new PlatformColumn(desk, model, draft));
    }

    private Node nothing() {
        return Placeholder.saying(
                Feather.EDIT_3,
                desk.text("publish.nothing"),
                desk.text("publish.nothing.hint"),
                Controls.primary(desk.text("publish.write"), write));
    }

    private Node failure() {
        var problem = model.failureProperty().get();
        return Placeholder.saying(
                Feather.ALERT_CIRCLE,
                desk.text("failed.title"),
                problem == null ? "" : desk.messages().failure(problem),
                Controls.button(desk.text("again"), model::open));
    }
}

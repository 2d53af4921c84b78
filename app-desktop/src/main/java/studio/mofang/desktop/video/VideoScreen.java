package studio.mofang.desktop.video;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Choices;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;

/// A script and a length on the left; how far the video is, its poster, and those before it on the right.
/// The video itself plays in the person's own player.
public final class VideoScreen implements Screen {
    private static final int LARGE = 900;
    private static final int SMALL = 160;

    private final Desk desk;
    private final VideoModel model;
    private final HBox view;
    private final StackPane stage = new StackPane();
    private final HBox strip = new HBox();
    private final ListChangeListener<Task> relist = _ -> fillStrip();
    private Subscription attached = Subscription.EMPTY;

    public VideoScreen(Desk desk, VideoModel model) {
        this.desk = desk;
        this.model = model;
        stage.getStyleClass().add("making-stage");
        stage.setMinSize(0, 0);
        strip.getStyleClass().add("making-strip");
        var shelf = new ScrollPane(strip);
        shelf.getStyleClass().addAll("quiet-scroll", "making-shelf");
        shelf.setFitToHeight(true);
        shelf.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var right = new VBox(Controls.growing(stage), shelf);
        right.getStyleClass().add("making-right");
        view = new HBox(panel(), Controls.growing(right));
        view.getStyleClass().add("screen");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.tasks().addListener(relist);
        attached = model.currentProperty()
                .subscribe(_ -> arrange())
                .and(model.failureProperty().subscribe(_ -> arrange()));
        fillStrip();
        model.open();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
        model.tasks().removeListener(relist);
        model.leave();
    }

    private Node panel() {
        var script = new TextArea();
        script.setId("video-script");
        script.setPromptText(desk.text("video.script.hint"));
        script.setWrapText(true);
        script.setPrefRowCount(9);
        script.textProperty().bindBidirectional(model.scriptProperty());
        var film = Controls.primary(desk.text("video.film"), model::generate);
        film.setId("video-film");
        film.setMaxWidth(Double.MAX_VALUE);
        film.disableProperty().bind(model.scriptProperty().isEmpty());
        return Controls.column(
                "making-panel",
                Controls.label(desk.text("pane.video"), "making-title"),
                Controls.paragraph(desk.text("video.hint"), "making-hint"),
                Controls.label(desk.text("video.script"), "field-label"),
                script,
                Controls.label(desk.text("video.maker"), "field-label"),
                new Choices<>(
                        List.of(VideoModel.Maker.values()),
                        one -> desk.text("video.maker." + one.name().toLowerCase(java.util.Locale.ROOT)),
                        model.makerProperty()),
                Controls.label(desk.text("video.length"), "field-label"),
                new Choices<>(
                        List.of(5, 15, 30, 60, 120),
                        seconds -> desk.text("video.seconds", seconds),
                        model.secondsProperty()),
                Controls.label(desk.text("video.ratio"), "field-label"),
                new Choices<>(
                        List.of("9:16", "16:9", "1:1"),
                        ratio -> desk.text("video.ratio." + ratio.replace(':', '-')),
                        model.ratioProperty()),
                film);
    }

    private void arrange() {
        var failure = model.failureProperty().get();
        var task = model.currentProperty().get();
        stage.getChildren().setAll(failure == null ? standing(task) : failed(failure));
    }

    private Node standing(@Nullable Task task) {
        if (task == null) {
            return Placeholder.saying(Feather.FILM, desk.text("video.nothing"), desk.text("video.nothing.hint"));
        }
        return switch (task.status()) {
            case "processing" -> underWay(task);
            case "completed" -> finished(task);
            default ->
                Placeholder.saying(
                        task.status().equals("cancelled") ? Feather.SLASH : Feather.ALERT_TRIANGLE,
                        desk.text("video." + task.status()),
                        task.message());
        };
    }

    private Node underWay(Task task) {
        var bar = new ProgressBar(task.progress() / 100.0);
        bar.setId("video-progress");
        bar.getStyleClass().add("making-bar");
        var cancel = Controls.button(desk.text("video.cancel"), () -> model.cancel(task));
        cancel.setId("video-cancel");
        var column = new VBox(
                Controls.label(task.title(), "making-name"),
                Controls.label(desk.text("video.stage." + task.stage()) + " · " + task.progress() + "%", "making-hint"),
                bar,
                cancel);
        column.getStyleClass().add("making-wait");
        column.setAlignment(Pos.CENTER);
        return column;
    }

    private Node finished(Task task) {
        var poster = new ImageView();
        poster.setId("video-poster");
        poster.setPreserveRatio(true);
        poster.fitWidthProperty().bind(stage.widthProperty().subtract(80));
        poster.fitHeightProperty().bind(stage.heightProperty().subtract(150));
        var posterId = task.posterId();
        if (posterId != null) {
            model.thumbnails().load(posterId, LARGE, poster::setImage, this::warn);
        }
        var play = Controls.button(desk.text("video.play"), Feather.PLAY, () -> play(task));
        play.setId("video-play");
        var actions = Controls.row(
                "making-actions", play, Controls.button(desk.text("video.save"), Feather.DOWNLOAD, () -> save(task)));
        actions.setAlignment(Pos.CENTER);
        var facts = Controls.label(
                task.title() + " · " + desk.text("video.seconds", task.duration()) + " · " + task.ratio(),
                "making-hint");
        var column = new VBox(poster, facts, actions);
        column.getStyleClass().add("making-wait");
        column.setAlignment(Pos.CENTER);
        return column;
    }

    private Node failed(Exception reason) {
        return Placeholder.saying(
                Feather.ALERT_TRIANGLE,
                desk.text("video.failed"),
                desk.messages().failure(reason),
                Controls.button(desk.text("retry"), model::generate));
    }

    private void fillStrip() {
        strip.getChildren().setAll(model.tasks().stream().map(this::small).toList());
    }

    private Node small(Task task) {
        var frame = Controls.button("", () -> model.select(task));
        frame.getStyleClass().add("making-small");
        frame.setAccessibleText(task.title());
        var posterId = task.posterId();
        if (posterId == null) {
            frame.setGraphic(new FontIcon(task.running() ? Feather.CLOCK : Feather.FILM));
            return frame;
        }
        var poster = new ImageView();
        poster.setPreserveRatio(true);
        poster.setFitHeight(76);
        frame.setGraphic(poster);
        model.thumbnails().load(posterId, SMALL, poster::setImage, _ -> frame.setGraphic(new FontIcon(Feather.FILM)));
        return frame;
    }

    private void play(Task task) {
        var video = task.mediaId();
        if (video != null) {
            model.address(video, desk.outside()::open, this::warn);
        }
    }

    private void save(Task task) {
        var video = task.mediaId();
        if (video != null) {
            desk.outside()
                    .fileToSave(task.title().replaceAll("[\\\\/:*?\"<>|]", " ").strip() + ".mp4")
                    .ifPresent(target -> model.save(
                            video,
                            target,
                            saved -> desk.toasts().tell(desk.text("video.saved", saved.getFileName())),
                            this::warn));
        }
    }

    private void warn(Exception reason) {
        desk.toasts().warn(desk.messages().failure(reason));
    }
}

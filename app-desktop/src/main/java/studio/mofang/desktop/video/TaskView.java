package studio.mofang.desktop.video;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.FileName;
import studio.mofang.desktop.kit.MediaFiles;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Thumbnails;

/// One task large: how far it is, what came of it, or why nothing did. The video itself plays in the person's own
/// player.
final class TaskView {
    private static final int LARGE = 900;
    private static final double AROUND = 40;

    private final Desk desk;
    private final VideoModel model;
    private final Thumbnails thumbnails;
    private final MediaFiles files;

    TaskView(Desk desk, VideoModel model, Thumbnails thumbnails, MediaFiles files) {
        this.desk = desk;
        this.model = model;
        this.thumbnails = thumbnails;
        this.files = files;
    }

    Node of(Task task) {
        var name = Controls.paragraph(task.title(), "making-hint", "making-quoted");
        return switch (task.status()) {
            case "processing" -> underWay(task);
            case "completed" -> task.mediaId() == null ? deleted(name) : finished(task);
            case "cancelled" ->
                Placeholder.saying(
                        Feather.SLASH, desk.text("video.cancelled"), desk.text("video.cancelled.text"), name);
            default -> Placeholder.saying(Feather.ALERT_TRIANGLE, desk.text("video.failed"), reason(task), name);
        };
    }

    private Node deleted(Node name) {
        return Placeholder.saying(Feather.TRASH_2, desk.text("video.deleted"), desk.text("video.deleted.text"), name);
    }

    /// The server gives its reasons in Chinese.
    private String reason(Task task) {
        return desk.messages().language() == Language.CHINESE ? task.message() : desk.text("video.failed.text");
    }

    private Node underWay(Task task) {
        var bar = new ProgressBar(task.progress() / 100.0);
        bar.setId("video-progress");
        bar.getStyleClass().add("making-bar");
        var cancel = Controls.button(desk.text("cancel"), Feather.X, () -> cancel(task));
        cancel.setId("video-cancel");
        var name = Controls.paragraph(task.title(), "making-name");
        name.setAlignment(Pos.CENTER);
        var stage = desk.messages().textOr("video.stage." + task.stage(), task.stage());
        var column = Controls.column(
                "making-wait",
                name,
                Controls.label(stage + " · " + task.progress() + "%", "making-hint"),
                bar,
                line(),
                cancel);
        column.setMaxHeight(VBox.USE_PREF_SIZE);
        return column;
    }

    /// That the progress may be a little old.
    private Node line() {
        var line = Controls.label("", "making-hint");
        line.setId("video-line");
        line.textProperty()
                .bind(model.lineProperty()
                        .map(how -> desk.text("video.line." + how.name().toLowerCase(Locale.ROOT))));
        return line;
    }

    private Node finished(Task task) {
        var poster = new ImageView();
        poster.setId("video-poster");
        poster.setPreserveRatio(true);
        var paper = new StackPane(poster);
        paper.getStyleClass().add("making-paper");
        var frame = new StackPane(paper);
        frame.setMinSize(0, 0);
        poster.fitWidthProperty().bind(frame.widthProperty().subtract(AROUND));
        poster.fitHeightProperty().bind(frame.heightProperty().subtract(AROUND));
        var posterId = task.posterId();
        if (posterId != null) {
            thumbnails.load(posterId, LARGE, poster::setImage, this::warn);
        }
        var facts = Controls.label(facts(task), "making-facts");
        facts.setId("video-maker");
        var column = new VBox(Controls.growing(frame), facts);
        if (byModel(task)) {
            column.getChildren().add(label());
        }
        column.getChildren().add(actions(task));
        column.getStyleClass().add("making-shown");
        column.setAlignment(Pos.CENTER);
        return column;
    }

    private static boolean byModel(Task task) {
        return !task.provider().equals(Provenance.OFFLINE);
    }

    /// Says what is known of the mark in a model's video: it is not ours.
    private Node label() {
        var label = Controls.paragraph(desk.text("video.label"), "making-facts");
        label.setId("video-label");
        label.setAlignment(Pos.CENTER);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }

    private String facts(Task task) {
        return desk.text("video.seconds", task.duration()) + " · " + task.ratio() + " · " + maker(task);
    }

    private String maker(Task task) {
        if (byModel(task)) {
            return desk.text("making.made", task.modelName(), task.creditsUsed());
        }
        return desk.text(task.aiText() ? "video.made.offline.ai" : "video.made.offline");
    }

    private Node actions(Task task) {
        var row = new FlowPane();
        row.getStyleClass().add("making-actions");
        var video = task.mediaId();
        if (video != null) {
            var play = Controls.primary(
                    desk.text("video.play"), () -> files.address(video, desk.outside()::open, this::warn));
            play.setGraphic(new org.kordamp.ikonli.javafx.FontIcon(Feather.PLAY));
            play.setId("video-play");
            var save = Controls.button(desk.text("making.save"), Feather.DOWNLOAD, () -> save(task.title(), video));
            save.setId("video-save");
            row.getChildren().addAll(play, save);
        }
        return row;
    }

    private void cancel(Task task) {
        Consumer<Task> told = _ -> desk.toasts().tell(desk.text("making.cancelled"));
        model.cancel(task, told, this::warn);
    }

    private void save(String title, UUID video) {
        desk.outside()
                .fileToSave(FileName.of(title, desk.text("video.file"), "mp4"))
                .ifPresent(target -> files.save(
                        video,
                        target,
                        saved -> desk.toasts().tell(desk.text("making.saved", saved.getFileName())),
                        this::warn));
    }

    private void warn(Exception reason) {
        desk.toasts().warn(desk.messages().failure(reason));
    }
}

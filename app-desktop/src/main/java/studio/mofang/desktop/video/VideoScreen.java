package studio.mofang.desktop.video;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Choices;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.MediaFiles;
import studio.mofang.desktop.kit.Screen;
import studio.mofang.desktop.kit.Thumbnails;
import studio.mofang.desktop.making.Bench;
import studio.mofang.desktop.making.Easel;
import studio.mofang.desktop.making.Exits;
import studio.mofang.desktop.making.OrderPanel;
import studio.mofang.desktop.making.Shelf;
import studio.mofang.desktop.making.WordsField;

/// A script and a length on the left; how far the video is, what it looks like, and those before it on the right.
public final class VideoScreen implements Screen {
    private final Desk desk;
    private final VideoModel model;
    private final TaskView tasks;
    private final OrderPanel.Begin begin;
    private final Bench<Task> view;
    private Subscription attached = Subscription.EMPTY;

    public VideoScreen(Desk desk, VideoModel model, Thumbnails thumbnails, MediaFiles files, Exits exits) {
        this.desk = desk;
        this.model = model;
        this.tasks = new TaskView(desk, model, thumbnails, files);
        begin = new OrderPanel.Begin("video-film", desk.text("video.film"), model.readyProperty(), model::generate);
        var easel = new Easel(
                desk,
                model.workshop(),
                model.makers(),
                model.history(),
                exits,
                new Easel.Parts("video", Feather.FILM, this::standing, Region::new, model::generateWithoutAi));
        var shelf = new Shelf<>(desk, model.history(), thumbnails, new Look(), model::select);
        view = new Bench<>(order(exits), easel, shelf, model.currentProperty(), this::shown);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        attached = view.attach();
        model.open();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
        model.leave();
    }

    @Override
    public List<Command> commands() {
        return List.of(begin.command());
    }

    private OrderPanel order(Exits exits) {
        var fields = new VBox(
                Controls.paragraph(desk.text("video.hint"), "making-hint"),
                new WordsField(
                        "video-script",
                        desk.text("video.script"),
                        desk.text("video.script.hint"),
                        9,
                        model.scriptProperty()),
                Controls.label(desk.text("video.length"), "field-label"),
                new Choices<>(
                        List.of(5, 15, 30, 60, 120),
                        seconds -> desk.text("video.seconds", seconds),
                        model.secondsProperty()),
                Controls.label(desk.text("video.ratio"), "field-label"),
                new Choices<>(
                        List.of("9:16", "16:9", "1:1"),
                        ratio -> desk.text("video.ratio." + ratio.replace(':', '-')),
                        model.ratioProperty()));
        return new OrderPanel(desk, model.makers(), exits, desk.text("pane.video"), fields, begin);
    }

    private boolean shown(Task task) {
        var shown = model.currentProperty().get();
        return shown != null && task.taskId().equals(shown.taskId());
    }

    private Optional<Node> standing() {
        return Optional.ofNullable(model.currentProperty().get()).map(tasks::of);
    }

    private static final class Look implements Shelf.Look<Task> {
        @Override
        public Optional<UUID> picture(Task item) {
            return Optional.ofNullable(item.posterId());
        }

        @Override
        public Feather icon(Task item) {
            return switch (item.status()) {
                case "processing" -> Feather.CLOCK;
                case "completed" -> Feather.FILM;
                case "cancelled" -> Feather.SLASH;
                default -> Feather.ALERT_TRIANGLE;
            };
        }

        @Override
        public String name(Task item) {
            return item.title();
        }
    }
}

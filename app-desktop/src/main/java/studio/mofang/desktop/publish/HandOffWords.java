package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// A pack on this machine: its words to copy, its files to save, and where they are posted.
final class HandOffWords extends VBox {
    private static final int EXCERPT = 140;

    private final Desk desk;
    private final HandOffModel model;
    private final Platform platform;
    private final Pack pack;

    /// `app` shows the code that opens the platform's own app.
    HandOffWords(Desk desk, HandOffModel model, Platform platform, HandOff handOff, Consumer<String> app) {
        this.desk = desk;
        this.model = model;
        this.platform = platform;
        this.pack = handOff.pack();
        getStyleClass().add("hand-off-words");
        if (platform.hasTitle()) {
            getChildren().add(copyable("publish.field.title", pack.title(), pack.title(), Pack.TEXT));
        }
        getChildren().add(copyable("publish.field.text", excerpt(), pack.body(), pack.format()));
        if (!pack.tags().isEmpty()) {
            var tags = pack.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
            getChildren().add(copyable("publish.field.tags", tags, tags, Pack.TEXT));
        }
        getChildren().add(buttons(handOff, app));
        var hint = handOff.hint();
        if (hint != null) {
            var words = desk.messages().served("relay.hint." + handOff.hintCode(), hint);
            getChildren().add(Controls.paragraph(words, "panel-hint"));
        }
    }

    private FlowPane buttons(HandOff handOff, Consumer<String> app) {
        var buttons = new FlowPane();
        buttons.getStyleClass().add("hand-off-buttons");
        if (pack.video() != null) {
            buttons.getChildren().add(saving("relay.video", "hand-off-video", this::saveVideo));
        }
        if (!pack.pictures().isEmpty()) {
            buttons.getChildren().add(saving("relay.save", "hand-off-save", this::savePictures));
        }
        var page = Controls.button(
                desk.text("relay.page", PlatformWords.name(desk, platform)),
                Feather.EXTERNAL_LINK,
                () -> desk.outside().open(URI.create(handOff.page())));
        page.setId("hand-off-page");
        buttons.getChildren().add(page);
        var link = handOff.appLink();
        if (link != null) {
            buttons.getChildren()
                    .add(Controls.button(desk.text("relay.app"), Feather.SMARTPHONE, () -> app.accept(link)));
        }
        return buttons;
    }

    private Button saving(String key, String id, Runnable save) {
        var button = Controls.button(desk.text(key, pack.pictures().size()), Feather.DOWNLOAD, save);
        button.setId(id);
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    private void savePictures() {
        desk.outside()
                .fileToSave(platform.title() + "-1.png")
                .ifPresent(first -> model.savePictures(
                        pack, first, saved -> desk.toasts().tell(desk.text("relay.saved", saved)), this::warn));
    }

    private void saveVideo() {
        desk.outside()
                .fileToSave(platform.title() + ".mp4")
                .ifPresent(file -> model.saveVideo(
                        pack,
                        file,
                        saved -> desk.toasts().tell(desk.text("relay.video.saved", saved.getFileName())),
                        this::warn));
    }

    private VBox copyable(String key, String shown, String copied, String format) {
        var button = Controls.button(desk.text("relay.copy"), Feather.COPY, () -> {});
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setOnAction(_ -> copy(button, copied, format));
        var head = Controls.row("hand-off-head", Controls.label(desk.text(key), "field-label"), new Spacer(), button);
        return Controls.column("hand-off-part", head, Controls.paragraph(shown, "hand-off-text"));
    }

    /// Rich text goes to the clipboard as such, with the bare words for editors that take no other.
    private void copy(Button button, String copied, String format) {
        var content = new ClipboardContent();
        if (format.equals(Pack.HTML)) {
            content.putHtml(copied);
            content.putString(copied.replaceAll("<[^>]+>", ""));
        } else {
            content.putString(copied);
        }
        Clipboard.getSystemClipboard().setContent(content);
        button.setText(desk.text("relay.copied"));
    }

    private String excerpt() {
        var bare = pack.format().equals(Pack.HTML)
                ? pack.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip()
                : pack.body().strip();
        return bare.codePointCount(0, bare.length()) <= EXCERPT
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    private void warn(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }
}

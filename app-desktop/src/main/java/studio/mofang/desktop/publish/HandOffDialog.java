package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.net.URI;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Relay;
import studio.mofang.core.Publications.Target;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.QrCode;
import studio.mofang.desktop.kit.When;

/// A pack for the person's own hands: a code that the phone on the same network scans, and on this machine
/// the words to copy and the platform's page. The phone's page is there as long as this dialog is.
final class HandOffDialog {
    private static final double SIDE = 196;

    private final Desk desk;
    private final PublicationsModel model;
    private final Publication publication;
    private final Platform platform;
    private final Runnable back;
    private final StackPane code = new StackPane(new ProgressIndicator());
    private final Label codeHint = Controls.paragraph("", "panel-hint");
    private final VBox words = Controls.column("hand-off-words");
    private final TextField link = new TextField();

    HandOffDialog(Desk desk, PublicationsModel model, Publication publication, Target target, Runnable back) {
        this.desk = desk;
        this.model = model;
        this.publication = publication;
        this.platform = Platform.find(target.platform()).orElseThrow();
        this.back = back;
    }

    void open() {
        var name = PlatformWords.name(desk, platform);
        code.getStyleClass().add("hand-off-code");
        codeHint.setText(desk.text("relay.opening"));
        codeHint.getStyleClass().add("hand-off-hint");
        var phone = Controls.column(
                "hand-off-phone", Controls.label(desk.text("relay.title"), "field-label"), code, codeHint);
        words.getChildren().setAll(new ProgressIndicator());
        var here = Controls.column("hand-off-here", Controls.label(desk.text("relay.here"), "field-label"), words);
        link.setId("hand-off-link");
        link.setPromptText("https://");
        var done = Controls.primary(desk.text("history.done"), this::confirm);
        done.setId("hand-off-done");
        done.disableProperty().bind(model.busyProperty());
        var close = Controls.button(desk.text("close"), back);
        close.setId("hand-off-close");
        var dialog = Controls.column(
                "dialog",
                Controls.label(desk.text("relay.heading", name), "dialog-title"),
                Controls.row("hand-off-columns", phone, Controls.growing(here)),
                Controls.row(
                        "hand-off-foot",
                        Controls.growing(
                                Controls.column("field", Controls.label(desk.text("relay.link"), "field-label"), link)),
                        close,
                        done));
        dialog.getStyleClass().add("hand-off-dialog");
        dialog.setId("hand-off-dialog");
        desk.overlay().show(dialog, Pos.CENTER, () -> model.closeRelay(publication));
        model.handOff(publication, platform.code(), this::show, this::warn);
        model.openRelay(publication, platform.code(), this::scan, this::noRelay);
    }

    private void scan(Relay relay) {
        var squares = new QrCode(relay.url(), SIDE);
        code.getChildren().setAll(squares);
        codeHint.setText(desk.text("relay.scan", When.minute(relay.expiresAt()).substring(11)));
    }

    private void noRelay(Exception problem) {
        code.getChildren().setAll(Controls.label("—", "placeholder-title"));
        codeHint.setText(desk.messages().failure(problem));
    }

    private void show(HandOff handOff) {
        var pack = handOff.pack();
        words.getChildren().setAll(copyable("publish.field.title", pack.title(), pack.title()));
        words.getChildren().add(copyable("publish.field.text", excerpt(pack), pack.body(), pack.format()));
        if (!pack.tags().isEmpty()) {
            var tags = pack.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
            words.getChildren().add(copyable("publish.field.tags", tags, tags));
        }
        if (!pack.pictures().isEmpty()) {
            var save = Controls.button(
                    desk.text("relay.save", pack.pictures().size()), Feather.DOWNLOAD, () -> savePictures(pack));
            save.setId("hand-off-save");
            save.disableProperty().bind(model.busyProperty());
            words.getChildren().add(save);
        }
        var page = Controls.button(
                desk.text("relay.page", PlatformWords.name(desk, platform)),
                Feather.EXTERNAL_LINK,
                () -> desk.outside().open(URI.create(handOff.page())));
        page.setId("hand-off-page");
        words.getChildren().add(page);
        var app = handOff.appLink();
        if (app != null) {
            var scan = Controls.button(desk.text("relay.app"), Feather.SMARTPHONE, () -> {
                code.getChildren().setAll(new QrCode(app, SIDE));
                codeHint.setText(desk.text("relay.app.hint"));
            });
            words.getChildren().add(scan);
        }
    }

    private void savePictures(Pack pack) {
        desk.outside()
                .fileToSave(platform.title() + "-1.png")
                .ifPresent(first -> model.savePictures(
                        pack, first, saved -> desk.toasts().tell(desk.text("relay.saved", saved)), this::warn));
    }

    private VBox copyable(String key, String shown, String copied) {
        return copyable(key, shown, copied, Pack.TEXT);
    }

    private VBox copyable(String key, String shown, String copied, String format) {
        var button = Controls.button(desk.text("relay.copy"), Feather.COPY, () -> {});
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setOnAction(_ -> copy(button, copied, format));
        var head = Controls.row("hand-off-head", Controls.label(desk.text(key), "field-label"), new Spacer(), button);
        var text = Controls.paragraph(shown, "hand-off-text");
        return Controls.column("hand-off-part", head, text);
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

    private static String excerpt(Pack pack) {
        var bare = pack.format().equals(Pack.HTML)
                ? pack.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip()
                : pack.body().strip();
        return bare.length() <= 140 ? bare : bare.substring(0, 140) + "…";
    }

    private void confirm() {
        var given = link.getText().isBlank() ? null : link.getText().strip();
        model.confirm(
                publication,
                platform.code(),
                given,
                () -> {
                    desk.toasts().tell(desk.text("history.noted"));
                    back.run();
                },
                this::warn);
    }

    private void warn(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }
}

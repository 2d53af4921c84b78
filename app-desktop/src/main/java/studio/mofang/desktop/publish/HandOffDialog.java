package studio.mofang.desktop.publish;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Relay;
import studio.mofang.core.Publications.Target;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.QrCode;
import studio.mofang.desktop.kit.When;

/// A pack for the person's own hands: a code that the phone on the same network scans, and on this machine
/// the words to copy, the files to save and the platform's page. The phone's page is there as long as this dialog is.
final class HandOffDialog {
    private static final double SIDE = 196;

    /// The address into the app carries the whole post: a square of its code has to be two pixels at least.
    private static final double APP_SIDE = 290;

    private final Desk desk;
    private final PublicationsModel model;
    private final HandOffModel handOff;
    private final Publication publication;
    private final Platform platform;
    private final Runnable back;
    private final StackPane code = new StackPane(new ProgressIndicator());
    private final Label codeHint = Controls.paragraph("", "panel-hint");
    private final VBox phone = Controls.column("hand-off-phone");
    private final VBox words = Controls.column("hand-off-words");
    private final TextField link = new TextField();

    HandOffDialog(Desk desk, PublicationsModel model, Publication publication, Target target, Runnable back) {
        this.desk = desk;
        this.model = model;
        this.handOff = model.handOff(publication, target.platform());
        this.publication = publication;
        this.platform = Platform.find(target.platform()).orElseThrow();
        this.back = back;
    }

    void open() {
        code.getStyleClass().add("hand-off-code");
        codeHint.setText(desk.text("relay.opening"));
        codeHint.getStyleClass().add("hand-off-hint");
        phone.getChildren().setAll(Controls.label(desk.text("relay.title"), "field-label"), code, codeHint);
        var here = Controls.column("hand-off-here", Controls.label(desk.text("relay.here"), "field-label"), words);
        var dialog = Controls.column(
                "dialog",
                Controls.label(desk.text("relay.heading", PlatformWords.name(desk, platform)), "dialog-title"),
                Controls.row("hand-off-columns", phone, Controls.growing(here)),
                foot());
        dialog.getStyleClass().add("hand-off-dialog");
        dialog.setId("hand-off-dialog");
        desk.overlay().show(dialog, Pos.CENTER, handOff::close);
        fetch();
        handOff.openRelay(this::scan, this::noRelay);
    }

    private HBox foot() {
        link.setId("hand-off-link");
        link.setPromptText("https://");
        var done = Controls.primary(desk.text("history.done"), this::confirm);
        done.setId("hand-off-done");
        done.disableProperty().bind(model.busyProperty());
        var close = Controls.button(desk.text("close"), back);
        close.setId("hand-off-close");
        var field = Controls.column("field", Controls.label(desk.text("relay.link"), "field-label"), link);
        return Controls.row("hand-off-foot", Controls.growing(field), close, done);
    }

    private void fetch() {
        words.getChildren().setAll(new ProgressIndicator());
        handOff.fetch(this::show, this::noPack);
    }

    private void show(HandOff found) {
        words.getChildren().setAll(new HandOffWords(desk, handOff, platform, found, this::openApp));
    }

    private void noPack(Exception problem) {
        words.getChildren()
                .setAll(
                        Controls.paragraph(desk.messages().failure(problem), "form-error"),
                        Controls.button(desk.text("again"), this::fetch));
    }

    private void scan(Relay relay) {
        code.getChildren().setAll(new QrCode(relay.url(), SIDE));
        codeHint.setText(desk.text("relay.scan", When.minute(relay.expiresAt()).substring(11)));
    }

    private void noRelay(Exception problem) {
        code.getStyleClass().add("hand-off-without");
        code.getChildren().setAll(new FontIcon(Feather.WIFI_OFF));
        codeHint.setText(desk.messages().failure(problem));
    }

    private void openApp(String appLink) {
        code.getStyleClass().remove("hand-off-without");
        phone.getStyleClass().add("hand-off-app");
        code.getChildren().setAll(new QrCode(appLink, APP_SIDE));
        codeHint.setText(desk.text("relay.app.hint"));
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
                problem -> desk.toasts().warn(desk.messages().failure(problem)));
    }
}

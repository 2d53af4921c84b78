package studio.mofang.desktop.publish;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The person agrees on Kuaishou's page, and the browser comes back to the studio. Where it cannot, because only a
/// public https address may be registered for the application, the code is copied by hand.
final class KuaishouConsent {
    private final Desk desk;
    private final AccountsModel model;
    private final BindDialog dialog;
    private final BooleanProperty byHand = new SimpleBooleanProperty();

    KuaishouConsent(Desk desk, AccountsModel model, BindDialog dialog) {
        this.desk = desk;
        this.model = model;
        this.dialog = dialog;
    }

    VBox view() {
        var agree = Controls.primary(desk.text("bind.consent"), this::agree);
        agree.setId("bind-consent");
        agree.setGraphic(new org.kordamp.ikonli.javafx.FontIcon(Feather.EXTERNAL_LINK));
        agree.disableProperty().bind(model.busyProperty().or(model.waitingProperty()));
        agree.setMaxWidth(Double.MAX_VALUE);
        var other = Controls.button(desk.text("bind.byhand"), () -> byHand.set(!byHand.get()));
        other.setId("bind-byhand");
        other.getStyleClass().addAll("small", "flat");
        return Controls.column(
                "bind-consent",
                Controls.paragraph(desk.text("bind.consent.hint"), "field-hint"),
                agree,
                waiting(),
                other,
                Controls.when(byHand, hand()));
    }

    private HBox waiting() {
        var turning = new ProgressIndicator();
        var words = Controls.paragraph(desk.text("bind.waiting"), "panel-hint");
        var stop = Controls.button(desk.text("bind.stop"), model::stopWaiting);
        stop.setId("bind-stop");
        stop.getStyleClass().addAll("small", "flat");
        var row = Controls.row("bind-waiting", turning, Controls.growing(words), stop);
        row.setId("bind-waiting");
        return Controls.when(model.waitingProperty(), row);
    }

    private VBox hand() {
        var redirect = new TextField();
        redirect.setId("bind-redirect");
        redirect.setPromptText("https://");
        var open = Controls.button(
                desk.text("bind.authorize"),
                Feather.EXTERNAL_LINK,
                () -> model.authorizeByHand(
                        dialog.given("app_id"), redirect.getText().strip(), desk.outside()::open, dialog::failed));
        open.disableProperty().bind(redirect.textProperty().isEmpty());
        var ok = Controls.button(desk.text("bind.ok"), dialog::bind);
        ok.setId("bind-ok");
        ok.disableProperty().bind(model.busyProperty());
        return Controls.column(
                "bind-hand",
                Controls.column(
                        "field",
                        Controls.label(desk.text("bind.redirect"), "field-label"),
                        Controls.row("bind-redirect", Controls.growing(redirect), open),
                        Controls.paragraph(desk.text("bind.redirect.hint"), "field-hint")),
                dialog.input(dialog.code()),
                ok);
    }

    private void agree() {
        dialog.tell("");
        model.authorize(
                dialog.given("app_id"),
                dialog.given("app_secret"),
                desk.outside()::open,
                new AccountsModel.Ended() {
                    @Override
                    public void bound() {
                        dialog.done();
                    }

                    @Override
                    public void refused(@Nullable String reason) {
                        dialog.tell(
                                reason == null
                                        ? desk.text("bind.expired")
                                        : desk.messages().served("bind.refused", reason));
                    }
                },
                dialog::failed);
    }
}

package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.platform.Breach;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// One platform: what it objects to, and either the phone with the preview or the form to change it.
final class PlatformColumn extends VBox {
    private final Desk desk;
    private final PublishModel model;
    private final PlatformDraft draft;
    private final PhoneView phone = new PhoneView();
    private final VBox breaches = Controls.column("breaches");
    private final ToggleButton edit = new ToggleButton();
    private final Subscription attached;

    PlatformColumn(Desk desk, PublishModel model, PlatformDraft draft) {
        this.desk = desk;
        this.model = model;
        this.draft = draft;
        getStyleClass().add("platform-column");
        phone.setId("phone-" + draft.platform().code());
        var form = new WishView(desk, model, draft);
        var body = new StackPane(phone);
        edit.setText(desk.text("publish.edit"));
        edit.setGraphic(new FontIcon(Feather.SLIDERS));
        edit.setId("edit-" + draft.platform().code());
        edit.getStyleClass().addAll("small", "column-edit");
        edit.setOnAction(_ -> body.getChildren().setAll(edit.isSelected() ? form : phone));
        getChildren().addAll(head(), breaches, Controls.growing(body));
        attached = Subscription.combine(
                draft.previewProperty().subscribe(this::show),
                draft.cardsProperty()
                        .subscribe(_ -> show(draft.previewProperty().get())));
    }

    void discard() {
        attached.unsubscribe();
    }

    private HBox head() {
        var name = Controls.label(PlatformWords.name(desk, draft.platform()), "column-name");
        return Controls.row("column-head", PlatformWords.badge(desk, draft.platform()), name, new Spacer(), edit);
    }

    private void show(@Nullable Preview preview) {
        if (preview == null) {
            phone.clear();
            breaches.getChildren().clear();
            return;
        }
        var cards = preview.cards() > 0 ? draft.cardsProperty().get() : List.<String>of();
        phone.show(new PhonePage(desk.messages(), preview, cards, model::address).html());
        breaches.getChildren().setAll(preview.breaches().stream().map(this::row).toList());
        if (preview.breaches().isEmpty()) {
            breaches.getChildren().add(fine(preview));
        }
    }

    private HBox row(Breach breach) {
        var words = Controls.paragraph(PlatformWords.breach(desk, breach), "breach-text");
        var row = new HBox(
                new FontIcon(breach.refused() ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE), Controls.growing(words));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("breach", breach.refused() ? "breach-refused" : "breach-warned");
        return row;
    }

    /// Nothing stands in the way; what is to be declared by hand is said here.
    private HBox fine(Preview preview) {
        var declare = !preview.declaration().isEmpty();
        var sentence = desk.text(declare ? "publish.fine.declare" : "publish.fine");
        var row = new HBox(
                new FontIcon(declare ? Feather.INFO : Feather.CHECK_CIRCLE),
                Controls.growing(Controls.paragraph(sentence, "breach-text")));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("breach", "breach-none");
        return row;
    }
}

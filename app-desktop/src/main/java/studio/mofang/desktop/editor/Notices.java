package studio.mofang.desktop.editor;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Above the sheet: that a text is an offline draft and no AI's, that somebody else wrote another version of it, and
/// why the last generation failed.
final class Notices extends VBox {
    Notices(Desk desk, EditorModel model, ObservableValue<String> provider, Runnable openSettings) {
        getStyleClass().add("notices");
        getChildren().addAll(offline(desk, provider, openSettings), aside(desk, model), failed(desk, model));
    }

    private static HBox aside(Desk desk, EditorModel model) {
        var exchange = Controls.button(desk.text("editor.aside.show"), model::exchange);
        exchange.setId("show-aside");
        exchange.getStyleClass().add(Styles.SMALL);
        var close = Controls.icon(
                Feather.X,
                desk.text("close"),
                () -> model.documentProperty().get().dismissAside());
        var sentence = Controls.label(desk.text("editor.aside.text"), "notice-text");
        sentence.setWrapText(true);
        var title = Controls.label(desk.text("editor.aside.title"), "notice-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var banner =
                Controls.row("notice", new FontIcon(Feather.COPY), title, Controls.growing(sentence), exchange, close);
        banner.setId("aside-banner");
        var there = model.documentProperty()
                .flatMap(Document::asideProperty)
                .map(_ -> true)
                .orElse(false);
        return Controls.when(there, banner);
    }

    private static HBox offline(Desk desk, ObservableValue<String> provider, Runnable openSettings) {
        var settings = Controls.button(desk.text("editor.offline.settings"), openSettings);
        settings.setId("offline-settings");
        settings.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        var title = Controls.label(desk.text("editor.offline.title"), "notice-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var banner = Controls.row(
                "notice",
                new FontIcon(Feather.CLOUD_OFF),
                title,
                Controls.growing(Controls.paragraph(desk.text("editor.offline.text"), "notice-text")),
                settings);
        banner.setId("offline-banner");
        return Controls.when(provider.map(Provenance.OFFLINE::equals), banner);
    }

    private static HBox failed(Desk desk, EditorModel model) {
        var sentence = new Label();
        sentence.setWrapText(true);
        sentence.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            var problem = model.failureProperty().get();
                            return problem == null ? "" : desk.messages().failure(problem);
                        },
                        model.failureProperty()));
        var again = Controls.button(desk.text("editor.again"), model::tryAgain);
        again.getStyleClass().addAll(Styles.SMALL);
        var offline = Controls.button(desk.text("editor.offline.instead"), model::generateOffline);
        offline.setId("offline-instead");
        offline.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        Controls.when(model.formProperty().isNotNull(), offline);
        var close = Controls.icon(Feather.X, desk.text("close"), model::dismissFailure);
        var banner = Controls.row(
                "notice",
                new FontIcon(Feather.ALERT_CIRCLE),
                Controls.growing(sentence),
                new Spacer(),
                offline,
                again,
                close);
        banner.getStyleClass().add("notice-danger");
        banner.setId("failure-banner");
        return Controls.when(model.failureProperty().isNotNull(), banner);
    }
}

package studio.mofang.desktop.editor;

import atlantafx.base.theme.Styles;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Gives the version that is being read a name.
final class NameRow extends HBox {
    /// As the server takes it.
    private static final int LONGEST = 60;

    private final Desk desk;
    private final VersionsModel model;
    private final TextField name = new TextField();

    NameRow(Desk desk, VersionsModel model) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("version-naming");
        name.setId("version-naming");
        name.setPromptText(desk.text("versions.name.prompt"));
        name.setOnAction(_ -> keep());
        var keep = Controls.button(desk.text("versions.name.keep"), this::keep);
        keep.setId("version-name-keep");
        keep.getStyleClass().add(Styles.SMALL);
        keep.disableProperty().bind(name.textProperty().map(typed -> !fits(typed)));
        getChildren().addAll(Controls.growing(name), keep);
        close();
    }

    void open() {
        var version = model.reading().chosenProperty().get();
        if (version != null) {
            name.setText(version.name() == null ? "" : version.name());
            show(true);
            name.requestFocus();
            name.selectAll();
        }
    }

    void close() {
        show(false);
    }

    private static boolean fits(String typed) {
        return !typed.isBlank() && typed.strip().length() <= LONGEST;
    }

    private void keep() {
        var version = model.reading().chosenProperty().get();
        if (version != null && fits(name.getText())) {
            model.name(
                    version,
                    name.getText(),
                    named -> {
                        close();
                        desk.toasts().tell(desk.text("versions.named", String.valueOf(named.name())));
                    },
                    problem -> desk.toasts().warn(desk.messages().failure(problem)));
        }
    }

    private void show(boolean naming) {
        setVisible(naming);
        setManaged(naming);
    }
}

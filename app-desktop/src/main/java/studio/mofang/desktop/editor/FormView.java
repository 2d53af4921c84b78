package studio.mofang.desktop.editor;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Choice;
import studio.mofang.core.Creations.Field;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The form of one tool: a control for each field it asks for, and the button that starts the writing.
final class FormView extends VBox {
    /// Widths of Latin letters that a field of the panel shows; a Chinese character takes two.
    private static final int SHOWN_IN_A_FIELD = 34;

    private final Desk desk;
    private final ToolWords words;
    private final EditorModel model;
    private final ToolForm form;
    private final VBox fields = Controls.column("form");

    FormView(Desk desk, EditorModel model, ToolForm form) {
        this.desk = desk;
        this.words = new ToolWords(desk.messages());
        this.model = model;
        this.form = form;
        getStyleClass().add("form-view");
        form.fields().forEach(field -> fields.getChildren().add(field(field)));
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        getChildren().addAll(head(), Controls.growing(scroll), foot());
    }

    private HBox head() {
        var back = Controls.icon(Feather.CHEVRON_LEFT, desk.text("editor.tools.back"), model::pickAnother);
        back.setId("tools-back");
        var name = Controls.column(
                "tool-texts",
                Controls.label(words.name(form.tool()), "panel-title"),
                Controls.paragraph(words.description(form.tool()), "panel-hint"));
        return Controls.row("panel-head", back, Controls.growing(name));
    }

    private VBox foot() {
        var generate = Controls.primary(desk.text("editor.generate"), this::generate);
        generate.setId("generate");
        generate.setGraphic(new FontIcon(Feather.FEATHER));
        generate.getStyleClass().add("wide");
        generate.setMaxWidth(Double.MAX_VALUE);
        Controls.when(model.generatingProperty().not(), generate);
        generate.disableProperty().bind(model.servingProperty().not());
        var hint = Controls.paragraph("", "panel-hint");
        var cost = form.tool().creditsCost() == 0
                ? desk.text("editor.cost.none")
                : desk.text("editor.cost", form.tool().creditsCost());
        hint.textProperty()
                .bind(Bindings.when(model.servingProperty()).then(cost).otherwise(desk.text("editor.starting")));
        return Controls.column("panel-foot", generate, Controls.when(model.generatingProperty(), stop()), hint);
    }

    private Button stop() {
        var stop = Controls.button(desk.text("editor.stop"), Feather.SQUARE, model::stop);
        stop.setId("stop");
        stop.getStyleClass().add("wide");
        stop.setMaxWidth(Double.MAX_VALUE);
        return stop;
    }

    private void generate() {
        var missing = form.missing();
        fields.lookupAll(".field-control")
                .forEach(control -> control.pseudoClassStateChanged(
                        Styles.STATE_DANGER,
                        missing.stream().anyMatch(field -> control.getId().equals(id(field)))));
        if (missing.isEmpty()) {
            model.generate();
            return;
        }
        fields.lookup("#" + id(missing.getFirst())).requestFocus();
        desk.toasts().warn(desk.text("editor.missing", words.label(form.tool(), missing.getFirst())));
    }

    private VBox field(Field field) {
        var label = new Label(words.label(form.tool(), field));
        label.getStyleClass().add("field-label");
        var head = new HBox(label);
        if (field.required()) {
            head.getChildren().add(Controls.label("*", "field-required"));
        }
        var control = control(field);
        control.setId(id(field));
        control.getStyleClass().add("field-control");
        control.setMaxWidth(Double.MAX_VALUE);
        label.setLabelFor(control);
        var whole = Controls.column("field", head, control);
        var hint = words.hint(form.tool(), field);
        if (control instanceof TextField line && !fits(hint)) {
            line.setPromptText("");
            whole.getChildren().add(Controls.paragraph(hint, "field-hint"));
        }
        return whole;
    }

    /// Whether a line of the panel shows the whole of a hint.
    private static boolean fits(String hint) {
        return hint.codePoints()
                        .map(point -> Character.isIdeographic(point) || point >= 0x3000 ? 2 : 1)
                        .sum()
                <= SHOWN_IN_A_FIELD;
    }

    private static String id(Field field) {
        return "field-" + field.name();
    }

    private Control control(Field field) {
        return switch (field.kind()) {
            case "choice" -> choice(field);
            case "multiline" -> lines(field);
            default -> bound(field, new TextField());
        };
    }

    private TextArea lines(Field field) {
        var area = bound(field, new TextArea());
        area.setWrapText(true);
        area.setPrefRowCount(4);
        return area;
    }

    private <C extends TextInputControl> C bound(Field field, C control) {
        control.setPromptText(words.hint(form.tool(), field));
        control.textProperty().bindBidirectional(form.value(field));
        return control;
    }

    private ComboBox<Choice> choice(Field field) {
        var box = new ComboBox<Choice>();
        box.getItems().setAll(field.choices());
        box.setPromptText(words.hint(form.tool(), field));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : words.label(form.tool(), field, choice);
            }

            @Override
            public @Nullable Choice fromString(String label) {
                return null;
            }
        });
        field.choices().stream()
                .filter(choice -> choice.value().equals(form.value(field).get()))
                .findFirst()
                .ifPresent(box.getSelectionModel()::select);
        form.value(field)
                .bind(Bindings.createStringBinding(
                        () -> box.getValue() == null ? "" : box.getValue().value(), box.valueProperty()));
        return box;
    }
}

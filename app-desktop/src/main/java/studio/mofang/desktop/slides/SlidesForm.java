package studio.mofang.desktop.slides;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// What a deck is made from, and how it is to look.
final class SlidesForm extends VBox {
    private final Desk desk;
    private final SlidesModel model;

    SlidesForm(Desk desk, SlidesModel model) {
        this.desk = desk;
        this.model = model;
        getChildren()
                .setAll(
                        source(),
                        Controls.when(model.fromArticleProperty().not(), written()),
                        Controls.when(model.fromArticleProperty(), article()),
                        titled("slides.theme", new ThemePicker(desk, model.themes())));
        getStyleClass().add("slides-fields");
    }

    private Node source() {
        var group = new ToggleGroup();
        var outline = choice("slides.from.outline", "from-outline", group);
        var article = choice("slides.from.article", "from-article", group);
        model.fromArticleProperty().subscribe(from -> (from ? article : outline).setSelected(true));
        outline.setOnAction(_ -> model.fromArticleProperty().set(false));
        article.setOnAction(_ -> model.fromArticleProperty().set(true));
        return new HBox(outline, article);
    }

    private ToggleButton choice(String key, String id, ToggleGroup group) {
        var button = new ToggleButton(desk.text(key));
        button.setId(id);
        button.getStyleClass().add(id.equals("from-outline") ? "left-pill" : "right-pill");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        return Controls.growing(button);
    }

    private Node written() {
        var topic = new TextField();
        topic.setId("slides-topic");
        topic.setPromptText(desk.text("slides.topic.prompt"));
        topic.textProperty().bindBidirectional(model.topicProperty());
        var column = new VBox(
                titled("slides.topic", topic), titled("slides.outline", new OutlineView(desk, model.outline())));
        column.getStyleClass().add("slides-fields-inner");
        return column;
    }

    private Node article() {
        var box = new ComboBox<Creation>(model.articles());
        box.setId("slides-article");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPromptText(desk.text("slides.article.prompt"));
        box.setConverter(new Titles());
        model.articleProperty().subscribe(chosen -> {
            if (chosen != null) {
                box.setValue(chosen);
            }
        });
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                model.articleProperty().set(box.getValue());
            }
        });
        return titled(
                "slides.article", box, unlisted(), Controls.paragraph(desk.text("slides.article.hint"), "field-hint"));
    }

    /// The articles could not be had.
    private Node unlisted() {
        var again = Controls.link(desk.text("retry"), model::refreshArticles);
        return Controls.when(
                model.failureProperty().isNotNull(),
                Controls.row("maker-note", Controls.label(desk.text("slides.articles.failed"), "making-hint"), again));
    }

    private VBox titled(String key, Node... content) {
        var column = new VBox(Controls.label(desk.text(key), "field-label"));
        column.getChildren().addAll(content);
        column.getStyleClass().add("slides-field");
        return column;
    }

    /// Articles by their titles.
    private final class Titles extends StringConverter<@Nullable Creation> {
        @Override
        public String toString(@Nullable Creation creation) {
            if (creation == null) {
                return "";
            }
            return creation.title().isBlank() ? desk.text("editor.untitled") : creation.title();
        }

        @Override
        public @Nullable Creation fromString(String title) {
            return null;
        }
    }
}

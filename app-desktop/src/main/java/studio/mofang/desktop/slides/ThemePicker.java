package studio.mofang.desktop.slides;

import java.io.ByteArrayInputStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Slides.Theme;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages.Language;

/// The themes as the covers that this deck would have.
final class ThemePicker extends VBox {
    private static final double WIDTH = 130;
    private static final double RATIO = 9.0 / 16;

    private final Desk desk;
    private final ThemesModel model;
    private final TilePane tiles = new TilePane();
    private final ToggleGroup group = new ToggleGroup();

    ThemePicker(Desk desk, ThemesModel model) {
        this.desk = desk;
        this.model = model;
        tiles.getStyleClass().add("slides-themes");
        tiles.setPrefColumns(2);
        getStyleClass().add("slides-outline");
        getChildren().setAll(tiles, unlisted(), own());
        model.themes().addListener((ListChangeListener<Theme>) _ -> fill());
        fill();
    }

    private void fill() {
        tiles.getChildren().setAll(model.themes().stream().map(this::tile).toList());
    }

    /// The themes or their covers could not be had.
    private Node unlisted() {
        var again = Controls.link(desk.text("retry"), model::tryAgain);
        return Controls.when(
                model.failureProperty().isNotNull(),
                Controls.row("maker-note", Controls.label(desk.text("slides.themes.failed"), "making-hint"), again));
    }

    private Node tile(Theme theme) {
        var picture = new ImageView();
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(WIDTH * RATIO);
        model.cover(theme.id()).subscribe(cover -> picture.setImage(image(cover)));
        var frame = new StackPane(picture);
        frame.getStyleClass().add("slides-cover");
        frame.setMinSize(WIDTH, WIDTH * RATIO);
        boolean chinese = desk.messages().language() == Language.CHINESE;
        var tile = new ToggleButton(chinese ? theme.name() : theme.englishName(), frame);
        tile.setId("theme-" + theme.id());
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.setAlignment(Pos.CENTER_LEFT);
        tile.getStyleClass().add("slides-theme");
        tile.setToggleGroup(group);
        model.templateProperty().subscribe(_ -> tile.setSelected(chosen(theme)));
        tile.setOnAction(_ -> {
            model.choose(theme.id());
            tile.setSelected(true);
        });
        return tile;
    }

    private boolean chosen(Theme theme) {
        return model.templateProperty().get() == null
                && theme.id().equals(model.chosenProperty().get());
    }

    /// The company's own template: to be picked, or under its name once it is.
    private Node own() {
        var pick = Controls.button(desk.text("slides.template"), Feather.UPLOAD, this::pick);
        pick.setId("slides-template");
        pick.getStyleClass().add("flat");
        var name = Controls.label("", "slides-template-name");
        var row = Controls.row(
                "slides-template",
                new FontIcon(Feather.FILE),
                Controls.growing(name),
                Controls.icon(
                        Feather.X,
                        desk.text("slides.template.remove"),
                        () -> model.choose(model.chosenProperty().get())));
        model.templateProperty().subscribe(own -> {
            name.setText(own == null ? "" : own.name());
            row.setVisible(own != null);
            row.setManaged(own != null);
        });
        return new VBox(row, pick);
    }

    private void pick() {
        desk.outside()
                .fileToOpen(".pptx")
                .ifPresent(file -> model.use(
                        file, problem -> desk.toasts().warn(desk.messages().failure(problem))));
    }

    private static @Nullable Image image(byte @Nullable [] png) {
        return png == null ? null : new Image(new ByteArrayInputStream(png));
    }
}

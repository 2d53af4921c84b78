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
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Slides.Theme;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages.Language;

/// The themes as the covers that this deck would have.
final class ThemePicker extends TilePane {
    private static final double WIDTH = 140;
    private static final double RATIO = 9.0 / 16;

    private final Desk desk;
    private final ThemesModel model;
    private final ToggleGroup group = new ToggleGroup();

    ThemePicker(Desk desk, ThemesModel model) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("slides-themes");
        setPrefColumns(2);
        model.themes().addListener((ListChangeListener<Theme>) _ -> fill());
        fill();
    }

    private void fill() {
        getChildren().setAll(model.themes().stream().map(this::tile).toList());
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
        tile.setSelected(theme.id().equals(model.chosenProperty().get()));
        tile.setOnAction(_ -> {
            tile.setSelected(true);
            model.chosenProperty().set(theme.id());
        });
        return tile;
    }

    private static @Nullable Image image(byte @Nullable [] png) {
        return png == null ? null : new Image(new ByteArrayInputStream(png));
    }
}

package studio.mofang.desktop.image;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Thumbnails;

/// One picture as large as there is room, who made it, and what can be done with it.
final class PictureView extends VBox {
    private static final int LARGE = 1200;
    private static final double AROUND = 40;

    private final Desk desk;
    private final Thumbnails thumbnails;
    private final Picture picture;
    private final StackPane frame = new StackPane();

    PictureView(Desk desk, Thumbnails thumbnails, Picture picture, Node actions) {
        this.desk = desk;
        this.thumbnails = thumbnails;
        this.picture = picture;
        getStyleClass().add("making-shown");
        setAlignment(Pos.CENTER);
        frame.setMinSize(0, 0);
        var maker = Controls.label(maker(), "making-facts");
        maker.setId("image-maker");
        getChildren().setAll(Controls.growing(frame), maker, actions);
        load();
    }

    private String maker() {
        if (picture.offline()) {
            return desk.text("image.made.offline");
        }
        return picture.provider().isEmpty()
                ? picture.title()
                : desk.text("making.made", picture.modelName(), picture.credits());
    }

    private void load() {
        frame.getChildren().setAll(Placeholder.loading(desk.text("loading")));
        thumbnails.load(picture.file(), LARGE, this::show, this::missing);
    }

    private void show(Image image) {
        var large = new ImageView(image);
        large.setId("image-large");
        large.setPreserveRatio(true);
        large.fitWidthProperty().bind(frame.widthProperty().subtract(AROUND));
        large.fitHeightProperty().bind(frame.heightProperty().subtract(AROUND));
        var paper = new StackPane(large);
        paper.getStyleClass().add("making-paper");
        frame.getChildren().setAll(paper);
    }

    private void missing(Exception reason) {
        frame.getChildren()
                .setAll(Placeholder.saying(
                        Feather.ALERT_TRIANGLE,
                        desk.text("image.unreadable"),
                        desk.messages().failure(reason),
                        Controls.button(desk.text("retry"), this::load)));
    }
}

package studio.mofang.desktop.marketing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import studio.mofang.core.Referrals.Link;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.QrCode;

/// A poster to send to friends: what stands on the screen is what is saved, three times as large.
final class Poster extends VBox {
    private static final double QR_SIDE = 132;
    private static final double LARGER = 3;

    Poster(Desk desk, Link link) {
        getStyleClass().add("poster");
        setId("poster");
        setAlignment(Pos.TOP_CENTER);
        getChildren()
                .addAll(
                        Controls.label("墨", "seal", "poster-seal"),
                        Controls.label(desk.text("poster.title"), "poster-title"),
                        Controls.label(desk.text("poster.text"), "poster-text"),
                        new QrCode(link.referralUrl(), QR_SIDE),
                        Controls.label(desk.text("poster.scan"), "poster-text"),
                        Controls.label(link.referralCode(), "poster-code"));
    }

    Image picture() {
        var wanted = new SnapshotParameters();
        wanted.setTransform(new Scale(LARGER, LARGER));
        return snapshot(wanted, null);
    }

    byte[] png() {
        var picture = picture();
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return written(image);
    }

    private static byte[] written(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be written", e);
        }
        return bytes.toByteArray();
    }
}

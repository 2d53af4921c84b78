package studio.mofang.desktop.kit;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// An address as the squares of a QR code, dark on white in both themes, because that is what phones read.
public final class QrCode extends StackPane {
    /// From here on the squares become so many that what mends dirt on paper costs more than it gives on a screen.
    private static final int LONG = 600;

    /// `side` is the most that the squares take, in pixels.
    public QrCode(String address, double side) {
        var bits = of(address);
        var square = Math.floor(side / bits.getWidth());
        var path = new Path();
        path.getStyleClass().add("qr-squares");
        for (var y = 0; y < bits.getHeight(); y++) {
            for (var x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    square(path, x * square, y * square, square);
                }
            }
        }
        getChildren().add(path);
        getStyleClass().add("qr");
        setId("qr");
    }

    /// One bit for each square, without a margin.
    private static BitMatrix of(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    address.length() > LONG ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + address.length() + " characters", e);
        }
    }

    private static void square(Path path, double x, double y, double side) {
        path.getElements()
                .addAll(
                        new MoveTo(x, y),
                        new HLineTo(x + side),
                        new VLineTo(y + side),
                        new HLineTo(x),
                        new ClosePath());
    }
}

package studio.mofang.server.testkit;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/// Reads the visible mark of an AI's pictures back from their pixels: bright strokes on a darker plate, in the
/// lower right corner.
public final class VisibleMark {
    private static final int DARK = 150;
    private static final int BRIGHT = 190;

    private VisibleMark() {}

    /// How high its letters are, as a part of the shortest side; 0 where there are none.
    public static double height(BufferedImage picture) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        long rows = IntStream.range(picture.getHeight() - side * 15 / 100, picture.getHeight())
                .filter(y -> strokes(picture, picture.getWidth() - side * 35 / 100, y))
                .count();
        return (double) rows / side;
    }

    /// Something bright between two dark pixels of a row, which neither a ground nor the edge of the plate is.
    private static boolean strokes(BufferedImage picture, int from, int y) {
        boolean plate = false;
        boolean stroke = false;
        for (int x = from; x < picture.getWidth(); x++) {
            int luma = luma(picture.getRGB(x, y));
            if (stroke && luma < DARK) {
                return true;
            }
            plate |= luma < DARK;
            stroke |= plate && luma > BRIGHT;
        }
        return false;
    }

    private static int luma(int rgb) {
        return ((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000;
    }
}

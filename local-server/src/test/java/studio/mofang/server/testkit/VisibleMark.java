package studio.mofang.server.testkit;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/// Reads the visible mark of an AI's pictures back from their pixels.
public final class VisibleMark {
    private static final int DARK = 150;
    private static final int BRIGHT = 190;
    private static final int APART = 40;

    private VisibleMark() {}

    /// How high the letters of a plate in the lower right corner are, bright on dark, as a part of the shortest
    /// side; 0 where there are none.
    public static double height(BufferedImage picture) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        int width = side * 35 / 100;
        int height = side * 15 / 100;
        return height(picture, new Rectangle(picture.getWidth() - width, picture.getHeight() - height, width, height));
    }

    /// The same of a plate somewhere else.
    public static double height(BufferedImage picture, Rectangle plate) {
        long rows = IntStream.range(plate.y, plate.y + plate.height)
                .filter(y -> strokes(picture, plate, y))
                .count();
        return (double) rows / Math.min(picture.getWidth(), picture.getHeight());
    }

    /// How high the ink in `area` of an even ground is, as a part of the picture's shortest side.
    public static double inkHeight(BufferedImage picture, Rectangle area) {
        int ground = luma(picture.getRGB(area.x, area.y));
        var rows = IntStream.range(area.y, area.y + area.height)
                .filter(y -> IntStream.range(area.x, area.x + area.width)
                        .anyMatch(x -> Math.abs(luma(picture.getRGB(x, y)) - ground) > APART))
                .summaryStatistics();
        int height = rows.getCount() == 0 ? 0 : rows.getMax() - rows.getMin() + 1;
        return (double) height / Math.min(picture.getWidth(), picture.getHeight());
    }

    /// Something bright between two dark pixels of a row, which neither a ground nor the edge of the plate is.
    private static boolean strokes(BufferedImage picture, Rectangle plate, int y) {
        boolean dark = false;
        boolean stroke = false;
        for (int x = plate.x; x < plate.x + plate.width; x++) {
            int luma = luma(picture.getRGB(x, y));
            if (stroke && luma < DARK) {
                return true;
            }
            dark |= luma < DARK;
            stroke |= dark && luma > BRIGHT;
        }
        return false;
    }

    private static int luma(int rgb) {
        return ((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000;
    }
}

package studio.mofang.server.picture;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Finds where a mark hides nothing of a picture: along the lower edge from the right to the left, then along the
/// upper one. Where no place is calm, the calmest.
final class CalmPlace {
    private static final int STEP = 8;
    /// What letters differ from their ground, and shades of a ground do not from each other.
    private static final int APART = 24;
    /// Close to the edge, where slides have a margin.
    private static final double MARGIN = 0.09;

    private CalmPlace() {}

    /// Where a mark of that size goes; `corner` is where it would go by itself.
    static Rectangle2D in(BufferedImage picture, Rectangle2D corner) {
        var calmest = corner;
        int least = Integer.MAX_VALUE;
        for (var place : places(picture, corner)) {
            int detail = detail(picture, place.getBounds(), least);
            if (detail == 0) {
                return place;
            }
            if (detail < least) {
                least = detail;
                calmest = place;
            }
        }
        return calmest;
    }

    private static List<Rectangle2D> places(BufferedImage picture, Rectangle2D corner) {
        double margin = corner.getHeight() * MARGIN;
        double lower = picture.getHeight() - margin - corner.getHeight();
        var places = new ArrayList<Rectangle2D>();
        for (double top : new double[] {lower, margin}) {
            for (double left = corner.getX(); left >= margin; left -= STEP) {
                places.add(new Rectangle2D.Double(left, top, corner.getWidth(), corner.getHeight()));
            }
        }
        return places;
    }

    /// How often neighbours in a row differ: letters do much, a ruled line and an even ground not at all. Counts no
    /// further than `enough`.
    private static int detail(BufferedImage picture, Rectangle place, int enough) {
        int detail = 0;
        var seen = place.intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
        for (int y = seen.y; y < seen.getMaxY() && detail < enough; y++) {
            for (int x = seen.x + 1; x < seen.getMaxX(); x++) {
                int change = luma(picture.getRGB(x, y)) - luma(picture.getRGB(x - 1, y));
                detail += Math.abs(change) > APART ? 1 : 0;
            }
        }
        return detail;
    }

    private static int luma(int rgb) {
        return ((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000;
    }
}

package studio.mofang.server.picture;

import java.awt.geom.Rectangle2D;

/// A way of drawing the ground of a card; it leaves a calm place for the words.
interface Scene {
    Plate paint(Easel easel);

    /// Where the words go, how they are set, and whether above or in the middle of it.
    record Plate(Rectangle2D area, Typeface face, double align, double anchor, boolean bar) {}
}

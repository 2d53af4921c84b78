package studio.mofang.core.card;

import java.util.List;
import studio.mofang.core.card.CardPage.Box;
import studio.mofang.core.card.CardPage.Ink;

/// How the lines of a block are set.
///
/// @param indent from the left edge of the text, `right` from the right one
/// @param boxes what is under each line, from its top
record Look(Face face, double height, double indent, double right, Ink ink, boolean keeps, List<Box> boxes) {
    /// Lines 1.7 letters high, as Chinese wants them.
    static Look plain(Face face, double size, Ink ink) {
        return new Look(face, size * 1.7, 0, 0, ink, false, List.of());
    }

    static Look quote(double size) {
        var height = size * 1.65;
        var ground = new Box(Rows.LEFT, 0, Rows.WIDTH, height + 1, 0, Ink.SOFT);
        var bar = new Box(Rows.LEFT, 0, 8, height + 1, 0, Ink.ACCENT);
        return new Look(Face.plain(size * 0.95), height, 40, 28, Ink.TEXT, false, List.of(ground, bar));
    }

    static Look code(double size) {
        var height = size * 1.25;
        var ground = new Box(Rows.LEFT, 0, Rows.WIDTH, height + 1, 0, Ink.SOFT);
        return new Look(Face.mono(size * 0.72), height, 28, 28, Ink.TEXT, false, List.of(ground));
    }

    Look indented(double by) {
        return new Look(face, height, by, right, ink, keeps, boxes);
    }

    Look kept() {
        return new Look(face, height, indent, right, ink, true, boxes);
    }

    /// Letters stand in the middle of their line.
    double baseline() {
        return height / 2 + face.size() * 0.36;
    }
}

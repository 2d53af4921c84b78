package studio.mofang.server.picture;

import java.awt.BasicStroke;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;

/// The scenes that cards are drawn in.
final class Scenes {
    private static final double MARGIN = 0.1;

    private Scenes() {}

    static final List<Scene> ALL =
            List.of(Scenes::ridges, Scenes::tiles, Scenes::page, Scenes::waves, Scenes::orbs, Scenes::strips);

    /// Hills in the mist, and a sun or moon over them.
    private static Scene.Plate ridges(Easel easel) {
        var palette = easel.palette();
        easel.ground(palette.light(), palette.deep());
        double sun = easel.unit() * (easel.wide() ? 0.3 : 0.26);
        double x = easel.width() * (easel.wide() ? 0.84 : 0.66)
                + easel.width() * 0.06 * easel.chance().nextDouble();
        double y = easel.height() * (easel.wide() ? 0.4 : 0.68);
        easel.fill(new Ellipse2D.Double(x - sun / 2, y - sun / 2, sun, sun), palette.accent());
        for (int layer = 0; layer < 4; layer++) {
            double base = easel.height() * (0.7 + layer * 0.085);
            easel.fill(ridge(easel, base, easel.height() * (0.12 - layer * 0.018)), palette.tint(0.2 + layer * 0.2));
        }
        double share = easel.wide() ? 0.58 : 1 - 2 * MARGIN;
        return new Scene.Plate(
                area(easel, MARGIN, easel.wide() ? 0.13 : 0.1, share, easel.wide() ? 0.54 : 0.42),
                Typeface.SERIF,
                0,
                easel.wide() ? 0.5 : 0.3,
                false);
    }

    private static Path2D ridge(Easel easel, double base, double swell) {
        var chance = easel.chance();
        var path = new Path2D.Double();
        double first = chance.nextDouble() * 6;
        double second = chance.nextDouble() * 6;
        path.moveTo(0, easel.height());
        for (int x = 0; x <= easel.width(); x += 4) {
            double at = (double) x / Math.max(easel.width(), easel.height());
            path.lineTo(x, base - swell * (Math.sin(at * 5 + first) * 0.6 + Math.sin(at * 11 + second) * 0.4));
        }
        path.lineTo(easel.width(), easel.height());
        path.closePath();
        return path;
    }

    /// A mosaic of quarter circles at one side.
    private static Scene.Plate tiles(Easel easel) {
        var palette = easel.palette();
        easel.ground(palette.light(), palette.light());
        int across = easel.wide() ? 3 : 4;
        double size = easel.wide() ? easel.height() / 4.0 : (double) easel.width() / across;
        int down = easel.wide() ? 4 : Math.max(2, (int) Math.round(easel.height() * 0.42 / size));
        double left = easel.wide() ? easel.width() - across * size : 0;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                tile(easel, left + column * size, row * size, size);
            }
        }
        return easel.wide()
                ? new Scene.Plate(
                        new Rectangle2D.Double(
                                easel.unit() * 0.13,
                                easel.height() * 0.14,
                                left - easel.unit() * 0.24,
                                easel.height() * 0.72),
                        Typeface.SANS,
                        0,
                        0.5,
                        true)
                : new Scene.Plate(
                        new Rectangle2D.Double(
                                easel.width() * MARGIN,
                                down * size + easel.unit() * 0.1,
                                easel.width() * (1 - 2 * MARGIN),
                                easel.height() - down * size - easel.unit() * 0.2),
                        Typeface.SANS,
                        0,
                        0.3,
                        true);
    }

    private static void tile(Easel easel, double x, double y, double size) {
        var palette = easel.palette();
        var colors = List.of(palette.accent(), palette.deep(), palette.tint(0.5), palette.ink(), palette.tint(0.25));
        Random chance = easel.chance();
        int ground = chance.nextInt(colors.size());
        easel.fill(new Rectangle2D.Double(x, y, size + 1, size + 1), colors.get(ground));
        var color = colors.get((ground + 1 + chance.nextInt(colors.size() - 1)) % colors.size());
        int turn = chance.nextInt(4);
        if (chance.nextInt(4) == 0) {
            easel.fill(new Ellipse2D.Double(x + size * 0.2, y + size * 0.2, size * 0.6, size * 0.6), color);
            return;
        }
        double cornerX = turn % 2 == 0 ? x - size : x;
        double cornerY = turn < 2 ? y - size : y;
        var clip = easel.pen().getClip();
        easel.pen().clip(new Rectangle2D.Double(x, y, size + 1, size + 1));
        easel.fill(new Ellipse2D.Double(cornerX, cornerY, size * 2, size * 2), color);
        easel.pen().setClip(clip);
    }

    /// A title page within a double frame.
    private static Scene.Plate page(Easel easel) {
        var palette = easel.palette();
        easel.ground(palette.light(), palette.light());
        var pen = easel.pen();
        double inset = easel.unit() * 0.055;
        pen.setColor(palette.accent());
        pen.setStroke(new BasicStroke((float) (easel.unit() * 0.006)));
        pen.draw(new Rectangle2D.Double(inset, inset, easel.width() - 2 * inset, easel.height() - 2 * inset));
        double inner = inset + easel.unit() * 0.02;
        pen.setColor(Palette.alpha(palette.accent(), 0.45));
        pen.setStroke(new BasicStroke((float) (easel.unit() * 0.002)));
        pen.draw(new Rectangle2D.Double(inner, inner, easel.width() - 2 * inner, easel.height() - 2 * inner));
        ornament(easel, easel.height() * 0.17);
        ornament(easel, easel.height() * 0.83);
        return new Scene.Plate(area(easel, 0.13, 0.24, 0.74, 0.52), Typeface.SERIF, 0.5, 0.5, false);
    }

    private static void ornament(Easel easel, double y) {
        var pen = easel.pen();
        double centre = easel.width() / 2.0;
        double size = easel.unit() * 0.014;
        var diamond = new Path2D.Double();
        diamond.moveTo(centre, y - size);
        diamond.lineTo(centre + size, y);
        diamond.lineTo(centre, y + size);
        diamond.lineTo(centre - size, y);
        diamond.closePath();
        easel.fill(diamond, easel.palette().accent());
        pen.setStroke(new BasicStroke((float) (easel.unit() * 0.003)));
        double far = easel.unit() * 0.16;
        pen.draw(new Line2D.Double(centre - far, y, centre - size * 2.4, y));
        pen.draw(new Line2D.Double(centre + size * 2.4, y, centre + far, y));
    }

    /// Bands of water along the lower edge.
    private static Scene.Plate waves(Easel easel) {
        var palette = easel.palette();
        easel.ground(palette.light(), palette.deep());
        for (int band = 0; band < 5; band++) {
            double base = easel.height() * (0.72 + band * 0.06);
            easel.fill(wave(easel, base, easel.unit() * 0.035), Palette.alpha(palette.accent(), 0.16 + band * 0.1));
        }
        return new Scene.Plate(area(easel, MARGIN, 0.12, 1 - 2 * MARGIN, 0.52), Typeface.SANS, 0, 0.5, true);
    }

    private static Path2D wave(Easel easel, double base, double swell) {
        var path = new Path2D.Double();
        double phase = easel.chance().nextDouble() * 6;
        double length = easel.unit() * (0.1 + easel.chance().nextDouble() * 0.05);
        path.moveTo(0, easel.height());
        for (int x = 0; x <= easel.width(); x += 3) {
            path.lineTo(x, base + swell * Math.sin(x / length + phase));
        }
        path.lineTo(easel.width(), easel.height());
        path.closePath();
        return path;
    }

    /// Large soft discs that reach over the edges.
    private static Scene.Plate orbs(Easel easel) {
        var palette = easel.palette();
        easel.ground(palette.light(), palette.deep());
        double far = Math.max(easel.width(), easel.height());
        disc(easel, easel.width() * 0.95, easel.height() * 0.06, far * 0.3, 0.16);
        disc(easel, easel.width() * 1.02, easel.height() * 0.94, far * 0.22, 0.22);
        disc(easel, easel.width() * 0.02, easel.height() * 1.02, far * 0.16, 0.12);
        var pen = easel.pen();
        pen.setColor(Palette.alpha(palette.accent(), 0.5));
        pen.setStroke(new BasicStroke((float) (easel.unit() * 0.003)));
        double ring = far * 0.36;
        pen.draw(new Arc2D.Double(
                easel.width() * 0.95 - ring, easel.height() * 0.06 - ring, ring * 2, ring * 2, 0, 360, Arc2D.OPEN));
        return new Scene.Plate(area(easel, MARGIN, 0.16, 1 - 2 * MARGIN, 0.68), Typeface.SANS, 0, 0.5, true);
    }

    private static void disc(Easel easel, double x, double y, double radius, double part) {
        easel.fill(
                new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2),
                Palette.alpha(easel.palette().accent(), part));
    }

    /// A broad strip of the accent along one side, thin ones beside it.
    private static Scene.Plate strips(Easel easel) {
        var palette = easel.palette();
        easel.ground(palette.light(), palette.deep());
        double broad = easel.unit() * 0.07;
        easel.fill(new Rectangle2D.Double(0, 0, broad, easel.height()), palette.accent());
        easel.fill(
                new Rectangle2D.Double(broad * 1.3, 0, broad * 0.16, easel.height()),
                Palette.alpha(palette.accent(), 0.55));
        easel.fill(
                new Rectangle2D.Double(broad * 1.66, 0, broad * 0.06, easel.height()),
                Palette.alpha(palette.accent(), 0.35));
        double left = broad * 1.7 + easel.unit() * 0.09;
        return new Scene.Plate(
                new Rectangle2D.Double(
                        left, easel.height() * 0.14, easel.width() - left - easel.unit() * 0.1, easel.height() * 0.72),
                Typeface.SERIF,
                0,
                0.5,
                false);
    }

    private static Rectangle2D area(Easel easel, double left, double top, double width, double height) {
        return new Rectangle2D.Double(
                easel.width() * left, easel.height() * top, easel.width() * width, easel.height() * height);
    }
}

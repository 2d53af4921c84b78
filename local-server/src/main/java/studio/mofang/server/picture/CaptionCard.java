package studio.mofang.server.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// The frames of one captioned video: an opening card, and captions on a quiet ground of the same colours.
public final class CaptionCard {
    private static final int LINES = 8;

    private final CoverCard cover;
    private final int width;
    private final int height;
    private final BufferedImage ground;

    public CaptionCard(String title, int width, int height) {
        this.cover = new CoverCard(title, 0);
        this.width = width;
        this.height = height;
        this.ground = ground();
    }

    /// `marked` adds the visible mark of AI-generated content.
    public BufferedImage title(boolean marked) {
        var card = cover.draw(width, height);
        if (marked) {
            AiMark.draw(card);
        }
        return card;
    }

    /// `done` is how far the video is when this caption ends, from 0 to 1; it shows as a line along the
    /// lower edge.
    public BufferedImage caption(String text, double done) {
        try (var easel = Easel.of(width, height, cover.palette(), 0)) {
            easel.pen().drawImage(ground, 0, 0, null);
            double unit = easel.unit();
            var box = new TextFit.Box(width * 0.8, height * 0.5, unit * 0.088, unit * 0.036);
            var fit = TextFit.of(Typeface.SANS.font(true, 1), text, box, LINES);
            double top = (height - fit.height()) * 0.48;
            easel.fill(
                    new Rectangle2D.Double(width * 0.1, top - unit * 0.075, unit * 0.085, unit * 0.011),
                    easel.palette().accent());
            easel.pen().setColor(easel.palette().ink());
            fit.draw(easel.pen(), width * 0.1, top, width * 0.8, 0);
            line(easel, done);
            return easel.picture();
        }
    }

    private static void line(Easel easel, double done) {
        double thick = easel.unit() * 0.009;
        double y = easel.height() - thick;
        easel.fill(
                new Rectangle2D.Double(0, y, easel.width(), thick),
                Palette.alpha(easel.palette().ink(), 0.12));
        easel.fill(
                new Rectangle2D.Double(0, y, easel.width() * done, thick),
                easel.palette().accent());
    }

    private BufferedImage ground() {
        try (var easel = Easel.of(width, height, cover.palette(), 1)) {
            var palette = easel.palette();
            easel.ground(palette.light(), palette.deep());
            Color soft = Palette.alpha(palette.accent(), 0.09);
            double far = Math.max(width, height);
            easel.fill(new java.awt.geom.Ellipse2D.Double(width - far * 0.3, -far * 0.22, far * 0.5, far * 0.5), soft);
            easel.fill(
                    new java.awt.geom.Ellipse2D.Double(-far * 0.2, height - far * 0.2, far * 0.36, far * 0.36), soft);
            var title = Typeface.SERIF.font(false, easel.unit() * 0.034);
            var fit = new TextFit(
                    title,
                    studio.mofang.core.content.LineBreak.lines(
                            Typeface.drawable(title, cover.words()), width * 0.8, Typeface.measure(title), 1),
                    easel.unit() * 0.05);
            easel.pen().setColor(Palette.alpha(palette.ink(), 0.55));
            fit.draw(easel.pen(), width * 0.1, height * 0.07, width * 0.8, 0);
            return easel.picture();
        }
    }
}

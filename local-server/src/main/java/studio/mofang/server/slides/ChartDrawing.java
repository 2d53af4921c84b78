package studio.mofang.server.slides;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import studio.mofang.core.deck.Figures;
import studio.mofang.core.deck.Figures.Kind;

/// Draws a chart into a preview, since POI draws none. What PowerPoint shows is drawn by PowerPoint.
final class ChartDrawing {
    private static final int TICKS = 5;
    private static final double LABELS = 26;
    private static final double SCALE = 46;

    private final Figures figures;
    private final Rectangle2D box;
    private final ThemeColours colours;

    ChartDrawing(Figures figures, Rectangle2D box, ThemeColours colours) {
        this.figures = figures;
        this.box = box;
        this.colours = colours;
    }

    void draw(Graphics2D graphics) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        var plot =
                new Rectangle2D.Double(box.getX(), box.getY() + LABELS, box.getWidth(), box.getHeight() - 2 * LABELS);
        switch (figures.kind()) {
            case PIE -> pie(graphics, plot);
            case BAR -> bars(graphics, plot);
            case COLUMN, LINE -> upright(graphics, plot);
        }
        legend(graphics);
        if (!figures.unit().isBlank()) {
            centred(graphics, "单位：" + figures.unit(), box.getCenterX(), box.getY() + 14);
        }
    }

    private void upright(Graphics2D graphics, Rectangle2D whole) {
        var plot = new Rectangle2D.Double(
                whole.getX() + SCALE, whole.getY(), whole.getWidth() - SCALE, whole.getHeight() - LABELS);
        var scale = Scale.of(figures);
        for (int i = 0; i <= TICKS; i++) {
            double value = scale.low() + (scale.high() - scale.low()) * i / TICKS;
            double y = y(plot, scale, value);
            line(graphics, plot.getX(), y, plot.getMaxX(), y);
            right(graphics, number(value), plot.getX() - 8, y + 4);
        }
        double slot = plot.getWidth() / figures.categories().size();
        for (int i = 0; i < figures.categories().size(); i++) {
            graphics.setColor(colours.text());
            centred(graphics, clipped(graphics, i, slot), plot.getX() + slot * (i + 0.5), plot.getMaxY() + 18);
        }
        if (figures.kind() == Kind.LINE) {
            lines(graphics, plot, scale, slot);
        } else {
            columns(graphics, plot, scale, slot);
        }
    }

    private void columns(Graphics2D graphics, Rectangle2D plot, Scale scale, double slot) {
        double wide = slot * 0.6 / figures.series().size();
        double zero = y(plot, scale, 0);
        for (int s = 0; s < figures.series().size(); s++) {
            var values = figures.series().get(s).values();
            for (int i = 0; i < values.size(); i++) {
                double y = y(plot, scale, values.get(i));
                double x = plot.getX() + slot * (i + 0.2) + wide * s;
                graphics.setColor(colours.accent(s));
                graphics.fill(new Rectangle2D.Double(x, Math.min(y, zero), wide * 0.94, Math.abs(zero - y)));
            }
        }
    }

    private void lines(Graphics2D graphics, Rectangle2D plot, Scale scale, double slot) {
        for (int s = 0; s < figures.series().size(); s++) {
            var values = figures.series().get(s).values();
            var path = new Path2D.Double();
            graphics.setColor(colours.accent(s));
            for (int i = 0; i < values.size(); i++) {
                double x = plot.getX() + slot * (i + 0.5);
                double y = y(plot, scale, values.get(i));
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
                graphics.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
            }
            graphics.setStroke(new BasicStroke(2.5f));
            graphics.draw(path);
        }
    }

    private void bars(Graphics2D graphics, Rectangle2D whole) {
        double names = Math.min(whole.getWidth() * 0.3, 150);
        var plot =
                new Rectangle2D.Double(whole.getX() + names, whole.getY(), whole.getWidth() - names, whole.getHeight());
        var scale = Scale.of(figures);
        double slot = plot.getHeight() / figures.categories().size();
        double high = slot * 0.6 / figures.series().size();
        for (int i = 0; i < figures.categories().size(); i++) {
            graphics.setColor(colours.text());
            right(graphics, clipped(graphics, i, names - 12), plot.getX() - 8, plot.getY() + slot * (i + 0.5) + 4);
            for (int s = 0; s < figures.series().size(); s++) {
                double part = (figures.series().get(s).values().get(i) - scale.low()) / (scale.high() - scale.low());
                double y = plot.getY() + slot * (i + 0.2) + high * s;
                graphics.setColor(colours.accent(s));
                graphics.fill(new Rectangle2D.Double(plot.getX(), y, plot.getWidth() * part, high * 0.94));
            }
        }
    }

    private void pie(Graphics2D graphics, Rectangle2D plot) {
        double side = Math.min(plot.getHeight(), plot.getWidth() * 0.62);
        var values = figures.series().getFirst().values();
        double sum =
                Math.max(1e-9, values.stream().mapToDouble(Double::doubleValue).sum());
        double from = 90;
        for (int i = 0; i < values.size(); i++) {
            double extent = -360 * values.get(i) / sum;
            var slice = new Arc2D.Double(plot.getX() + 20, plot.getY(), side, side, from, extent, Arc2D.PIE);
            graphics.setColor(colours.accent(i));
            graphics.fill(slice);
            graphics.setColor(colours.ground());
            graphics.setStroke(new BasicStroke(1.5f));
            graphics.draw(slice);
            from += extent;
        }
    }

    private void legend(Graphics2D graphics) {
        boolean pie = figures.kind() == Kind.PIE;
        var names = pie
                ? figures.categories()
                : figures.series().stream().map(Figures.Series::name).toList();
        if (!pie && names.size() < 2) {
            return;
        }
        double x = pie ? box.getMaxX() - box.getWidth() * 0.26 : box.getCenterX() - 45.0 * names.size();
        double y = pie ? box.getCenterY() - 11.0 * names.size() : box.getMaxY() - 8;
        for (int i = 0; i < names.size(); i++) {
            graphics.setColor(colours.accent(i));
            graphics.fill(new Rectangle2D.Double(x, y - 9, 9, 9));
            graphics.setColor(colours.text());
            graphics.drawString(names.get(i), (float) x + 14, (float) y);
            x += pie ? 0 : 90;
            y += pie ? 22 : 0;
        }
    }

    private void line(Graphics2D graphics, double x1, double y1, double x2, double y2) {
        graphics.setColor(colours.faint());
        graphics.setStroke(new BasicStroke(0.5f));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
        graphics.setColor(colours.text());
    }

    private String clipped(Graphics2D graphics, int category, double room) {
        var name = figures.categories().get(category);
        int end = name.length();
        while (end > 1 && graphics.getFontMetrics().stringWidth(name.substring(0, end)) > room) {
            end--;
        }
        return name.substring(0, end);
    }

    private static void centred(Graphics2D graphics, String text, double x, double y) {
        graphics.drawString(text, (float) (x - graphics.getFontMetrics().stringWidth(text) / 2.0), (float) y);
    }

    private static void right(Graphics2D graphics, String text, double x, double y) {
        graphics.drawString(text, (float) (x - graphics.getFontMetrics().stringWidth(text)), (float) y);
    }

    private static double y(Rectangle2D plot, Scale scale, double value) {
        return plot.getMaxY() - plot.getHeight() * (value - scale.low()) / (scale.high() - scale.low());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : "%.1f".formatted(value);
    }

    /// The range of an axis: from nothing to a round number over the largest.
    private record Scale(double low, double high) {
        static Scale of(Figures figures) {
            List<Double> values = figures.series().stream()
                    .flatMap(series -> series.values().stream())
                    .toList();
            double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
            double least =
                    values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            return new Scale(least < 0 ? -round(-least) : 0, most > 0 ? round(most) : 1);
        }

        private static double round(double value) {
            double power = Math.pow(10, Math.floor(Math.log10(value)));
            return Math.ceil(value / power * 2) / 2 * power;
        }
    }
}

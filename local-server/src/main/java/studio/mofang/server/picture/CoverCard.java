package studio.mofang.server.picture;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// A cover drawn on this machine from a few words, in any ratio: the first line is its title, what follows
/// stands smaller below it. The same words always give the same card; `look` asks for another one.
public record CoverCard(String words, int look) {
    private static final int HEADLINE = 60;
    private static final int MORE_LINES = 4;

    public BufferedImage draw(int width, int height) {
        try (var easel = easel(width, height)) {
            write(easel, scene().paint(easel));
            return easel.picture();
        }
    }

    Easel easel(int width, int height) {
        return Easel.of(width, height, palette(), seed());
    }

    Scene scene() {
        return Scenes.ALL.get((int) (seed() / 16 % Scenes.ALL.size()));
    }

    Palette palette() {
        return Palette.values()[(int) (seed() % Palette.values().length)];
    }

    private void write(Easel easel, Scene.Plate plate) {
        var area = plate.area();
        boolean both = !more().isEmpty();
        double bar = plate.bar() ? easel.unit() * 0.055 : 0;
        double room = area.getHeight() - bar;
        var title = TextFit.of(
                plate.face().font(true, 1),
                title(),
                new TextFit.Box(
                        area.getWidth(),
                        room * (both ? 0.68 : 1),
                        easel.unit() * (easel.wide() ? 0.25 : 0.185),
                        easel.unit() * 0.034),
                title().length() <= HEADLINE ? 6 : 14);
        double gap = both ? easel.unit() * 0.035 : 0;
        var more = TextFit.of(
                Typeface.SANS.font(false, 1),
                more(),
                new TextFit.Box(
                        area.getWidth(),
                        Math.max(1, room - title.height() - gap),
                        Math.min(
                                easel.unit() * (easel.wide() ? 0.07 : 0.05),
                                title.font().getSize2D() * 0.5),
                        easel.unit() * 0.026),
                MORE_LINES);
        double height = bar + title.height() + (both ? gap + more.height() : 0);
        double top = area.getY() + Math.max(0, area.getHeight() - height) * plate.anchor();
        if (plate.bar()) {
            bar(easel, area, top, plate.align());
        }
        var pen = easel.pen();
        pen.setColor(easel.palette().ink());
        title.draw(pen, area.getX(), top + bar, area.getWidth(), plate.align());
        pen.setColor(Palette.alpha(easel.palette().ink(), 0.78));
        if (both) {
            more.draw(pen, area.getX(), top + bar + title.height() + gap, area.getWidth(), plate.align());
        }
    }

    private static void bar(Easel easel, Rectangle2D area, double top, double align) {
        double width = easel.unit() * 0.1;
        double thick = easel.unit() * 0.014;
        double x = area.getX() + (area.getWidth() - width) * align;
        easel.fill(
                new RoundRectangle2D.Double(x, top, width, thick, thick, thick),
                easel.palette().accent());
    }

    private String title() {
        return words.strip().lines().findFirst().orElse("");
    }

    private String more() {
        return words.strip().lines().skip(1).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private long seed() {
        var sum = new CRC32();
        sum.update(words.strip().getBytes(StandardCharsets.UTF_8));
        sum.update(look);
        return sum.getValue();
    }
}

package studio.mofang.server.slides;

import studio.mofang.core.deck.Box;
import studio.mofang.core.deck.DeckTheme.Look;
import studio.mofang.core.deck.Stage;
import studio.mofang.core.deck.Stage.Role;

/// What the layouts of a look have behind their text. On grounds of full colour text is `lt1`, which is
/// light in every theme.
final class Decoration {
    private static final double HEAD = 28;

    private final Look look;
    private final Stage stage;
    private final boolean inverted;

    Decoration(Look look, Stage stage, boolean inverted) {
        this.look = look;
        this.stage = stage;
        this.inverted = inverted;
    }

    String coverGround() {
        return look == Look.SOLID ? Art.gradient("accent1 55", "accent1") : "";
    }

    String coverText() {
        return look == Look.SOLID ? "lt1" : "tx2";
    }

    Art cover() {
        return switch (look) {
            case BLOCKS ->
                new Art()
                        .ellipse(new Box(640, -150, 470, 470), "accent1")
                        .ellipse(new Box(716, 236, 390, 390), "accent2 @85")
                        .ellipse(new Box(640, 330, 96, 96), "accent3")
                        .ring(new Box(596, 40, 130, 130), "accent2 @60", 2)
                        .rectangle(new Box(72, 302, 72, 5), "accent3");
            case SOLID -> rings(new Art(), 800, 400).rectangle(new Box(72, 302, 72, 5), "accent2");
            case PAPER -> paper(new Art()).rectangle(new Box(72, 303, 72, 2.5), "accent1");
        };
    }

    Art contents() {
        var panel = new Box(0, 0, 340, stage.height());
        return switch (look) {
            case BLOCKS ->
                new Art()
                        .rectangle(panel, inverted ? "bg2" : "tx2")
                        .ellipse(new Box(-120, 330, 300, 300), "accent1 @80")
                        .ellipse(new Box(250, -60, 170, 170), "accent2 @85")
                        .rectangle(new Box(56, 318, 56, 4), "accent3");
            case SOLID ->
                new Art()
                        .rectangle(panel, "accent1")
                        .ring(new Box(-90, 330, 300, 300), "lt1 @30", 1.25)
                        .ring(new Box(-50, 370, 220, 220), "lt1 @30", 1.25)
                        .rectangle(new Box(56, 318, 56, 4), "accent2");
            case PAPER ->
                new Art()
                        .rectangle(panel, "bg2")
                        .ridge(new Box(0, 400, 340, 140), "accent2 @30", 0.1, 0.7, 0.35, 0.9, 0.2)
                        .ridge(new Box(0, 450, 340, 90), "accent2 @60", 0.4, 0.2, 0.8, 0.3, 0.6)
                        .rectangle(new Box(56, 318, 56, 2), "accent1");
        };
    }

    String sectionGround() {
        return switch (look) {
            case BLOCKS -> inverted ? Art.fill("bg2") : Art.fill("tx2");
            case SOLID -> Art.gradient("accent1 55", "accent1");
            case PAPER -> Art.fill("bg2");
        };
    }

    String sectionText() {
        return look == Look.PAPER ? "tx2" : "lt1";
    }

    String sectionNumber() {
        return look == Look.PAPER ? "accent1" : look == Look.SOLID ? "accent2" : "accent3";
    }

    Art section() {
        return switch (look) {
            case BLOCKS ->
                new Art()
                        .ellipse(new Box(700, 150, 460, 460), "accent1 @80")
                        .ellipse(new Box(800, -60, 210, 210), "accent2 @70")
                        .ring(new Box(660, 90, 120, 120), "lt1 @40", 1.5)
                        .rectangle(new Box(72, 332, 56, 4), "accent3");
            case SOLID -> rings(new Art(), 830, 270).rectangle(new Box(72, 332, 56, 4), "accent2");
            case PAPER -> paper(new Art()).rectangle(new Box(72, 333, 56, 2), "accent1");
        };
    }

    Art closing() {
        return switch (look) {
            case BLOCKS ->
                new Art()
                        .ellipse(new Box(640, -150, 470, 470), "accent1 @80")
                        .ellipse(new Box(740, 250, 360, 360), "accent2 @70")
                        .ring(new Box(610, 330, 110, 110), "lt1 @40", 1.5)
                        .rectangle(new Box(72, 284, 72, 5), "accent3");
            case SOLID -> rings(new Art(), 800, 400).rectangle(new Box(72, 284, 72, 5), "accent2");
            case PAPER -> paper(new Art()).rectangle(new Box(72, 284, 72, 2.5), "accent1");
        };
    }

    /// Beside and under the title of ordinary slides.
    Art title() {
        var footer = stage.box(Role.FOOTER);
        var art = switch (look) {
            case BLOCKS ->
                new Art().rectangle(new Box(0, 40, 30, 38), "accent1").rectangle(new Box(34, 40, 6, 38), "accent2");
            case SOLID ->
                new Art()
                        .rectangle(new Box(0, 0, stage.width(), 10), "accent1")
                        .rectangle(new Box(0, 10, 240, 3), "accent2")
                        .rectangle(new Box(60, 90, 48, 3), "accent2");
            case PAPER ->
                new Art()
                        .rectangle(new Box(60, 92, 840, 0.75), "tx1 @30")
                        .rectangle(new Box(60, 91, 72, 2.5), "accent1");
        };
        return art.rectangle(new Box(footer.x(), footer.y() - 6, 840, 0.5), "tx1 @18");
    }

    /// One card with a coloured edge above.
    Art card(Art art, Box box, String colour) {
        return art.card(box, "bg2").rectangle(new Box(box.x(), box.y(), box.width(), 4), colour);
    }

    Art numbered(Art art, int count) {
        for (int i = 0; i < count; i++) {
            var box = stage.card(count, i);
            card(art, box, "accent" + (i + 1));
            var disc = new Box(box.x() + 20, box.y() + 22, HEAD + 4, HEAD + 4);
            art.ellipse(disc, "accent" + (i + 1)).letters(disc, String.valueOf(i + 1), 14, "lt1", "ctr");
        }
        return art;
    }

    String quoteGround() {
        return Art.fill("bg2");
    }

    Art quote() {
        return new Art()
                .letters(new Box(56, 96, 90, 110), "“", 150, "accent1 @55", "ctr")
                .rectangle(new Box(0, 0, 14, stage.height()), "accent1")
                .rectangle(new Box(14, 0, 4, stage.height()), "accent2");
    }

    private static Art rings(Art art, double x, double y) {
        for (double radius : new double[] {70, 130, 200, 280, 370}) {
            art.ring(new Box(x - radius, y - radius, 2 * radius, 2 * radius), "lt1 @22", 1.25);
        }
        return art.ellipse(new Box(x - 26, y - 26, 52, 52), "accent2");
    }

    /// A sun over hills in ink.
    private Art paper(Art art) {
        return art.ellipse(new Box(690, 78, 150, 150), "accent1 @90")
                .ridge(new Box(420, 300, 540, 240), "accent2 @22", 0.1, 0.62, 0.35, 0.95, 0.5, 0.8, 0.4)
                .ridge(new Box(300, 380, 660, 160), "accent2 @38", 0.05, 0.4, 0.2, 0.75, 0.45, 0.9, 0.6)
                .ridge(new Box(500, 440, 460, 100), "accent2 @70", 0.05, 0.5, 0.25, 0.7, 0.5);
    }
}

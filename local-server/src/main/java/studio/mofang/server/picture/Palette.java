package studio.mofang.server.picture;

import java.awt.Color;

/// Colours that go together: a ground from light to deep, the ink that reads on all of it, and one accent.
enum Palette {
    CELADON(0xEAF2EF, 0xC9E0D8, 0x173A35, 0x2F7F6F),
    CINNABAR(0xFBF3EC, 0xF6DDCB, 0x3A1710, 0xC8452D),
    NIGHT(0x141B3C, 0x2B3575, 0xF4F2EA, 0xF2B84B),
    PINE(0x10221D, 0x21443A, 0xEFF5EF, 0x9AD1A8),
    LOTUS(0xF6EFF7, 0xE1CFE9, 0x2E1B3B, 0x8A4FA8),
    WHEAT(0xFFF7E0, 0xFAE0A0, 0x3B2A06, 0xC2740A),
    SKY(0xE8F2FB, 0xBBDAF4, 0x0E2A47, 0x1F6FC1),
    PAPER(0xF8F5EF, 0xEDE6DA, 0x1F1F1F, 0xB23A2F),
    DUSK(0x231233, 0x53277A, 0xF9F1FF, 0xFF8FA3),
    SEA(0x0E2F3E, 0x1F6176, 0xF0F8F8, 0xF6C453);

    private final Color light;
    private final Color deep;
    private final Color ink;
    private final Color accent;

    Palette(int light, int deep, int ink, int accent) {
        this.light = new Color(light);
        this.deep = new Color(deep);
        this.ink = new Color(ink);
        this.accent = new Color(accent);
    }

    Color light() {
        return light;
    }

    Color deep() {
        return deep;
    }

    Color ink() {
        return ink;
    }

    Color accent() {
        return accent;
    }

    /// The accent over the ground, `part` of it from 0 to 1.
    Color tint(double part) {
        return mixed(deep, accent, part);
    }

    static Color alpha(Color color, double part) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(part * 255));
    }

    private static Color mixed(Color one, Color other, double part) {
        return new Color(
                mixed(one.getRed(), other.getRed(), part),
                mixed(one.getGreen(), other.getGreen(), part),
                mixed(one.getBlue(), other.getBlue(), part));
    }

    private static int mixed(int one, int other, double part) {
        return (int) Math.round(one + (other - one) * part);
    }
}

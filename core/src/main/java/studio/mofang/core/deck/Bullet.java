package studio.mofang.core.deck;

/// One point of a slide. Level 0 is the outermost of three.
public record Bullet(int level, String text) {
    public static final int DEEPEST = 2;

    public Bullet {
        level = Math.clamp(level, 0, DEEPEST);
        text = text.strip();
    }
}

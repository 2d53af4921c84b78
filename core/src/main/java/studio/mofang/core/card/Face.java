package studio.mofang.core.card;

/// The letters of a line.
///
/// @param size in pixels of a card 1242 wide
public record Face(double size, boolean bold, boolean mono) {
    static Face plain(double size) {
        return new Face(size, false, false);
    }

    static Face bold(double size) {
        return new Face(size, true, false);
    }

    static Face mono(double size) {
        return new Face(size, false, true);
    }
}

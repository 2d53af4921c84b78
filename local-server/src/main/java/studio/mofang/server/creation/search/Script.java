package studio.mofang.server.creation.search;

/// Tells characters apart for searching: those of scripts without spaces, those that make words, and the rest.
final class Script {
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private Script() {}

    /// Han, kana, hangul; also pictographs, so that an emoji can be searched for.
    static boolean standsAlone(int point) {
        return point > 0x7F
                && (Character.isIdeographic(point)
                        || Character.getType(point) == Character.OTHER_SYMBOL
                        || kana(point));
    }

    static boolean inWord(int point) {
        boolean part = Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
        return part && !standsAlone(point);
    }

    /// Lower case, half width.
    static int folded(int point) {
        int half = point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST ? point - FULL_WIDTH_OFFSET : point;
        return Character.toLowerCase(half);
    }

    private static boolean kana(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }
}

package studio.mofang.server.creation.search;

/// Cuts a text into the terms of the index. A word in letters or digits is one term, in lower case and half width.
/// A character of a script without spaces makes one term with the character after it, or alone at the end of its run:
/// one term a character, found by two characters exactly and by one as a prefix. What stands between words takes one
/// place, however much it is.
final class Grams {
    static final int LONGEST_WORD = 64;

    /// What sort of term was read last.
    enum Sort {
        WORD,
        PAIR,
        LAST_OF_RUN
    }

    private final String text;
    private final StringBuilder term = new StringBuilder(LONGEST_WORD);
    private int at;
    private int place = -1;
    private boolean afterGap = true;
    private Sort sort = Sort.WORD;

    Grams(String text) {
        this.text = text;
    }

    /// Goes to the next term; false at the end.
    boolean next() {
        while (at < text.length()) {
            int point = folded(at);
            if (Script.standsAlone(point)) {
                pair(point);
                return true;
            }
            if (Script.inWord(point)) {
                word();
                return true;
            }
            gap();
        }
        return false;
    }

    StringBuilder term() {
        return term;
    }

    /// Where the term stands, counted in terms and gaps.
    int place() {
        return place;
    }

    Sort sort() {
        return sort;
    }

    private void pair(int point) {
        begin();
        term.appendCodePoint(point);
        at += Character.charCount(text.codePointAt(at));
        sort = Sort.LAST_OF_RUN;
        if (at < text.length() && Script.standsAlone(folded(at))) {
            term.appendCodePoint(folded(at));
            sort = Sort.PAIR;
        }
    }

    private void word() {
        begin();
        sort = Sort.WORD;
        while (at < text.length() && term.length() < LONGEST_WORD) {
            int point = folded(at);
            if (!Script.inWord(point)) {
                return;
            }
            term.appendCodePoint(point);
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private void gap() {
        if (!afterGap) {
            place++;
            afterGap = true;
        }
        at += Character.charCount(text.codePointAt(at));
    }

    private void begin() {
        term.setLength(0);
        place++;
        afterGap = false;
    }

    private int folded(int index) {
        return Script.folded(text.codePointAt(index));
    }
}

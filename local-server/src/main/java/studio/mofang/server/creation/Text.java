package studio.mofang.server.creation;

import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.content.WordCount;

/// One state of a creation's text. It can always be stored and sent: what no database takes, NUL and halves of
/// surrogate pairs, is gone.
record Text(String title, String content, int wordCount, Origin origin) {
    static final int MAX_TITLE = 200;
    static final int MAX_CONTENT = 1_000_000;
    static final int EXCERPT = 200;
    static final Text NONE = new Text("", "", 0, Origin.UNKNOWN);

    static Text of(String title, String content, Origin origin) {
        var clean = clean(content);
        return new Text(clean(title).strip(), clean, WordCount.ofMarkdown(clean).words(), origin);
    }

    /// The same with another title or content; the words are only counted when they have changed.
    Text changed(String newTitle, String newContent) {
        var clean = clean(newContent);
        return clean.equals(content)
                ? new Text(clean(newTitle).strip(), content, wordCount, origin)
                : of(newTitle, clean, origin.next());
    }

    Text with(Origin another) {
        return new Text(title, content, wordCount, another);
    }

    @Nullable
    Provenance provenance() {
        return origin.provenance();
    }

    boolean reads(Text other) {
        return title.equals(other.title) && content.equals(other.content);
    }

    /// What a list shows when it is not asked for whole texts.
    String excerpt() {
        return first(content, EXCERPT);
    }

    /// The first `count` characters, none of them cut in half.
    static String first(String text, int count) {
        return text.length() <= count || text.codePointCount(0, text.length()) <= count
                ? text
                : text.substring(0, text.offsetByCodePoints(0, count));
    }

    static String clean(String text) {
        return storable(text) ? text : cleaned(text);
    }

    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == 0) {
                return false;
            }
            if (Character.isSurrogate(at)) {
                if (!pair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean pair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}

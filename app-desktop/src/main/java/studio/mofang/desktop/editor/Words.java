package studio.mofang.desktop.editor;

/// How long a text is, the way Chinese writers count: each Chinese character is one, each Latin word or number is one,
/// punctuation and Markdown's marks are none.
final class Words {
    private Words() {}

    static int count(CharSequence text) {
        var words = 0;
        var inWord = false;
        for (var i = 0; i < text.length(); ) {
            var point = Character.codePointAt(text, i);
            i += Character.charCount(point);
            var letter = Character.isLetterOrDigit(point);
            var alone = letter && Character.isIdeographic(point);
            if (alone || (letter && !inWord)) {
                words++;
            }
            inWord = letter && !alone;
        }
        return words;
    }
}

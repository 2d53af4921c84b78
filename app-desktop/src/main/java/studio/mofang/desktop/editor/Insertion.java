package studio.mofang.desktop.editor;

import java.util.regex.Pattern;

/// A block of Markdown that goes into a text: where, with the line breaks that keep it a block of its own, and where
/// the caret stands afterwards.
record Insertion(int at, String text, int caret) {
    private static final Pattern TITLE = Pattern.compile("\\A\\s*# [^\\n]*\\n?");

    /// At the caret, but never above the heading that is the text's title.
    static Insertion of(String text, int caret, String block) {
        var title = TITLE.matcher(text);
        var at = title.find() ? Math.max(caret, title.end()) : caret;
        var before = before(text.substring(0, at));
        var after = after(text.substring(at));
        var whole = before + block + after;
        return new Insertion(at, whole, at + whole.length());
    }

    String in(String text) {
        return text.substring(0, at) + this.text + text.substring(at);
    }

    private static String before(String text) {
        if (text.isBlank() || text.endsWith("\n\n")) {
            return "";
        }
        return text.endsWith("\n") ? "\n" : "\n\n";
    }

    private static String after(String text) {
        if (text.startsWith("\n\n")) {
            return "";
        }
        return text.startsWith("\n") ? "\n" : "\n\n";
    }
}

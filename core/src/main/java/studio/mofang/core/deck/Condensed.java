package studio.mofang.core.deck;

/// The point of a paragraph: its first sentence, or as much of that as a slide can bear.
final class Condensed {
    private static final String SENTENCE_END = "(?<=[。！？!?])";
    private static final String PAUSES = "，；、,;：:";

    private Condensed() {}

    static String of(String paragraph, int longest) {
        if (paragraph.length() <= longest) {
            return paragraph.replaceFirst("[。]$", "");
        }
        var first = paragraph.split(SENTENCE_END, 2)[0].strip();
        if (first.length() <= longest + 1) {
            return first.replaceFirst("[。]$", "");
        }
        int pause = longest;
        while (pause > longest / 3 && PAUSES.indexOf(first.charAt(pause)) < 0) {
            pause--;
        }
        return pause > longest / 3 ? first.substring(0, pause) : first.substring(0, longest - 1) + "…";
    }
}

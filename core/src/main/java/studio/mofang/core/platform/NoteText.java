package studio.mofang.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.mofang.core.content.AiLabel;

/// The text of a 小红书 note: plain words with air between the blocks, the AI label first, the tags last.
///
/// @param abridged the article is longer than a note may be; the cards carry the whole
record NoteText(String words, boolean abridged) {
    static final int MOST = 1000;
    private static final String REST = "（全文见图）";

    static NoteText of(Article article, Wish wish) {
        var label = article.label() == null ? "" : AiLabel.VISIBLE;
        var tags = Topics.line(Topics.of(article.tags()));
        if (wish.text() != null) {
            return new NoteText(joined(label, wish.text().strip(), tags), false);
        }
        var blocks = PlainBlocks.of(article.document());
        var whole = joined(label, String.join("\n\n", blocks), tags);
        if (length(whole) <= MOST || blocks.isEmpty()) {
            return new NoteText(whole, false);
        }
        boolean cards = Optional.ofNullable(wish.cards()).orElse(true);
        return cards
                ? new NoteText(joined(label, beginning(blocks, label, tags), tags), true)
                : new NoteText(whole, false);
    }

    /// As many whole blocks as fit; where not even the first does, its sentences.
    private static String beginning(List<String> blocks, String label, String tags) {
        var room = MOST - length(joined(label, REST, tags)) - 4;
        var kept = new ArrayList<String>();
        for (var block : blocks) {
            room -= length(block) + 2;
            if (room < 0) {
                break;
            }
            kept.add(block);
        }
        if (kept.isEmpty()) {
            kept.add(sentences(blocks.getFirst(), Math.max(0, room + length(blocks.getFirst()))));
        }
        kept.add(REST);
        return String.join("\n\n", kept);
    }

    private static String sentences(String block, int most) {
        var cut = block.substring(0, block.offsetByCodePoints(0, Math.min(most, length(block))));
        var end = Math.max(cut.lastIndexOf('。'), Math.max(cut.lastIndexOf('！'), cut.lastIndexOf('？')));
        return end > 0 ? cut.substring(0, end + 1) : cut;
    }

    private static String joined(String... parts) {
        var kept = new ArrayList<String>();
        for (var part : parts) {
            if (!part.isBlank()) {
                kept.add(part);
            }
        }
        return String.join("\n\n", kept);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

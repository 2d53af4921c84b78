package studio.mofang.core.card;

import java.util.ArrayList;
import java.util.List;
import studio.mofang.core.card.CardPage.Box;
import studio.mofang.core.card.CardPage.Ink;
import studio.mofang.core.card.CardPage.Words;
import studio.mofang.core.content.PictureMark;
import studio.mofang.core.platform.Article;

/// Lays an article out on cards: one for the title, then the text, at the largest size at which it fits on
/// eighteen. A longer one becomes more cards than that, for the rules to complain about.
public final class CardDeck {
    /// 小红书 takes as many pictures.
    public static final int MOST = 18;

    private static final int MOST_SET = 30_000;
    private static final double[] SIZES = {46, 43, 41, 36};
    private static final double TOP = 132;
    private static final double BOTTOM = CardPage.HEIGHT - 200.0;
    private static final double FOOT = CardPage.HEIGHT - 84.0;

    private static final Face LABEL = Face.plain(PictureMark.fontSize(CardPage.WIDTH));

    private static final Face FOLIO = Face.plain(34);

    private CardDeck() {}

    public static List<CardPage> of(Article article, CardFonts fonts) {
        var blocks = enough(Blocks.of(article.document()));
        var pages = fitting(blocks, fonts);
        var cards = new ArrayList<CardPage>();
        boolean labelled = article.label() != null;
        cards.add(TitleCard.of(article, fonts, labelled ? List.of(label(Ink.COVER)) : List.of()));
        for (var at = 0; at < pages.size(); at++) {
            cards.add(card(pages.get(at), folio(at + 2, pages.size() + 1, fonts), labelled));
        }
        return List.copyOf(cards);
    }

    /// At the largest size that fits and leaves no lonely lines on a last card; else at the largest that fits.
    private static List<List<Row>> fitting(List<Block> blocks, CardFonts fonts) {
        var pages = List.<List<Row>>of();
        for (var size : SIZES) {
            var tried = pages(Rows.of(blocks, fonts, size));
            boolean fits = tried.size() + 1 <= MOST;
            if (pages.isEmpty() || fits && pages.size() + 1 > MOST || tried.size() < pages.size()) {
                pages = tried;
            }
            if (fits && !lonely(pages)) {
                break;
            }
        }
        return pages;
    }

    private static boolean lonely(List<List<Row>> pages) {
        var last = pages.isEmpty() ? List.<Row>of() : pages.getLast();
        return pages.size() > 1 && last.stream().mapToDouble(Row::whole).sum() < (BOTTOM - TOP) * 0.2;
    }

    /// No more than what overflows eighteen cards for certain; a book need not be set to know that it does not fit.
    private static List<Block> enough(List<Block> blocks) {
        var kept = new ArrayList<Block>();
        var left = MOST_SET;
        for (var block : blocks) {
            var text = block.text().substring(0, Math.min(left, block.text().length()));
            kept.add(new Block(block.kind(), text, block.mark(), block.depth()));
            left -= text.length();
            if (left <= 0) {
                break;
            }
        }
        return kept;
    }

    private static List<List<Row>> pages(List<Row> rows) {
        var pages = new ArrayList<List<Row>>();
        var page = new ArrayList<Row>();
        var used = 0.0;
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            var needed = together(rows, at);
            if (!page.isEmpty() && used + needed > BOTTOM - TOP) {
                pages.add(List.copyOf(page));
                page.clear();
                used = 0;
            }
            if (!page.isEmpty() || !row.divides()) {
                used += page.isEmpty() ? row.height() : row.whole();
                page.add(row);
            }
        }
        if (!page.isEmpty()) {
            pages.add(List.copyOf(page));
        }
        return pages;
    }

    /// The height of a row with those it must not be parted from.
    private static double together(List<Row> rows, int from) {
        var height = 0.0;
        for (var at = from; at < Math.min(rows.size(), from + 5); at++) {
            height += rows.get(at).whole();
            if (!rows.get(at).keeps()) {
                break;
            }
        }
        return height;
    }

    private static CardPage card(List<Row> rows, Words folio, boolean labelled) {
        var boxes = new ArrayList<Box>();
        var words = new ArrayList<Words>();
        var y = TOP;
        for (var row : rows) {
            y += row == rows.getFirst() ? 0 : row.before();
            for (var box : row.boxes()) {
                boxes.add(box.lower(y));
            }
            for (var line : row.words()) {
                words.add(line.lower(y));
            }
            y += row.height();
        }
        words.add(folio);
        if (labelled) {
            words.add(label(Ink.QUIET));
        }
        return new CardPage(false, boxes, words);
    }

    private static Words folio(int number, int of, CardFonts fonts) {
        var text = number + " / " + of;
        var x = CardPage.WIDTH - Rows.LEFT - fonts.width(text, FOLIO);
        return new Words(text, FOLIO, x, FOOT, 0, Ink.QUIET);
    }

    private static Words label(Ink ink) {
        return new Words(PictureMark.WORDS, LABEL, Rows.LEFT, FOOT, 0, ink);
    }
}

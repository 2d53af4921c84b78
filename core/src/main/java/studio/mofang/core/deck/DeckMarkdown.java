package studio.mofang.core.deck;

import java.util.List;
import java.util.stream.Collectors;
import studio.mofang.core.deck.Slide.Card;

/// A deck as Markdown: what the gallery keeps of it, finds it by, and can make it anew from.
public final class DeckMarkdown {
    static final String NOTES = "备注：";

    private final StringBuilder page = new StringBuilder();
    private boolean sectioned;

    private DeckMarkdown() {}

    public static String of(Deck deck) {
        var markdown = new DeckMarkdown();
        markdown.block("# " + line(deck.title()));
        deck.slides().forEach(markdown::slide);
        return markdown.page.toString().strip() + "\n";
    }

    /// What slides say, without a heading above them all.
    static String words(List<Slide> slides) {
        var markdown = new DeckMarkdown();
        slides.forEach(markdown::slide);
        return markdown.page.toString().strip();
    }

    private void slide(Slide slide) {
        switch (slide) {
            case Slide.Cover cover -> block(line(cover.subtitle()));
            case Slide.Contents _ -> {
                return;
            }
            case Slide.Section section -> {
                sectioned = true;
                block("## " + line(section.title()));
                block(line(section.lead()));
            }
            case Slide.Content content -> {
                head(content);
                block(bullets(content.bullets()));
            }
            case Slide.Cards cards -> {
                head(cards);
                block(cards.cards().stream().map(DeckMarkdown::card).collect(Collectors.joining("\n")));
            }
            case Slide.TwoColumns columns -> {
                head(columns);
                side(columns.left());
                side(columns.right());
            }
            case Slide.Table table -> {
                head(table);
                block(table(table.grid()));
            }
            case Slide.Chart chart -> chart(chart);
            case Slide.Picture picture -> {
                head(picture);
                block("![" + oneLine(picture.caption()).replace('[', '(').replace(']', ')') + "](" + picture.reference()
                        + ")");
            }
            case Slide.Quote quote ->
                block("> " + line(quote.text())
                        + (quote.source().isBlank() ? "" : "\n>\n> —— " + line(quote.source())));
            case Slide.Closing closing -> {
                block("## " + line(closing.title()));
                block(String.join(
                        "\n\n", closing.lines().stream().map(DeckMarkdown::line).toList()));
            }
        }
        notes(slide.notes());
    }

    private void head(Slide slide) {
        block((sectioned ? "### " : "## ") + line(slide.title()));
    }

    private void side(Card card) {
        block("#### " + line(card.head()));
        block(bullets(card.lines()));
    }

    private void chart(Slide.Chart chart) {
        head(chart);
        var unit = chart.figures().unit();
        block("图表：" + chart.figures().kind().label() + (unit.isBlank() ? "" : "（单位：" + line(unit) + "）"));
        block(table(chart.figures().grid()));
        block(bullets(chart.takeaway()));
    }

    private void notes(String notes) {
        if (!notes.isBlank()) {
            block(notes.lines()
                    .filter(text -> !text.isBlank())
                    .map(text -> NOTES + text.strip())
                    .collect(Collectors.joining("\n\n")));
        }
    }

    private static String card(Card card) {
        var below = card.lines().stream()
                .map(bullet -> new Bullet(bullet.level() + 1, bullet.text()))
                .toList();
        return "- " + line(card.head()) + (below.isEmpty() ? "" : "\n" + bullets(below));
    }

    private static String bullets(List<Bullet> bullets) {
        return bullets.stream()
                .map(bullet -> "  ".repeat(bullet.level()) + "- " + line(bullet.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String table(Grid grid) {
        return row(grid.head()) + "\n"
                + row(grid.head().stream().map(_ -> "---").toList()) + "\n"
                + grid.rows().stream().map(DeckMarkdown::row).collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> oneLine(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /// One line, in which nothing at the beginning makes it another kind of block.
    private static String line(String text) {
        return oneLine(text).replaceFirst("^([#>*+\\-|])", "\\\\$1").replaceFirst("^(\\d{1,9})([.)] )", "$1\\\\$2");
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private void block(String text) {
        if (!text.isBlank()) {
            page.append(text).append("\n\n");
        }
    }
}

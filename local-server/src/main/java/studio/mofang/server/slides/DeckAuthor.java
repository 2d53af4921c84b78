package studio.mofang.server.slides;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import studio.mofang.core.deck.DeckMarkdown;
import studio.mofang.core.deck.DeckPrompt;
import studio.mofang.core.deck.DeckReader;
import studio.mofang.core.writing.Prompt;
import studio.mofang.server.generation.GenerationService;
import studio.mofang.server.model.Cancellation;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.TextModel;
import studio.mofang.server.model.Written;

/// Gets a deck out of a model. An answer that is no deck, whatever is forgiven it, is asked for once more.
final class DeckAuthor {
    private final Commission commission;
    private final Cancellation cancellation;

    DeckAuthor(Commission commission, Cancellation cancellation) {
        this.commission = commission;
        this.cancellation = cancellation;
    }

    /// Hands on each slide's title as it is written. Throws ModelFailure.
    Draft draft(Optional<TextModel> model, Consumer<String> onTitle) {
        if (model.isEmpty()) {
            var deck = commission.composed();
            return new Draft(deck, new Written(DeckMarkdown.of(deck), "stop", null, null));
        }
        var prompt = commission.prompt();
        return asked(model.get(), prompt, onTitle)
                .or(() -> asked(model.get(), DeckPrompt.again(prompt), onTitle))
                .orElseThrow(() -> new ModelFailure(Kind.MALFORMED, "two answers that are no deck"));
    }

    private Optional<Draft> asked(TextModel model, Prompt prompt, Consumer<String> onTitle) {
        var titles = new Titles(onTitle);
        var order = new TextModel.Order(prompt, GenerationService.DEADLINE.dividedBy(2));
        var written = model.write(order, titles::add, cancellation);
        return DeckReader.read(written.text(), commission.topic()).map(deck -> new Draft(deck, written));
    }

    /// Picks the titles out of JSON that is still being written.
    private static final class Titles {
        private static final Pattern TITLE = Pattern.compile("\"title\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,200})\"");

        private final StringBuilder text = new StringBuilder();
        private final Consumer<String> onTitle;

        Titles(Consumer<String> onTitle) {
            this.onTitle = onTitle;
        }

        void add(String piece) {
            text.append(piece);
            var found = TITLE.matcher(text);
            int end = 0;
            while (found.find()) {
                onTitle.accept(found.group(1));
                end = found.end();
            }
            text.delete(0, end);
        }
    }
}

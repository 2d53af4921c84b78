package studio.mofang.core.writing;

import java.util.HashMap;
import java.util.List;
import studio.mofang.core.Creations;

/// One of the fourteen writing tools: what it asks, what is wrong with an answer, and the prompt or draft made from it.
public final class WritingTool {
    /// The field of the tools that work on a given text. Where it is missing the requirements are taken as the text, so
    /// that clients written to the contract's common fields can use these tools too.
    static final String SOURCE = "source_text";

    private final ToolCard card;
    private final Genre genre;

    WritingTool(ToolCard card, Genre genre) {
        this.card = card;
        this.genre = genre;
    }

    public ToolCard card() {
        return card;
    }

    public String type() {
        return card.type();
    }

    public String name() {
        return card.name();
    }

    public int creditsCost() {
        return card.creditsCost();
    }

    public List<FormField> fields() {
        return card.fields();
    }

    /// As the API lists it, in Chinese.
    public Creations.Tool wire() {
        return new Creations.Tool(
                type(),
                name(),
                card.description(),
                creditsCost(),
                fields().stream().map(FormField::wire).toList());
    }

    /// Every breach of the form, in its order; empty when the brief can be written.
    public List<FieldError> errors(WritingBrief brief) {
        return new BriefCheck(card).errors(brief);
    }

    /// What a model is given for a brief without errors.
    public Prompt prompt(WritingBrief brief) {
        return new PromptWriter(draft(brief)).prompt();
    }

    Draft draft(WritingBrief brief) {
        var completed = completed(brief);
        var words = new Words(card, completed);
        return new Draft(card, genre, completed, words, Outline.of(genre, completed, words));
    }

    /// The brief with defaults filled in, choices by value, unknown fields dropped, and its source in one place.
    private WritingBrief completed(WritingBrief brief) {
        var fields = new HashMap<String, String>();
        card.fields().forEach(field -> fields.put(field.name(), field.canonical(brief.field(field.name()))));
        if (!card.needsSource() || !brief.field(SOURCE).isBlank()) {
            return brief.with(brief.requirements(), fields);
        }
        fields.put(SOURCE, brief.requirements());
        return brief.with("", fields);
    }
}

package studio.mofang.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of chapter 6: decks of slides.
public interface Slides {
    /// What a deck is asked for. The first three fields are the contract's. `theme` is a built-in one,
    /// `templateId` the media id of a company's own .pptx instead. `creationId` (one of the user's texts)
    /// or `markdown` is the article the deck is made from. `slideCount` is about how many are wanted.
    /// `offline` asks for a deck composed without any model, and then no model may be named.
    record Request(
            @Nullable String topic,
            @Nullable List<String> outline,
            @Nullable Long modelId,
            @Nullable String theme,
            @Nullable UUID templateId,
            @Nullable Long creationId,
            @Nullable String markdown,
            @Nullable Integer slideCount,
            @Nullable Boolean offline) {
        /// The contract's three fields alone.
        public Request(String topic, List<String> outline, @Nullable Long modelId) {
            this(topic, outline, modelId, null, null, null, null, null, null);
        }
    }

    /// The documented answer, and what else there is to tell of a deck. `pptId` is the id of its creation;
    /// the addresses prove themselves and are good for a day, `pictures` show the slides in order.
    /// `provider` is dashscope, openai, … or offline; `aiText` tells that the words are a model's, also where
    /// none laid them out. Where a deck was too long, `condensedSlides` of its slides became points of others,
    /// in whose notes they stand whole; `excerpted` tells that of each section of the article the model was
    /// given the beginning alone; `picturesLeftOut` of its pictures are on no slide. All three are told when a
    /// deck is made, and not kept.
    record Deck(
            long pptId,
            String downloadUrl,
            long creditsUsed,
            UUID uuid,
            UUID fileId,
            String title,
            String theme,
            List<String> pictures,
            String provider,
            String modelName,
            boolean aiText,
            int condensedSlides,
            boolean excerpted,
            int picturesLeftOut) {
        public Deck {
            pictures = List.copyOf(pictures);
        }
    }

    /// A built-in theme; colours are six hexadecimal digits.
    record Theme(String id, String name, String englishName, String ground, String text, List<String> accents) {
        public Theme {
            accents = List.copyOf(accents);
        }
    }
}

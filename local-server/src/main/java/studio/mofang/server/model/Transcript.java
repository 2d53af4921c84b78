package studio.mofang.server.model;

import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What has come of a text so far, from whichever provider.
final class Transcript {
    /// The words with which providers say that their filter ended a text.
    private static final Set<String> FILTERED = Set.of("content_filter", "sensitive", "content_filtered");

    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> onText;
    private @Nullable String finishReason;
    private @Nullable Integer inputTokens;
    private @Nullable Integer outputTokens;
    private boolean ended;

    Transcript(Consumer<String> onText) {
        this.onText = onText;
    }

    void add(String piece) {
        if (!piece.isEmpty()) {
            text.append(piece);
            onText.accept(piece);
        }
    }

    /// DashScope says "null" in a string until the end.
    void finish(@Nullable String reason) {
        if (reason != null && !reason.isEmpty() && !reason.equals("null")) {
            finishReason = reason;
            ended = true;
        }
    }

    void usage(@Nullable Integer input, @Nullable Integer output) {
        inputTokens = input;
        outputTokens = output;
    }

    /// The provider has said that nothing more comes.
    void end() {
        ended = true;
    }

    /// The whole text; a stream that stopped without a word of its end is a failure, not a short text.
    Written written() {
        if (finishReason != null && FILTERED.contains(finishReason)) {
            throw new ModelFailure(ModelFailure.Kind.REJECTED, "finish reason " + finishReason);
        }
        if (!ended) {
            throw new ModelFailure(ModelFailure.Kind.CUT, "no end after " + text.length() + " characters");
        }
        if (text.toString().isBlank()) {
            throw new ModelFailure(ModelFailure.Kind.EMPTY, "finish reason " + finishReason);
        }
        return new Written(text.toString(), finishReason, inputTokens, outputTokens);
    }
}

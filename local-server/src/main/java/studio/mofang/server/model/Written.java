package studio.mofang.server.model;

import org.jspecify.annotations.Nullable;

/// A finished text. `finishReason` is the provider's word; the counts of tokens are absent where it does not tell.
public record Written(
        String text,
        @Nullable String finishReason,
        @Nullable Integer inputTokens,
        @Nullable Integer outputTokens) {
    /// Whether the text ends where the model's limit of length was, and not where the model wanted to end.
    public boolean cutByLength() {
        return "length".equals(finishReason) || "max_tokens".equals(finishReason);
    }
}

package studio.mofang.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of chapter 4: a picture from a prompt.
public interface Images {
    /// `size` is width x height in pixels, 1024x1024 where absent. `offline` asks for a cover card drawn
    /// without any model, and then no model may be named; `look` asks for another one from the same words.
    record Request(
            @Nullable String prompt,
            @Nullable String size,
            @Nullable Long modelId,
            @Nullable String negativePrompt,
            @Nullable Boolean offline,
            @Nullable Integer look) {
        public Request(@Nullable String prompt, @Nullable String size, @Nullable Long modelId) {
            this(prompt, size, modelId, null, null, null);
        }
    }

    /// The documented answer, with where the picture lies and who made it: `provider` is dashscope, openai,
    /// … or offline. `imageUrl` is good for a day; `mediaId` for good.
    record Generated(
            String imageUrl,
            long creditsUsed,
            long creationId,
            UUID uuid,
            UUID mediaId,
            int width,
            int height,
            String provider,
            String modelName) {}
}

package studio.mofang.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of chapter 10: which models there are, what they cost, and how they are reached.
public interface AiModels {
    /// `kind` is text, image, video or slides. `keyHint` shows the last four characters of a stored key, never more.
    /// `ownKey` tells that the creator pays the provider, so that a generation costs no credits. `coverSizes` are
    /// those of the platforms' covers that a model draws, as widthxheight, or the nearest in the same shape. It is
    /// empty for one that draws no pictures.
    record Model(
            long id,
            String name,
            String provider,
            String modelName,
            String kind,
            boolean isActive,
            int creditsCost,
            @Nullable String apiBase,
            boolean hasKey,
            @Nullable String keyHint,
            boolean ownKey,
            Map<String, Object> config,
            List<String> coverSizes) {
        public Model {
            coverSizes = List.copyOf(coverSizes);
        }
    }

    /// What is sent to add or to change a model; on a change an absent field keeps its value.
    record Draft(
            @Nullable String name,
            @Nullable String provider,
            @Nullable String modelName,
            @Nullable String kind,
            @Nullable String apiKey,
            @Nullable String apiBase,
            @Nullable Map<String, Object> config,
            @Nullable Integer creditsCost,
            @Nullable Boolean isActive) {}

    /// The outcome of a short real call to the provider. `reason` is a word for why it failed.
    record Probe(boolean ok, String message, @Nullable String reason, long millis) {}
}

package studio.mofang.server.generation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.web.RequestKey;

/// What is about to be made, by which model, and for how many credits where the user is no member. `description` is the
/// line of the ledger; `key` is the client's `Idempotency-Key`, where there is one.
public record Assignment(
        long userId,
        String kind,
        String toolType,
        Maker maker,
        String prompt,
        int credits,
        String description,
        Optional<RequestKey> key) {
    /// Who makes it. Without `modelId` no model of the list does.
    public record Maker(@Nullable Long modelId, String provider, String modelName) {}
}

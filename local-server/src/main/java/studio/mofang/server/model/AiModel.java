package studio.mofang.server.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of `ai_model`. `key` is sealed.
record AiModel(
        long id,
        Facts facts,
        byte @Nullable [] key,
        @Nullable String keyHint,
        @Nullable Long ownerId) {
    static final String TEXT = "text";

    /// What an admin says of a model.
    record Facts(
            String name,
            String provider,
            String modelName,
            String kind,
            boolean active,
            int creditsCost,
            @Nullable String apiBase,
            Map<String, Object> config) {
        Facts {
            config = Map.copyOf(config);
        }

        /// Whether an admin has allowed this entry to reach this machine or its network.
        boolean allowsLocal() {
            return Boolean.TRUE.equals(config.get("allow_local"));
        }
    }

    boolean hasKey() {
        return key != null;
    }

    String keyPlace() {
        return keyPlace(id);
    }

    static String keyPlace(long id) {
        return "ai_model|" + id + "|api_key";
    }
}

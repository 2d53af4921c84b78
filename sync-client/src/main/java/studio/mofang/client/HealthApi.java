package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import studio.mofang.core.Health;

/// Whether the server serves.
public final class HealthApi {
    private final ApiClient client;

    public HealthApi(ApiClient client) {
        this.client = client;
    }

    public Health health() throws ApiException {
        return client.get("health", Map.of(), new TypeReference<>() {});
    }
}

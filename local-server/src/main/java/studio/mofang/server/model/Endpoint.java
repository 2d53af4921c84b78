package studio.mofang.server.model;

import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Everything a call to one model needs. `http` reaches as far as this entry is allowed to.
public record Endpoint(
        Provider provider,
        String modelName,
        HttpUrl base,
        @Nullable String key,
        Map<String, Object> config,
        OkHttpClient http) {
    private static final String HIDDEN = "***";

    public Endpoint {
        config = Map.copyOf(config);
    }

    /// The contract's DashScope protocol, save where the address is that of its OpenAI-compatible twin.
    public boolean dashscope() {
        return dashscope(provider, base);
    }

    static boolean dashscope(Provider provider, HttpUrl base) {
        return provider.dashscope() && !base.encodedPath().contains("compatible-mode");
    }

    /// A setting of the model's config, where it has the wanted type.
    <T> Optional<T> setting(String name, Class<T> type) {
        return Optional.ofNullable(config.get(name)).filter(type::isInstance).map(type::cast);
    }

    Optional<Double> decimal(String name) {
        return setting(name, Number.class).map(Number::doubleValue);
    }

    Optional<Integer> whole(String name) {
        return setting(name, Number.class).map(Number::intValue);
    }

    /// A provider's own words without the key, which some providers repeat in them.
    String redacted(String words) {
        return key == null || key.isEmpty() ? words : words.replace(key, HIDDEN);
    }

    @Override
    public String toString() {
        return "Endpoint[" + provider.name() + " " + modelName + " at " + base + "]";
    }
}

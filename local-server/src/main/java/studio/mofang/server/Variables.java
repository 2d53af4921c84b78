package studio.mofang.server;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the environment says, for the flags that are not given and for what only it may say. A blank variable is an
/// absent one: container files that leave a value open write it so.
final class Variables implements IDefaultValueProvider {
    private static final Map<String, String> OF_FLAGS = Map.ofEntries(
            Map.entry("--port", "MOFANG_PORT"),
            Map.entry("--bind", "MOFANG_BIND"),
            Map.entry("--data-dir", "MOFANG_DATA_DIR"),
            Map.entry("--public-url", "MOFANG_PUBLIC_URL"),
            Map.entry("--database-url", "MOFANG_DATABASE_URL"),
            Map.entry("--media-url", "MOFANG_MEDIA_URL"),
            Map.entry("--media-region", "MOFANG_MEDIA_REGION"),
            Map.entry("--rate-limits", "MOFANG_RATE_LIMITS"),
            Map.entry("--trusted-proxies", "MOFANG_TRUSTED_PROXIES"),
            Map.entry("--sandbox-payments", "MOFANG_SANDBOX_PAYMENTS"),
            Map.entry("--payments-file", "MOFANG_PAYMENTS_FILE"),
            Map.entry("--dashscope-base-url", "DASHSCOPE_BASE_URL"));

    private final Function<String, @Nullable String> environment;

    Variables(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    @Nullable
    String of(String name) {
        var given = environment.apply(name);
        return given == null || given.isBlank() ? null : given;
    }

    /// Null leaves the default that the flag itself has.
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        var name = argument instanceof OptionSpec option ? OF_FLAGS.get(option.longestName()) : null;
        return name == null ? null : of(name);
    }
}

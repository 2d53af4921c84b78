package studio.mofang.desktop;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the command line asked for.
sealed interface Launch {
    /// The studio, on the data in `dataFolder`.
    record Studio(Path dataFolder) implements Launch {}

    record Help() implements Launch {}

    record Invalid(String complaint) implements Launch {}

    String USAGE = """
            墨坊 Mofang Studio

            --data-dir DIR   where creations, settings and the database lie
                             (or MOFANG_DATA_DIR; default: this system's folder for application data)
            --help           this page

            The key that seals API keys and accounts lies in the keychain of this system; with the
            environment variable MOFANG_KEYCHAIN=off in vault.key of the data folder. A backup is
            complete only together with that key: settings, "密钥保管", writes a copy of it.
            """;

    static Launch of(String[] arguments, Map<String, String> environment) {
        @Nullable Path folder = null;
        for (var i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            if (argument.equals("--help") || argument.equals("-h")) {
                return new Help();
            }
            var value = value(arguments, i);
            if (!argument.startsWith("--data-dir") || value == null || value.isBlank()) {
                return new Invalid("不认识的参数：" + argument + "（--help 查看用法）");
            }
            folder = Path.of(value);
            i += argument.contains("=") ? 0 : 1;
        }
        return new Studio(folder != null ? folder.toAbsolutePath() : standardFolder(environment));
    }

    private static @Nullable String value(String[] arguments, int i) {
        if (arguments[i].startsWith("--data-dir=")) {
            return arguments[i].substring("--data-dir=".length());
        }
        return arguments[i].equals("--data-dir") && i + 1 < arguments.length ? arguments[i + 1] : null;
    }

    private static Path standardFolder(Map<String, String> environment) {
        var wanted = environment.getOrDefault("MOFANG_DATA_DIR", "");
        return wanted.isBlank()
                ? standardFolder(
                        System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                        Path.of(System.getProperty("user.home", ".")),
                        environment)
                : Path.of(wanted).toAbsolutePath();
    }

    /// Linux: https://specifications.freedesktop.org/basedir-spec/latest/
    static Path standardFolder(String system, Path home, Map<String, String> environment) {
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Mofang");
        }
        if (system.contains("windows")) {
            var roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("Mofang");
        }
        var shared = environment.getOrDefault("XDG_DATA_HOME", "");
        return (shared.startsWith("/") ? Path.of(shared) : home.resolve(".local/share")).resolve("mofang");
    }
}

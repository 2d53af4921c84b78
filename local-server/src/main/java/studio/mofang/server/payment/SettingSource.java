package studio.mofang.server.payment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.StartRefused;

/// A setting by name: the environment's, else the file's; either may name a file that holds it by `NAME_FILE`.
final class SettingSource {
    private final Function<String, @Nullable String> environment;
    private final Properties properties;
    private final @Nullable Path file;

    /// Paths in `properties` count from the folder of `file`, which they came from.
    SettingSource(Function<String, @Nullable String> environment, Properties properties, @Nullable Path file) {
        this.environment = environment;
        this.properties = properties;
        this.file = file;
    }

    @Nullable
    String text(String name) {
        var first = present(environment.apply(name), environment.apply(name + "_FILE"), Path.of(""));
        return first != null ? first : present(property(name), property(name + "_FILE"), folder());
    }

    private @Nullable String property(String name) {
        return properties.getProperty(name);
    }

    private Path folder() {
        var folder = file == null ? null : file.toAbsolutePath().getParent();
        return folder == null ? Path.of("") : folder;
    }

    private static @Nullable String present(@Nullable String text, @Nullable String path, Path folder) {
        if (text != null && !text.isBlank()) {
            return text.strip();
        }
        return path == null || path.isBlank() ? null : content(folder.resolve(path.strip()));
    }

    private static String content(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new StartRefused("无法读取收款配置指向的文件 " + path, e);
        }
    }
}

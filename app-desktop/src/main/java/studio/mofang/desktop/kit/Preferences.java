package studio.mofang.desktop.kit;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/// What the studio remembers about its user's taste, in a small file of the data folder. Losing it loses no work, so a
/// file that cannot be read counts as empty.
public final class Preferences {
    private final Path file;
    private final Properties kept = new Properties();

    public Preferences(Path dataFolder) {
        this.file = dataFolder.resolve("desktop.properties");
        load();
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(kept.getProperty(name));
    }

    public OptionalLong number(String name) {
        try {
            var text = kept.getProperty(name);
            return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// Kept at once, so that a kill forgets nothing.
    public synchronized void keep(String name, Object value) {
        if (!value.toString().equals(kept.setProperty(name, value.toString()))) {
            store();
        }
    }

    public synchronized void forget(String name) {
        if (kept.remove(name) != null) {
            store();
        }
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LoggerFactory.getLogger(Preferences.class)
                    .warn("the preferences in {} cannot be read; starting with none", file, e);
        }
    }

    private void store() {
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            try (var writer = Files.newBufferedWriter(next)) {
                kept.store(writer, null);
            }
            Files.move(next, file, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the preferences cannot be written to " + file, e);
        }
    }
}

package studio.mofang.desktop.kit;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the studio asks of the desktop around it. Headless there is no such desktop, so tests answer
/// instead.
public interface Outside {
    /// Where to save; absent when the person changed their mind. `name` is a proposal with its extension.
    Optional<Path> fileToSave(String name);

    /// Which file to read, of those whose names end with one of `extensions`; absent when the person changed their
    /// mind.
    default Optional<Path> fileToOpen(String... extensions) {
        return Optional.empty();
    }

    /// Opens a page or a folder with the program that the person uses for it.
    void open(URI address);
}

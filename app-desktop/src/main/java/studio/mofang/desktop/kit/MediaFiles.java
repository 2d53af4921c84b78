package studio.mofang.desktop.kit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/// Files of the media store, as a whole: saved where the person wants them, and opened by the programs of this machine.
public final class MediaFiles {
    private final Background background;
    private final Backend backend;

    public MediaFiles(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    public void save(UUID id, Path target, Consumer<Path> onSuccess, Consumer<Exception> onFailure) {
        background.run(() -> Files.write(target, content(id)), onSuccess, onFailure);
    }

    /// Where any program of this machine can read the file for a day.
    public void address(UUID id, Consumer<URI> onSuccess, Consumer<Exception> onFailure) {
        background.run(() -> URI.create(backend.api().media().item(id).url()), onSuccess, onFailure);
    }

    private byte[] content(UUID id) throws Exception {
        var media = backend.api().media();
        return media.content(media.item(id));
    }
}

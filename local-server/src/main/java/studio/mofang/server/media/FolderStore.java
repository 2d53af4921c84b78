package studio.mofang.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Media in a folder beside the database: each is whole on the disk before it gets its name.
final class FolderStore implements MediaStore {
    private static final boolean FOLDERS_CAN_BE_FORCED =
            !System.getProperty("os.name", "").startsWith("Windows");

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(UUID id, Intake intake, MediaType type) throws IOException {
        var target = path(id);
        var folder = target.resolveSibling(".");
        Files.createDirectories(folder);
        force(intake.file(), StandardOpenOption.WRITE);
        Files.move(intake.file(), target, StandardCopyOption.ATOMIC_MOVE);
        if (FOLDERS_CAN_BE_FORCED) {
            force(folder, StandardOpenOption.READ);
            force(root, StandardOpenOption.READ);
        }
    }

    @Override
    public InputStream open(UUID id, long offset, long length) throws IOException {
        var channel = Files.newByteChannel(path(id), StandardOpenOption.READ);
        channel.position(offset);
        return new BoundedStream(Channels.newInputStream(channel), length);
    }

    @Override
    public void delete(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    private Path path(UUID id) {
        return root.resolve(MediaStore.name(id));
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}

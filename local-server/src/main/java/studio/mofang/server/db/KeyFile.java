package studio.mofang.server.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// A data key in a file that only its owner may read: `vault.key` beside the data, or a copy for safekeeping.
record KeyFile(Path path) {
    private static final long LONGEST = 1 << 16;

    static KeyFile beside(Path dataDir) {
        return new KeyFile(dataDir.resolve("vault.key"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /// Empty for a file that holds something else.
    Optional<DataKey> read() throws IOException {
        if (Files.size(path) > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(DataKey.of(Files.readString(path)));
        } catch (GeneralSecurityException | MalformedInputException _) {
            return Optional.empty();
        }
    }

    /// Whole and on the disk, or not at all. What was there before is replaced.
    void write(DataKey key) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (posix()) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(key.text().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        if (posix()) {
            try (var folder = FileChannel.open(fresh.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /// Out of the way of another key, under a name that is still free.
    void setAside() throws IOException {
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        Files.move(path, aside(number));
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Path aside(int number) {
        return path.resolveSibling(path.getFileName() + ".old-" + number);
    }
}

package studio.mofang.server.video;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where videos are put together: a folder for each, which is gone once the video is kept. What a dead
/// process left is removed when nothing has been written to it for hours.
final class Workplaces {
    private static final Logger log = LoggerFactory.getLogger(Workplaces.class);
    private static final Duration QUIET = Duration.ofHours(2);
    private static final String PREFIX = "video-";

    private final Path folder;
    private final InstantSource clock;

    Workplaces(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// A folder for one video; closing it removes it.
    record Workplace(Path path) implements AutoCloseable {
        Path file(String name) {
            return path.resolve(name);
        }

        @Override
        public void close() throws IOException {
            remove(path);
        }
    }

    Workplace open() throws IOException {
        Files.createDirectories(folder);
        return new Workplace(Files.createTempDirectory(folder, PREFIX));
    }

    void sweep() {
        var then = clock.instant().minus(QUIET);
        try (var left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var path : left) {
                if (lastWritten(path).isBefore(then)) {
                    remove(path);
                }
            }
        } catch (NoSuchFileException _) {
            // No video has been made here yet, or another sweep was faster.
        } catch (IOException e) {
            log.warn("Folders of dead processes stay in {} for the next sweep", folder, e);
        }
    }

    private static Instant lastWritten(Path path) throws IOException {
        var last = Files.getLastModifiedTime(path).toInstant();
        try (var files = files(path)) {
            for (var file : files) {
                var written = Files.getLastModifiedTime(file).toInstant();
                last = written.isAfter(last) ? written : last;
            }
        }
        return last;
    }

    private static void remove(Path path) throws IOException {
        try (var files = files(path)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }

    private static DirectoryStream<Path> files(Path path) throws IOException {
        return Files.newDirectoryStream(path);
    }
}

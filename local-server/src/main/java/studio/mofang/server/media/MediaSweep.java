package studio.mofang.server.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.db.Database;
import studio.mofang.server.media.MediaRepository.Leftover;

/// Removes objects that nothing refers to: those whose storing was cut short, and those that were deleted. The object
/// goes first and its row last, so that a sweep cut in between is taken up again.
final class MediaSweep {
    private static final Logger log = LoggerFactory.getLogger(MediaSweep.class);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final MediaStore store;
    private final Path incoming;
    private final InstantSource clock;
    private final MediaRepository rows = new MediaRepository();

    MediaSweep(Database database, MediaStore store, Path incoming, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.incoming = incoming;
        this.clock = clock;
    }

    void sweep() {
        var then = clock.instant().minus(PATIENCE);
        for (var leftover : database.read(sql -> rows.storingSinceBefore(sql, then, AT_ONCE))) {
            database.write(tx -> rows.abandoned(tx, leftover));
        }
        remove(database.read(sql -> rows.gone(sql, AT_ONCE)));
        removeParts(then);
    }

    /// What a dead process left half received.
    private void removeParts(Instant then) {
        try (var parts = Files.newDirectoryStream(incoming, "in-*.part")) {
            for (var part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(then)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (NoSuchFileException _) {
            // Nothing has ever come in, or another sweep was faster.
        } catch (IOException e) {
            log.warn("Parts of files stay in {} for the next sweep", incoming, e);
        }
    }

    private void remove(List<Leftover> leftovers) {
        for (var leftover : leftovers) {
            try {
                store.delete(leftover.id());
                database.write(tx -> {
                    rows.forget(tx, leftover);
                    return leftover;
                });
            } catch (IOException e) {
                log.warn("Object {} stays for the next sweep", leftover.id(), e);
            }
        }
    }
}

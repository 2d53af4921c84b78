package studio.mofang.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.h2.tools.Restore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.StartRefused;

/// Copies of an H2 store in `backups/`, taken through the database while it runs, never by copying a live file (rule
/// S7): one a day, seven kept, and one before each upgrade.
public final class Backups {
    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final Duration SETTLED = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int KEPT = 7;
    private static final String STORE = "mofang";

    private final DataSource source;
    private final Path folder;
    private final InstantSource clock;
    private final Instant startedAt;

    public Backups(Database database, Path dataDir, InstantSource clock) {
        this.source = database.source();
        this.folder = dataDir.resolve("backups");
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// Takes the day's copy when it is due, but not while the studio is still opening.
    public void sweep() {
        var now = clock.instant();
        var daily = daily();
        boolean due = daily.isEmpty() || age(daily.getLast(), now).compareTo(DAY) >= 0;
        if (due && now.isAfter(startedAt.plus(SETTLED))) {
            take(source, folder, "daily");
            daily().stream().limit(Math.max(0, daily().size() - KEPT)).forEach(Backups::delete);
        }
    }

    static Path take(DataSource source, Path folder, String occasion) {
        var stamp = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").format(LocalDateTime.now());
        var target = folder.resolve(occasion + "-" + stamp + ".zip");
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("backup to ?")) {
            Files.createDirectories(folder);
            statement.setString(1, target.toString());
            statement.execute();
            log.info("Backed up the store to {}", target);
            return target;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot back up the store to " + target, e);
        }
    }

    /// Puts `backup` in the place of the store, which is kept aside. No server may run on it.
    public static void restore(Path backup, Path dataDir) {
        if (!Files.isRegularFile(backup)) {
            throw new StartRefused("找不到备份文件 " + backup);
        }
        var file = dataDir.resolve(STORE + ".mv.db");
        try {
            if (Files.exists(file)) {
                Files.move(file, dataDir.resolve(REPLACED), StandardCopyOption.REPLACE_EXISTING);
            }
            Restore.execute(backup.toString(), dataDir.toString(), STORE);
            Files.deleteIfExists(dataDir.resolve("running"));
            Files.createFile(dataDir.resolve(RESTORED));
            log.info("Restored {}; what was there before is kept as {}", backup, REPLACED);
        } catch (IOException e) {
            throw new StartRefused("无法从 " + backup + " 恢复:" + e.getMessage(), e);
        }
    }

    /// Not named like the store: H2 would take it for a part of it, and no backup could be written any more.
    static final String REPLACED = "replaced-by-backup.mv.db";

    /// Left by `restore` for the next start: a restored store is a new one to whoever synchronised with the old.
    static final String RESTORED = "restored";

    private List<Path> daily() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "daily-*.zip")) {
            var found = new java.util.ArrayList<Path>();
            files.forEach(found::add);
            found.sort(Comparator.comparing(Path::toString));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration age(Path file, Instant now) {
        try {
            return Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

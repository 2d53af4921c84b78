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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
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
    private static final String FOLDER = "backups";
    private static final String DAILY = "daily";

    private final DataSource source;
    private final Path dataDir;
    private final InstantSource clock;
    private final Instant startedAt;

    public Backups(Database database, Path dataDir, InstantSource clock) {
        this.source = database.source();
        this.dataDir = dataDir;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// Takes the day's copy when it is due, but not while the studio is still opening.
    public void sweep() {
        var now = clock.instant();
        var daily = daily();
        boolean due = daily.isEmpty()
                || Duration.between(daily.getLast().taken(), now).compareTo(DAY) >= 0;
        if (due && now.isAfter(startedAt.plus(SETTLED))) {
            take(source, dataDir, DAILY);
            daily().stream().limit(Math.max(0, daily().size() - KEPT)).forEach(Backups::delete);
        }
    }

    /// All that are in `dataDir`, the newest first.
    public static List<Backup> of(Path dataDir) {
        var folder = dataDir.resolve(FOLDER);
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*.zip")) {
            var found = new ArrayList<Backup>();
            for (var file : files) {
                Backup.of(file).ifPresent(found::add);
            }
            found.sort(Comparator.comparing(Backup::taken).reversed());
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// Throws StartRefused where a store must have been that is not there any more: an empty one in its place would
    /// look as if all were lost, and its backups would soon take the place of the real ones.
    static void refuseToBeginAnew(Path dataDir) {
        var store = Store.file(dataDir);
        try (var kept = Files.newDirectoryStream(dataDir, Restoration.KEPT + "*.mv.db")) {
            if (Files.exists(store) && Files.size(store) > 0) {
                return;
            }
            for (var file : kept) {
                throw missing(store, "旁边有恢复备份时留下的 " + file.getFileName(), "把它改名为 " + store.getFileName());
            }
        } catch (IOException e) {
            throw StartRefused.because("folder_unreadable", "数据文件夹无法读取：" + dataDir, e);
        }
        if (!of(dataDir).isEmpty()) {
            throw missing(store, FOLDER + " 里有它的备份", "把 " + FOLDER + " 移到别处，从头开始");
        }
    }

    private static StartRefused missing(Path store, String what, String otherwise) {
        return StartRefused.damaged("找不到数据库 " + store + "，但" + what + "。请恢复一个备份（--restore 备份文件），或者" + otherwise, null);
    }

    static Path take(DataSource source, Path dataDir, String occasion) {
        var target = dataDir.resolve(FOLDER).resolve(Backup.name(occasion));
        var growing = target.resolveSibling(target.getFileName() + ".part");
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("backup to ?")) {
            Files.createDirectories(target.getParent());
            statement.setString(1, growing.toString());
            statement.execute();
            Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
            log.info("Backed up the store to {}", target);
            return target;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot back up the store to " + target, e);
        }
    }

    /// The oldest first.
    private List<Backup> daily() {
        return of(dataDir).reversed().stream()
                .filter(each -> each.occasion().equals(DAILY))
                .toList();
    }

    private static void delete(Backup backup) {
        try {
            Files.deleteIfExists(backup.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package studio.mofang.server.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.StartRefused;

/// Puts a backup in the place of the store. It is unpacked beside it, brought up to this version and looked over there
/// (rule S6); only a whole one takes the place, in one step, so that a cut at any moment leaves the old store or the
/// restored one. The old one is kept, under a name that no other has.
public final class Restoration {
    private static final Logger log = LoggerFactory.getLogger(Restoration.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS");

    /// Not named like the store: H2 would take it for a part of it, and no backup could be written any more.
    static final String KEPT = "replaced-by-backup";

    private final Path backup;
    private final Path store;
    private final Path beside;

    private Restoration(Path backup, Path dataDir) {
        this.backup = backup;
        this.store = Store.file(dataDir);
        this.beside = dataDir.resolve("restoring");
    }

    /// The file in which the store that was there before is kept; absent where there was none. Throws StartRefused, and
    /// has changed nothing then, while a server runs on the folder or when the backup is not whole by `rules`.
    public static Optional<Path> restore(Path backup, Path dataDir, Function<Database, List<Integrity.Rule>> rules) {
        try (var _ = FolderLock.take(dataDir)) {
            return new Restoration(backup, dataDir).run(rules);
        }
    }

    private Optional<Path> run(Function<Database, List<Integrity.Rule>> rules) {
        try {
            clear();
            unpack();
            lookOver(rules);
            var kept = swap();
            log.info("Restored {}; what was there before: {}", backup, kept);
            return kept;
        } catch (IOException | RuntimeException e) {
            throw new StartRefused("无法从 " + backup + " 恢复，现有的数据没有改动：" + e.getMessage(), e);
        } finally {
            clearLater();
        }
    }

    private void unpack() throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw new StartRefused("找不到这个备份文件");
        }
        Files.createDirectories(beside);
        try (var zip = new ZipFile(backup.toFile())) {
            var entry = zip.getEntry(store.getFileName().toString());
            if (entry == null) {
                throw new StartRefused("它不是墨坊的备份");
            }
            try (var content = zip.getInputStream(entry)) {
                Files.copy(content, Store.file(beside));
            }
        }
    }

    private void lookOver(Function<Database, List<Integrity.Rule>> rules) throws IOException {
        try (var copy = Store.openCopy(beside)) {
            var violations = Integrity.violations(copy, rules.apply(copy));
            violations.forEach(violation -> log.error("The backup {} is damaged: {}", backup, violation));
            if (!violations.isEmpty()) {
                throw new StartRefused("这个备份里的数据不完整，请换一个更早的备份");
            }
            StoreId.forget(copy);
        }
        try (var copy = FileChannel.open(Store.file(beside), StandardOpenOption.WRITE)) {
            copy.force(true);
        }
    }

    private Optional<Path> swap() throws IOException {
        var kept = Files.exists(store) ? Optional.of(keep()) : Optional.<Path>empty();
        Files.move(Store.file(beside), store, StandardCopyOption.ATOMIC_MOVE);
        return kept;
    }

    /// A second name for the store, so that it is never missing under its own.
    private Path keep() throws IOException {
        var kept = store.resolveSibling(KEPT + "-" + STAMP.format(LocalDateTime.now()) + ".mv.db");
        try {
            Files.createLink(kept, store);
        } catch (UnsupportedOperationException | FileSystemException e) {
            log.info("No second name for {} in this file system: it is copied", store, e);
            Files.copy(store, kept);
        }
        return kept;
    }

    private void clearLater() {
        try {
            clear();
        } catch (IOException e) {
            log.warn("{} is left behind; the next restoration removes it", beside, e);
        }
    }

    private void clear() throws IOException {
        if (Files.notExists(beside)) {
            return;
        }
        try (var files = Files.walk(beside)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package studio.mofang.desktop.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/// The desk's drawer, a folder of small files: every text that the server has not taken yet, so that nothing typed can
/// be lost before it is up, or while it takes its time; and the text in front, so that the next start shows it without
/// waiting for the server. What is sent to the server is laid in here first, so that what lies here is never older than
/// what this machine has stored. Somebody else may have stored something since: each text names the version that it was
/// written on.
public final class Drawer {
    private static final String SUFFIX = ".sheet";

    private final Path folder;
    private final AtomicLong turns = new AtomicLong();
    private final Map<UUID, Long> latest = new HashMap<>();
    private final Map<UUID, Sheet> lying = new HashMap<>();

    public Drawer(Path dataFolder) {
        this.folder = dataFolder.resolve("drawer");
    }

    /// Orders what is kept and dropped: taken when the text is, for writing may come late and in any order.
    long turn() {
        return turns.incrementAndGet();
    }

    /// On the disk when it returns. Does nothing when a later turn was here before, or when just this lies here.
    synchronized void keep(long turn, Sheet sheet) throws IOException {
        if (!first(turn, sheet.uuid()) || sheet.equals(lying.get(sheet.uuid()))) {
            return;
        }
        Files.createDirectories(folder);
        var next = folder.resolve(sheet.uuid() + ".next");
        try (var file = FileChannel.open(next, CREATE, WRITE, TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(sheet.written().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        }
        Files.move(next, file(sheet.uuid()), ATOMIC_MOVE);
        lying.put(sheet.uuid(), sheet);
    }

    synchronized void drop(long turn, UUID uuid) throws IOException {
        if (first(turn, uuid)) {
            Files.deleteIfExists(file(uuid));
            lying.remove(uuid);
        }
    }

    /// What was left here, the unstored before the stored, of each the newest first.
    synchronized List<Sheet> sheets() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var sheets = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparingLong(Drawer::age))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparing(Sheet::stored))
                    .toList();
            sheets.forEach(sheet -> lying.put(sheet.uuid(), sheet));
            return sheets;
        } catch (IOException e) {
            LoggerFactory.getLogger(Drawer.class).warn("the texts in {} cannot be read", folder, e);
            return List.of();
        }
    }

    private boolean first(long turn, UUID uuid) {
        return turn == latest.merge(uuid, turn, Math::max);
    }

    private Path file(UUID uuid) {
        return folder.resolve(uuid + SUFFIX);
    }

    private static long age(Path file) {
        return -file.toFile().lastModified();
    }

    /// A file that is none of ours stays where it is.
    private static Optional<Sheet> read(Path file) {
        try {
            return Optional.of(Sheet.read(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            LoggerFactory.getLogger(Drawer.class).warn("{} is no text of the drawer", file, e);
            return Optional.empty();
        }
    }
}

package studio.mofang.server.testkit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A file system for H2, `powercut:`, on top of the usual one. It remembers what has been forced to the disk, and can
/// tell at any moment what a power cut at that moment would leave.
public final class PowerCut extends FilePathWrapper {
    public static final String SCHEME = "powercut";
    private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

    /// Call before the first use.
    public static void begin() {
        FilePath.register(new PowerCut());
    }

    /// Leaves in `folder` what a power cut now would leave of the store in `from`.
    public static void strike(Path from, Path folder, RandomGenerator random) throws IOException {
        Files.write(folder.resolve("mofang.mv.db"), disk(from).afterPowerCut(random));
    }

    /// Whether a power cut now would lose nothing.
    public static boolean allSafe(Path folder) {
        return disk(folder).allSafe();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var disk = DISKS.computeIfAbsent(getBase().toString(), _ -> new Disk());
        return new WatchedFile(getBase().open(mode), disk);
    }

    @Override
    public void moveTo(FilePath target, boolean atomic) {
        throw new UnsupportedOperationException("the store moves no files while it runs");
    }

    private static Disk disk(Path folder) {
        return DISKS.get(folder.resolve("mofang.mv.db").toString());
    }
}

package studio.mofang.server.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.StartRefused;

/// Remembers in the data folder that a server runs, so that the next start knows whether the last one was stopped or
/// cut off.
public final class UncleanStop {
    private static final Logger log = LoggerFactory.getLogger(UncleanStop.class);
    private static final String MARKER = "running";

    private final Path marker;
    private final boolean happened;

    private UncleanStop(Path marker, boolean happened) {
        this.marker = marker;
        this.happened = happened;
    }

    /// Call once the store is open, which proves that no other server runs on it.
    public static UncleanStop begin(Path dataDir) {
        var marker = dataDir.resolve(MARKER);
        try {
            boolean happened = Files.exists(marker);
            if (!happened) {
                Files.createFile(marker);
            }
            return new UncleanStop(marker, happened);
        } catch (IOException e) {
            throw StartRefused.because("folder_unwritable", "数据文件夹无法写入：" + dataDir, e);
        }
    }

    public boolean happened() {
        return happened;
    }

    /// After everything is closed. Without it the next start looks the store over.
    public void end() {
        try {
            Files.deleteIfExists(marker);
        } catch (IOException e) {
            log.warn("The next start will look the store over: cannot say that this stop was clean", e);
        }
    }

    /// The server was refused its start, and everything is closed: only what an earlier one left stays.
    public void withdraw() {
        if (!happened) {
            end();
        }
    }
}

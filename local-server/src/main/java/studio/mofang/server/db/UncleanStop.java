package studio.mofang.server.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.mofang.server.StartRefused;

/// Remembers in the data folder that a server runs, so that the next start knows whether the last one was stopped or
/// cut off.
public final class UncleanStop {
    private final Path marker;
    private final boolean happened;

    private UncleanStop(Path marker, boolean happened) {
        this.marker = marker;
        this.happened = happened;
    }

    /// Call once the store is open, which proves that no other server runs on it.
    public static UncleanStop begin(Path dataDir) {
        var marker = dataDir.resolve("running");
        try {
            boolean happened = Files.exists(marker);
            if (!happened) {
                Files.createFile(marker);
            }
            return new UncleanStop(marker, happened);
        } catch (IOException e) {
            throw new StartRefused("数据文件夹无法写入:" + dataDir, e);
        }
    }

    public boolean happened() {
        return happened;
    }

    /// After everything is closed.
    public void end() throws IOException {
        Files.deleteIfExists(marker);
    }
}

package studio.mofang.server.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A file system for H2, `headerlast:`, on top of any other. The header of a store's file names its newest chunk; here
/// it is only written when that chunk is on the disk, for H2 itself leaves the order to the disk, and takes an older
/// state for the newest where a power cut left the header and not the chunk.
public final class HeaderLast extends FilePathWrapper {
    static final String SCHEME = "headerlast";
    private static final String STORE = ".mv.db";

    /// Call before the first use.
    static void begin() {
        FilePath.register(new HeaderLast());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var file = getBase().open(mode);
        return getBase().getName().endsWith(STORE) ? new HeaderLastFile(file) : file;
    }
}

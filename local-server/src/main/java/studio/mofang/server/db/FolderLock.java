package studio.mofang.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.mofang.server.StartRefused;

/// One store, one server: H2 keeps other processes out by its own file lock (rule S5), but would let a second store in
/// the same process share the file behind the back of our writer lock (rule S3).
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path dataDir) {
        try {
            var channel =
                    FileChannel.open(dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return locked(channel);
        } catch (IOException e) {
            throw StartRefused.because("folder_unwritable", "数据文件夹无法写入：" + dataDir, e);
        }
    }

    private static FolderLock locked(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse();
        }
        channel.close();
        throw inUse();
    }

    static StartRefused inUse() {
        return StartRefused.because("data_in_use", "数据文件夹正被另一个墨坊进程使用，请先关闭它", null);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the data folder", e);
        }
    }
}

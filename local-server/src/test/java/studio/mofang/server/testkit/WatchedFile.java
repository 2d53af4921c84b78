package studio.mofang.server.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/// A file whose `Disk` hears of every write before it happens.
final class WatchedFile extends FileBaseDefault {
    private final FileChannel file;
    private final Disk disk;

    WatchedFile(FileChannel file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        return file.read(into, at);
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        var bytes = new byte[from.remaining()];
        from.duplicate().get(bytes);
        disk.write(at, bytes);
        while (from.hasRemaining()) {
            at += file.write(from, at);
        }
        return bytes.length;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void force(boolean metaData) {
        disk.force();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        disk.truncate(size);
        file.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}

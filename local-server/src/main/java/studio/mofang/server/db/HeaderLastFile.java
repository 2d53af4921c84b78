package studio.mofang.server.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/// Forces all that was written before to the disk when a header comes.
final class HeaderLastFile extends FileBaseDefault {
    /// Two copies of 4 KiB (https://h2database.com/html/mvstore.html#fileFormat).
    private static final int HEADERS = 2 * 4096;

    private final FileChannel file;

    HeaderLastFile(FileChannel file) {
        this.file = file;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        return file.read(into, at);
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        if (at < HEADERS) {
            file.force(false);
        }
        return file.write(from, at);
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}

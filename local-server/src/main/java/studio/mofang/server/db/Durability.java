package studio.mofang.server.db;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Group commit: whoever committed and must be safe from a power cut waits here, and one `CHECKPOINT SYNC` serves all
/// who came before it started. H2 does not fsync on commit, so without this an acknowledged payment could be lost.
final class Durability {
    private final ReentrantLock syncing = new ReentrantLock(true);
    private final AtomicLong committed = new AtomicLong();
    private final @Nullable ReentrantLock writer;
    private final Runnable checkpoint;
    private volatile long synced;

    Durability(@Nullable ReentrantLock writer, Runnable checkpoint) {
        this.writer = writer;
        this.checkpoint = checkpoint;
    }

    /// For an engine whose commit is durable by itself.
    static Durability byEngine() {
        return new Durability(null, () -> {});
    }

    void await() {
        if (writer == null) {
            return;
        }
        long mine = committed.incrementAndGet();
        syncing.lock();
        try {
            if (synced < mine) {
                sync(writer);
            }
        } finally {
            syncing.unlock();
        }
    }

    private void sync(ReentrantLock writer) {
        writer.lock();
        try {
            long upTo = committed.get();
            checkpoint.run();
            synced = upTo;
        } finally {
            writer.unlock();
        }
    }
}

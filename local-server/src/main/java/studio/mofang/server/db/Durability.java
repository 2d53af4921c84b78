package studio.mofang.server.db;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings commits to the disk, which H2 does not do by itself. Whoever must be safe from a power cut waits here, and
/// one `CHECKPOINT SYNC` serves all who came before it started; whatever else was committed follows within a second, so
/// that drafts lose two seconds at most (rule S2).
final class Durability implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Durability.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ReentrantLock syncing = new ReentrantLock(true);
    private final AtomicLong committed = new AtomicLong();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("store-sync").daemon().factory());
    private final ReentrantLock writer;
    private final Runnable checkpoint;
    private volatile long synced;

    Durability(ReentrantLock writer, Runnable checkpoint) {
        this.writer = writer;
        this.checkpoint = checkpoint;
        later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Returns when all that was committed before is on the disk.
    void await() {
        long mine = committed.incrementAndGet();
        syncing.lock();
        try {
            if (synced < mine) {
                sync();
            }
        } finally {
            syncing.unlock();
        }
    }

    /// Something was committed that can wait a little.
    void soon() {
        committed.incrementAndGet();
        syncSoon();
    }

    /// What is committed by now, the engine brings to the disk as it closes. A sync that runs is waited for: to
    /// interrupt it would close the store's file under the engine.
    @Override
    public void close() {
        later.close();
    }

    private void syncSoon() {
        if (!later.isShutdown() && due.compareAndSet(false, true)) {
            later.schedule(this::syncTheRest, SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void syncTheRest() {
        due.set(false);
        syncing.lock();
        try {
            if (synced < committed.get()) {
                sync();
            }
        } catch (RuntimeException e) {
            log.error("What was written last is not on the disk yet; it is tried again within {}", SOON, e);
            syncSoon();
        } finally {
            syncing.unlock();
        }
    }

    private void sync() {
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

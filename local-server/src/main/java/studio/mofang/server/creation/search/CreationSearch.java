package studio.mofang.server.creation.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Problem;

/// Searches creations. The index opens at the first search or change, catches up with the database before it answers,
/// and is rebuilt behind the scenes when it is lost, old or broken. Nothing needs to be told to other nodes: each has
/// its own index and reads the same changes.
public final class CreationSearch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CreationSearch.class);

    /// How long a search waits for an index that is far behind, before it answers with what there is.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /// Typing comes in bursts; one look at the database serves a burst.
    private static final Duration DEBOUNCE = Duration.ofSeconds(1);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Path folder;
    private final UUID storeId;
    private final EntrySource source;
    private final ReentrantLock opening = new ReentrantLock();
    private final Set<Long> behind = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor background = background();
    private volatile @Nullable SearchIndex index;
    private volatile boolean closed;

    /// `source` reads the store that has `storeId`: of another one, as of a restored backup, nothing is remembered.
    public CreationSearch(Path folder, UUID storeId, EntrySource source) {
        this.folder = folder;
        this.storeId = storeId;
        this.source = source;
    }

    /// How far the index is: `pending` changed creations are not in it yet.
    public record Progress(long pending) {}

    /// Sees every change committed before the call, unless the index is being built anew: then what it has so far.
    public Hits find(long userId, Wanted wanted) {
        return healing(open -> {
            catchUp(open, userId);
            return open.find(userId, wanted);
        });
    }

    public Progress progress(long userId) {
        return healing(open -> {
            long upTo = open.currentUpTo(userId);
            long pending = source.pending(userId, upTo);
            if (pending > 0) {
                changed(userId);
            }
            return new Progress(pending);
        });
    }

    /// Something of the user's was committed. Returns at once; the index follows within about a second.
    public void changed(long userId) {
        behind.add(userId);
        if (!closed && scheduled.compareAndSet(false, true)) {
            background.schedule(this::follow, DEBOUNCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Keeps what is indexed for the next start.
    @Override
    public void close() {
        closed = true;
        background.shutdown();
        try {
            if (!background.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("The search index did not come to rest within {}", LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shut();
    }

    private interface Work<T> {
        T on(SearchIndex index) throws IOException;
    }

    /// A broken index is thrown away and asked once more; the database has all of it.
    private <T> T healing(Work<T> work) {
        try {
            var open = open();
            try {
                return work.on(open);
            } catch (IOException | AlreadyClosedException e) {
                renew(open, e);
                return work.on(open());
            }
        } catch (IOException e) {
            throw new Problem(Fault.INTERNAL, "搜索暂时不可用，请稍后重试", e);
        }
    }

    private SearchIndex open() throws IOException {
        var known = index;
        if (known != null) {
            return known;
        }
        opening.lock();
        try {
            if (index == null) {
                index = new SearchIndex(folder, storeId, source);
                background.execute(this::verify);
            }
            return index;
        } finally {
            opening.unlock();
        }
    }

    private void catchUp(SearchIndex open, long userId) throws IOException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!open.catchUp(userId)) {
            if (System.nanoTime() > patience) {
                changed(userId);
                return;
            }
        }
    }

    private void follow() {
        scheduled.set(false);
        for (var userId : behind) {
            behind.remove(userId);
            try {
                healing(open -> takeIn(open, userId));
            } catch (RuntimeException e) {
                log.error("The search index could not follow user {}; it will at the next search", userId, e);
            }
        }
    }

    private long takeIn(SearchIndex open, long userId) throws IOException {
        boolean done = false;
        while (!done && !closed) {
            done = open.catchUp(userId);
        }
        open.commit();
        return userId;
    }

    private void verify() {
        var open = index;
        try {
            if (open != null) {
                verify(open);
            }
        } catch (IOException e) {
            log.error("The broken search index in {} cannot be removed", folder, e);
        }
    }

    private void verify(SearchIndex open) throws IOException {
        try {
            open.verify();
        } catch (IOException e) {
            renew(open, e);
        }
    }

    private void renew(SearchIndex broken, Exception why) throws IOException {
        opening.lock();
        try {
            if (index == broken) {
                log.warn("The search index in {} is broken and is made anew", folder, why);
                shut();
                IndexFolder.empty(folder);
            }
        } finally {
            opening.unlock();
        }
    }

    private void shut() {
        var open = index;
        index = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException | AlreadyClosedException e) {
            log.info("The search index in {} was closed without its last changes", folder, e);
        }
    }

    private static ScheduledThreadPoolExecutor background() {
        var one = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("search").daemon().factory());
        one.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return one;
    }
}

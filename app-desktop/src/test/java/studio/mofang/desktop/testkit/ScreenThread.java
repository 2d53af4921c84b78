package studio.mofang.desktop.testkit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/// The interface's thread for models that are tested without the toolkit.
public final class ScreenThread {
    private ScreenThread() {}

    /// What comes after it has ended is dropped, as JavaFX drops it.
    public static ExecutorService open() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DiscardPolicy());
    }
}

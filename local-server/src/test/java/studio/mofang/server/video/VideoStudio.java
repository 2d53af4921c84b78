package studio.mofang.server.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import studio.mofang.core.Videos;
import studio.mofang.core.Videos.Task;
import studio.mofang.server.db.Store;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeBucket;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.TestStore;

/// A store, a DashScope and a bucket of ours, and a node that makes videos there. Time passes when a test
/// says so, and then everything that is due is done before the test goes on.
final class VideoStudio {
    static final Videos.Request SAMPLE = new Videos.Request("视频脚本内容", 30, 3L);

    /// A little more than between two looks.
    static final Duration PACE = Duration.ofSeconds(16);

    private static final Map<Engine, VideoStudio> STUDIOS = new EnumMap<>(Engine.class);
    private static final int MOST_LOOKS = 300;

    final TestStore store;
    final FakeDashScope dashscope = new FakeDashScope();
    final FakeBucket bucket = new FakeBucket();
    final Path folder;
    final VideoNode node;

    private VideoStudio(Engine engine) {
        store = new TestStore(engine);
        try {
            folder = Files.createTempDirectory("mofang-videos");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node = new VideoNode(this, store.database(), Runnable::run);
    }

    /// One per engine for the whole run, as if nothing had happened yet.
    static VideoStudio of(Engine engine) {
        var studio = STUDIOS.computeIfAbsent(engine, VideoStudio::new);
        studio.dashscope.reset();
        studio.bucket.breakDown(false);
        return studio;
    }

    /// Another node of the same server, whose work is done by `threads`; of a PostgreSQL, which alone has several.
    VideoNode another(Executor threads) {
        return new VideoNode(this, Store.open(store.storage()), threads);
    }

    /// A process that had the same store before.
    VideoNode earlier(Executor threads) {
        return new VideoNode(this, store.database(), threads);
    }

    Task generate(long user, Videos.Request request) {
        return node.videos.wire(node.videos.begin(user, VideoForm.of(request)));
    }

    Task generate(long user) {
        return generate(user, SAMPLE);
    }

    /// One look later.
    Task looked(long user, Task begun) {
        pass(PACE);
        return node.videos.status(user, begun.taskId());
    }

    void pass(Duration time) {
        store.clock().advance(time);
        node.worker.sweep();
    }

    /// Looks until it has ended.
    Task ended(long user, Task begun) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            var task = looked(user, begun);
            if (!task.running()) {
                return task;
            }
        }
        throw new AssertionError("not ended after " + MOST_LOOKS + " looks: " + begun.taskId());
    }

    long balance(long user) {
        return store.credits().balance(user).creditBalance();
    }

    long held(long user) {
        return store.credits().balance(user).creditHeld();
    }
}

package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.ServerConfig.Listen;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

/// A start that comes to nothing leaves nothing behind, for the next may come in the same process.
class RefusedStartTest {
    @TempDir
    private Path folder;

    @Test
    void aTakenPortIsNoUncleanStop() throws IOException {
        try (var taken = taken()) {
            assertThatThrownBy(() -> LocalServer.start(on(taken)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("端口");
        }
        assertThat(folder.resolve("running")).doesNotExist();
        TestServer.with(TestServer.config(Engine.H2, Storage.in(folder))).close();
    }

    @Test
    void whatAnEarlierStopLeftIsStillToBeLookedOver() throws IOException {
        Files.createFile(folder.resolve("running"));
        try (var taken = taken()) {
            assertThatThrownBy(() -> LocalServer.start(on(taken))).isInstanceOf(StartRefused.class);
        }
        assertThat(folder.resolve("running")).exists();
    }

    @Test
    void whatWorkedAlreadyIsStopped() throws IOException, InterruptedException {
        var clock = new WatchedClock();
        try (var taken = taken()) {
            assertThatThrownBy(() -> LocalServer.start(on(taken), clock)).isInstanceOf(StartRefused.class);
        }
        for (var worker : clock.workers) {
            assertThat(worker.join(Duration.ofSeconds(10))).as(worker.getName()).isTrue();
        }
    }

    private ServerConfig on(ServerSocket taken) {
        var free = TestServer.config(Engine.H2, Storage.in(folder));
        var listen = new Listen("127.0.0.1", taken.getLocalPort(), null, List.of());
        return new ServerConfig(
                free.mode(), listen, free.storage(), free.secrets(), free.upstreams(), free.rateLimits());
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    /// Remembers who asked, other than the thread of the test.
    private static final class WatchedClock implements InstantSource {
        private final Thread test = Thread.currentThread();
        private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

        @Override
        public Instant instant() {
            if (Thread.currentThread() != test) {
                workers.add(Thread.currentThread());
            }
            return Instant.now();
        }
    }
}

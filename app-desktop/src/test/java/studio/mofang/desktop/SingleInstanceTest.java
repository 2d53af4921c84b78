package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.desktop.SingleInstance.Entrance;

class SingleInstanceTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondProcessOnTheSameDataSummonsTheFirstAndLeaves() throws Exception {
        var summoned = new CompletableFuture<Void>();
        try (var first = SingleInstance.hold(folder).orElseThrow()) {
            first.onSummons(() -> summoned.complete(null));
            var second = TestProcess.start(Main.class, "--data-dir", folder.toString());

            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isZero();
            summoned.get(1, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoDoesNotKnowTheTokenIsNotHeard() throws Exception {
        try (var first = SingleInstance.hold(folder).orElseThrow()) {
            assertThat(entered()).isInstanceOf(Entrance.Summoned.class);
            first.onSummons(() -> {
                throw new AssertionError("summoned by a stranger");
            });
            try (var stranger = visitor()) {
                stranger.getOutputStream().write(new byte[32]);

                assertThat(stranger.getInputStream().read()).isZero();
            }
        }
    }

    @Test
    void whoIsLeavingIsNotSummonedBack() throws Exception {
        try (var first = SingleInstance.hold(folder).orElseThrow()) {
            assertThat(entered()).isInstanceOf(Entrance.Summoned.class);
            first.shutDoor();

            assertThat(SingleInstance.enter(folder, Duration.ofMillis(500))).isInstanceOf(Entrance.Silent.class);
        }
    }

    @Test
    void afterTheFirstLeftTheFolderIsFree() throws Exception {
        SingleInstance.hold(folder).orElseThrow().close();

        try (var _ = SingleInstance.hold(folder).orElseThrow()) {
            assertThat(entered()).isInstanceOf(Entrance.Summoned.class);
        }
    }

    @Test
    void whoStartsWhileTheFirstIsLeavingHasTheFolderOnceItIsGone() throws Exception {
        var first = SingleInstance.hold(folder).orElseThrow();
        assertThat(entered()).isInstanceOf(Entrance.Summoned.class);
        first.shutDoor();
        try (var starts = Executors.newSingleThreadExecutor()) {
            var second = starts.submit(() -> entered());
            assertThat(SingleInstance.enter(folder, Duration.ofMillis(500))).isInstanceOf(Entrance.Silent.class);
            first.close();

            assertThat(second.get(10, TimeUnit.SECONDS)).isInstanceOf(Entrance.Held.class);
            ((Entrance.Held) second.get()).instance().close();
        }
    }

    @Test
    void aVisitorWhoSaysNothingKeepsNobodyWaiting() throws Exception {
        try (var _ = SingleInstance.hold(folder).orElseThrow()) {
            assertThat(entered()).isInstanceOf(Entrance.Summoned.class);
            try (var _ = visitor();
                    var _ = visitor()) {
                assertThat(SingleInstance.enter(folder, Duration.ZERO)).isInstanceOf(Entrance.Summoned.class);
            }
        }
    }

    @Test
    void aWindowThatCouldNotComeToTheFrontIsSummonedAgain() throws Exception {
        var summons = new AtomicInteger();
        try (var first = SingleInstance.hold(folder).orElseThrow()) {
            first.onSummons(() -> {
                if (summons.incrementAndGet() == 1) {
                    throw new IllegalStateException("no window yet");
                }
            });

            assertThat(entered()).isInstanceOf(Entrance.Summoned.class);
            assertThat(summons).hasValue(2);
        }
    }

    private Entrance entered() throws Exception {
        return SingleInstance.enter(folder, Duration.ofSeconds(10));
    }

    private Socket visitor() throws Exception {
        var port = Integer.parseInt(
                Files.readString(folder.resolve("studio.address")).split(" ")[0]);
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}

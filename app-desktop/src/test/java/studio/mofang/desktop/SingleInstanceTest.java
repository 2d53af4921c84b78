package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertThat(SingleInstance.summon(folder)).isTrue();
            first.onSummons(() -> {
                throw new AssertionError("summoned by a stranger");
            });
            var port = Integer.parseInt(
                    Files.readString(folder.resolve("studio.address")).split(" ")[0]);
            try (var stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.getOutputStream().write(new byte[32]);

                assertThat(stranger.getInputStream().read()).isZero();
            }
        }
    }

    @Test
    void whoIsLeavingIsNotSummonedBack() throws Exception {
        try (var first = SingleInstance.hold(folder).orElseThrow()) {
            assertThat(SingleInstance.summon(folder)).isTrue();
            first.shutDoor();

            assertThat(SingleInstance.summon(folder)).isFalse();
        }
    }

    @Test
    void afterTheFirstLeftTheFolderIsFree() throws Exception {
        SingleInstance.hold(folder).orElseThrow().close();

        try (var _ = SingleInstance.hold(folder).orElseThrow()) {
            assertThat(SingleInstance.summon(folder)).isTrue();
        }
    }
}

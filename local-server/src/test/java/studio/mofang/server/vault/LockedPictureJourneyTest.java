package studio.mofang.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.client.ImageApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.VaultApi;
import studio.mofang.core.AiModels;
import studio.mofang.core.Images;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Mode;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeKeychain;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.TestServer;

/// A picture that the studio left at its provider, and a keychain that is locked when the studio starts again.
class LockedPictureJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeKeychain keychain = new FakeKeychain();
    private final FakeDashScope dashscope = new FakeDashScope();

    @TempDir
    private Path folder;

    @Test
    void itWaitsForTheKeyAndComesHomeOnce() throws Exception {
        try (dashscope) {
            keyInTheKeychain();
            dashscope.tasks().go("RUNNING");
            closeWhileItIsDrawn();
            dashscope.tasks().finish("SUCCEEDED");
            int asked = dashscope.received().size();
            keychain.lock();
            try (var server = start()) {
                assertThat(new VaultApi(client(server)).keeping().open()).isFalse();
                assertThat(pictures(server)).isZero();
                assertThat(dashscope.received()).hasSize(asked);

                keychain.unlock();
                new VaultApi(client(server)).ask();
                Eventually.holds(PATIENCE, "the picture is in the gallery", () -> pictures(server) == 1);
            }
            assertThat(dashscope.tasks().submitted()).isEqualTo(1);
        }
    }

    private void keyInTheKeychain() throws Exception {
        try (var server = start()) {
            Eventually.holds(
                    PATIENCE,
                    "the key is kept",
                    () -> new VaultApi(client(server)).keeping().place().equals("both"));
        }
        try (var server = start()) {
            Eventually.holds(
                    PATIENCE,
                    "the file is gone",
                    () -> new VaultApi(client(server)).keeping().place().equals("keychain"));
        }
    }

    private void closeWhileItIsDrawn() throws Exception {
        CompletableFuture<Void> ended;
        try (var server = start()) {
            var config = Map.<String, Object>of("async", true, "poll_millis", 20, "allow_local", true);
            var model = new ModelApi(client(server))
                    .add(new AiModels.Draft(
                            "万相", "qwen", "wan2.6-t2i", "image", FakeProvider.KEY, dashscope.base(), config, 20, true));
            var request = new Images.Request("一座山", "1280x1280", model.id());
            ended = CompletableFuture.runAsync(() -> assertThatThrownBy(
                            () -> new ImageApi(client(server)).begin(request).run())
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.reason()).contains("goes_on")));
            Eventually.holds(
                    PATIENCE,
                    "it is asked about",
                    () -> dashscope.received().stream()
                            .anyMatch(call -> call.path().contains("/tasks/")));
        }
        ended.join();
    }

    private static long pictures(TestServer server) throws ApiException {
        return new CreationApi(client(server))
                .list(new CreationApi.Query(null, "image", null, null, false, 1, 20))
                .total();
    }

    private static ApiClient client(TestServer server) {
        return server.client(Bearer.fixed(server.server().secret()));
    }

    private TestServer start() {
        var plain = TestServer.config(Engine.H2, Storage.in(folder).keptBy(keychain));
        return TestServer.with(new ServerConfig(
                Mode.EMBEDDED, plain.listen(), plain.storage(), plain.secrets(), plain.upstreams(), false));
    }
}

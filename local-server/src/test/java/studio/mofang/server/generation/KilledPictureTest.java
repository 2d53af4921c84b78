package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.CREDIT_HOLD;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.client.CreditApi;
import studio.mofang.client.ImageApi;
import studio.mofang.client.ModelApi;
import studio.mofang.core.AiModels;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Images.Generated;
import studio.mofang.core.Images.Request;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.db.Store;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.ServerProcess;
import studio.mofang.server.testkit.TestServer;

/// A server that dies, or stops, while a picture is drawn at its provider asks for none twice; the next one brings each
/// home and charges for it once.
class KilledPictureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DRAWN = "已有凭据";
    private static final String TAKEN = "没有凭据";
    private static final String STOPPED = "正常停止";
    private static final String KEY = "4b0e1d0c-0000-4000-8000-000000000001";

    private final FakeDashScope dashscope = new FakeDashScope();
    private final OkHttpClient http = new OkHttpClient();
    private String token = "";

    @TempDir
    private Path folder;

    @Test
    void aDeathAndAStopAskOnceAndChargeOnceOrGiveBack() throws Exception {
        try (dashscope) {
            token = signedUpWithAHundredCredits();
            dieWithOnePictureDrawnAndAnotherTaken();
            goOnAndStopInGoodOrder();
            dashscope.tasks().finish("SUCCEEDED");
            try (var server = start()) {
                Eventually.holds(
                        PATIENCE,
                        "both are in the gallery",
                        () -> titles(server).equals(List.of(STOPPED, DRAWN)));
                assertThat(charges(server)).containsExactly(-20L, -20L);
                assertThat(server.stop()).isTrue();
            }
            for (var prompt : List.of(DRAWN, TAKEN, STOPPED)) {
                assertThat(asked(prompt)).as(prompt).isEqualTo(1);
            }
            assertThat(dashscope.tasks().cancelled()).isEmpty();
            assertSound();
        }
    }

    private String signedUpWithAHundredCredits() throws ApiException, IOException {
        var plain = TestServer.config(Engine.H2, Storage.in(folder));
        try (var server = TestServer.with(plain)) {
            var byTask = Map.<String, Object>of("async", true, "poll_millis", 50);
            new ModelApi(server.admin().client())
                    .change(2, new AiModels.Draft(null, null, null, null, null, null, byTask, null, null));
            var user = server.newUser();
            Purse.recharge(server, user, 10);
            return user.tokens().accessToken();
        }
    }

    private void dieWithOnePictureDrawnAndAnotherTaken() throws Exception {
        dashscope.tasks().go("RUNNING");
        try (var server = start()) {
            generate(server, DRAWN, KEY);
            Eventually.holds(PATIENCE, "it is asked about", () -> looks() > 1);
            dashscope.next(dashscope.tasks().takenInSilence());
            generate(server, TAKEN, null);
            Eventually.holds(PATIENCE, "taken", () -> dashscope.tasks().submitted() == 2);
            server.kill();
        }
    }

    private void goOnAndStopInGoodOrder() throws Exception {
        try (var server = start()) {
            assertThat(new CreditApi(client(server)).balance().creditHeld()).isEqualTo(20);
            var repeated = generate(server, DRAWN, KEY);
            dashscope.tasks().finish("SUCCEEDED");
            assertThat(repeated.join()).isEmpty();
            assertThat(titles(server)).containsExactly(DRAWN);

            long looks = looks();
            var stopped = generate(server, STOPPED, null);
            Eventually.holds(PATIENCE, "it is asked about", () -> looks() > looks + 1);
            assertThat(server.stop()).isTrue();
            assertThat(stopped.join()).contains("goes_on");
        }
    }

    /// Why there is no picture, where there is none: the server's word, or `unanswered`.
    private CompletableFuture<Optional<String>> generate(ServerProcess server, String prompt, @Nullable String key) {
        var request = new Request(prompt, "1280x1280", 2L);
        var end = new CompletableFuture<Optional<String>>();
        Thread.ofVirtual().start(() -> {
            try {
                if (key == null) {
                    new ImageApi(client(server)).begin(request).run();
                } else {
                    client(server).post("image/generate", request, key, new TypeReference<Generated>() {});
                }
                end.complete(Optional.empty());
            } catch (ApiException e) {
                end.complete(Optional.of(e.reason().orElse(e.unanswered() ? "unanswered" : e.getMessage())));
            }
        });
        return end;
    }

    private List<String> titles(ServerProcess server) throws ApiException {
        return new CreationApi(client(server))
                .list(new Query(null, "image", null, null, false, 1, 20)).items().stream()
                        .map(Creation::title)
                        .toList();
    }

    private List<Long> charges(ServerProcess server) throws ApiException {
        return new CreditApi(client(server))
                .transactions(1, 20).items().stream()
                        .map(Transaction::amount)
                        .filter(amount -> amount < 0)
                        .toList();
    }

    private long asked(String prompt) {
        return dashscope.received().stream()
                .filter(call -> call.body().path("input").toString().contains(prompt))
                .count();
    }

    private long looks() {
        return dashscope.received().stream()
                .filter(call -> call.path().contains("/tasks/"))
                .count();
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                folder, Map.of("DASHSCOPE_API_KEY", FakeProvider.KEY, "DASHSCOPE_BASE_URL", dashscope.base()));
    }

    private ApiClient client(ServerProcess server) {
        return new ApiClient(http, server.url(), Bearer.fixed(token));
    }

    private void assertSound() {
        try (var store = Store.open(Storage.in(folder))) {
            assertThat(new LedgerCheck(store).violations()).isEmpty();
            int open = store.read(sql -> sql.fetchCount(CREDIT_HOLD, CREDIT_HOLD.STATUS.eq("open")));
            assertThat(open).isZero();
        }
    }
}

package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Accounts.Login;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Publications.Request;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeWechat;
import studio.mofang.server.testkit.ServerProcess;
import studio.mofang.server.testkit.TestUser;

/// A server killed while a step is on its way publishes once after it has started again.
class KilledPublishingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final OkHttpClient http = new OkHttpClient();

    @TempDir
    private Path folder;

    @Test
    void aKillAtEachStepPublishesOnce() throws Exception {
        try (var wechat = new FakeWechat()) {
            var environment = Map.of("MOFANG_WECHAT_URL", wechat.url());
            var first = ServerProcess.start(folder, environment);
            var publish = signedUp(first);
            publish.bind("wechat", Map.of("app_id", FakeWechat.APP_ID, "app_secret", FakeWechat.SECRET));
            var server = first;
            for (var step : List.of("/cgi-bin/draft/add", "/cgi-bin/freepublish/submit")) {
                var killed = server;
                wechat.after(step, killed::kill);
                var made = publish.publish(new Request(written(killed), List.of("wechat"), null, null, null));
                Eventually.holds(PATIENCE, "killed at " + step, wechat::happened);
                server = ServerProcess.start(folder, environment);
                publish = new PublishApi(client(server));
                var again = publish;
                Eventually.holds(
                        PATIENCE,
                        "published after the kill at " + step,
                        () -> again.publication(made.publishId()).status().equals("published"));
            }
            server.close();
            assertThat(wechat.draftsEver()).hasSize(2);
            assertThat(wechat.published()).hasSize(2);
        }
    }

    private PublishApi signedUp(ServerProcess server) throws ApiException {
        new AccountApi(new ApiClient(http, server.url(), Bearer.none()))
                .register(new Registration("writer", "writer@example.com", TestUser.PASSWORD, null));
        return new PublishApi(client(server));
    }

    private ApiClient client(ServerProcess server) throws ApiException {
        var login = new AccountApi(new ApiClient(http, server.url(), Bearer.none()))
                .login(new Login("writer", TestUser.PASSWORD));
        return new ApiClient(http, server.url(), Bearer.fixed(login.accessToken()));
    }

    private long written(ServerProcess server) throws ApiException {
        return new CreationApi(client(server))
                .create(new Draft(null, "writing", "wechat_article", "标题", Press.TEXT, List.of(), null))
                .id();
    }
}

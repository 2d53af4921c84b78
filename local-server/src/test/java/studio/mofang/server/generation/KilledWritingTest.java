package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreditApi;
import studio.mofang.client.WritingApi;
import studio.mofang.core.Accounts.Login;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.db.Store;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.ServerProcess;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestUser;

/// A server killed in the middle of a text gives the credits back when it starts again.
class KilledWritingTest {
    private final OkHttpClient http = new OkHttpClient();

    @TempDir
    private Path folder;

    @Test
    void theCreditsOfATextThatAKillCutShortAreGivenBack() throws Exception {
        try (var dashscope = new FakeDashScope()) {
            var environment = Map.of("DASHSCOPE_API_KEY", FakeProvider.KEY, "DASHSCOPE_BASE_URL", dashscope.base());
            long id = registered(environment);
            give(id, 100);
            dashscope.next(dashscope.neverEnds());
            killWhileWriting(environment);

            try (var server = ServerProcess.start(folder, environment)) {
                var balance = new CreditApi(signedIn(server)).balance();
                assertThat(balance.creditHeld()).isZero();
                assertThat(balance.creditBalance()).isEqualTo(100);
                var generated = new WritingApi(signedIn(server)).generate("wechat_article", Studio.SAMPLE);
                assertThat(generated.creditsUsed()).isEqualTo(10);
                assertThat(new CreditApi(signedIn(server)).balance().creditBalance())
                        .isEqualTo(90);
            }
        }
    }

    private long registered(Map<String, String> environment) throws Exception {
        try (var server = ServerProcess.start(folder, environment)) {
            var profile = new AccountApi(new ApiClient(http, server.url(), Bearer.none()))
                    .register(new Registration("writer", "writer@example.com", TestUser.PASSWORD, null));
            server.stop();
            return profile.id();
        }
    }

    private void give(long user, int credits) {
        try (var database = Store.open(Storage.in(folder))) {
            var clock = new TestClock();
            new CreditService(database, new MembershipService(database, clock), clock)
                    .add(user, new LedgerEntry(LedgerEntry.Cause.ADMIN, "start", "gift", credits, "测试积分"));
        }
    }

    private void killWhileWriting(Map<String, String> environment) throws Exception {
        try (var server = ServerProcess.start(folder, environment)) {
            var client = signedIn(server);
            var firstPiece = new CompletableFuture<String>();
            var stream = new WritingApi(client).stream("wechat_article", Studio.SAMPLE);
            var reader = Thread.ofVirtual().start(() -> {
                try {
                    stream.run(firstPiece::complete);
                } catch (ApiException e) {
                    firstPiece.completeExceptionally(e);
                }
            });
            firstPiece.join();
            assertThat(new CreditApi(client).balance().creditHeld()).isEqualTo(10);
            server.kill();
            reader.join();
        }
    }

    private ApiClient signedIn(ServerProcess server) throws ApiException {
        var login = new AccountApi(new ApiClient(http, server.url(), Bearer.none()))
                .login(new Login("writer", TestUser.PASSWORD));
        return new ApiClient(http, server.url(), Bearer.fixed(login.accessToken()));
    }
}

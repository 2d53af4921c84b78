package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.CREDIT_ACCOUNT;
import static studio.mofang.server.db.gen.Tables.CREDIT_HOLD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.h2.api.Trigger;
import org.h2.tools.TriggerAdapter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreditApi;
import studio.mofang.client.VideoApi;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Videos;
import studio.mofang.core.Videos.Task;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.db.Store;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.ServerProcess;

/// A server that dies at every point of a video asks no provider twice, and ends each video once, charged or
/// given back.
class KilledVideoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUEUED = "排队";
    private static final String UNREACHED = "未达";
    private static final String TAKEN = "已收";
    private static final String WATCHED = "轮询";
    private static final String FETCHED = "下载";
    private static final String KEPT = "交付";

    private final FakeDashScope dashscope = new FakeDashScope();
    private final OkHttpClient http = new OkHttpClient();
    private String token = "";

    @TempDir
    private Path folder;

    @Test
    void aDeathAtEachPointAsksOnceAndChargesOnceOrGivesBack() throws Exception {
        try (dashscope) {
            token = signedUpWithAThousandCredits();
            dieWhileKeepingAVideo();
            dieWithAVideoAtEveryOtherPoint();
            assertThat(workplaces()).isNotEmptyDirectory();
            age(workplaces());

            try (var server = start()) {
                assertThat(outcomes(server))
                        .containsEntry(KEPT, "completed")
                        .containsEntry(UNREACHED, "failed")
                        .containsEntry(TAKEN, "failed")
                        .containsEntry(WATCHED, "completed")
                        .containsEntry(FETCHED, "completed")
                        .containsEntry(QUEUED, "completed")
                        .hasSize(6);
                assertThat(charges(server)).hasSize(4).containsOnly(-50L);
                assertThat(server.stop()).isTrue();
            }

            for (var script : List.of(KEPT, UNREACHED, TAKEN, WATCHED, FETCHED, QUEUED)) {
                assertThat(asked(script)).as(script).isEqualTo(1);
            }
            assertThat(workplaces()).isEmptyDirectory();
            assertSound(1000 - 4 * 50);
        }
    }

    private String signedUpWithAThousandCredits() throws ApiException, IOException {
        try (var server = VideoServer.on(Engine.H2, Storage.in(folder), dashscope)) {
            var user = server.newUser();
            Purse.recharge(server, user, 100);
            return user.tokens().accessToken();
        }
    }

    /// Within the very transaction that charges.
    private void dieWhileKeepingAVideo() throws Exception {
        dashscope.tasks().go("SUCCEEDED");
        deadly(DiesKeeping.class);
        try (var server = start()) {
            beginAndDie(server, KEPT);
        }
    }

    private void dieWithAVideoAtEveryOtherPoint() throws Exception {
        deadly(DiesClaiming.class);
        try (var server = start()) {
            var tasks = dashscope.tasks();
            assertThat(outcomes(server)).containsEntry(KEPT, "completed");
            dashscope.next(dashscope.silence());
            begin(server, UNREACHED, () -> asked(UNREACHED) == 1);
            dashscope.next(tasks.takenInSilence());
            begin(server, TAKEN, () -> tasks.submitted() == 2);
            tasks.go("RUNNING");
            begin(server, WATCHED, () -> tasks(server).getFirst().stage().equals("rendering"));
            tasks.go("SUCCEEDED");
            long fetches = fetches();
            tasks.nextResults(dashscope.stalls("video/mp4", Pictures.mp4()));
            begin(server, FETCHED, () -> fetches() > fetches);
            beginAndDie(server, QUEUED);
            tasks.finish("SUCCEEDED");
        }
        deadly(null);
    }

    private void begin(ServerProcess server, String script, Callable<Boolean> reached) throws Exception {
        new VideoApi(client(server)).generate(new Videos.Request(script, 5, 3L));
        Eventually.holds(PATIENCE, script, reached);
    }

    private void beginAndDie(ServerProcess server, String script) throws InterruptedException {
        try {
            new VideoApi(client(server)).generate(new Videos.Request(script, 5, 3L));
        } catch (ApiException _) {
            // Its answer died with it.
        }
        assertThat(server.endsWithin(PATIENCE)).as(script).isTrue();
    }

    private Map<String, String> outcomes(ServerProcess server) throws Exception {
        Eventually.holds(PATIENCE, "all end", () -> tasks(server).stream().noneMatch(Task::running));
        return tasks(server).stream().collect(Collectors.toMap(Task::title, Task::status));
    }

    private List<Task> tasks(ServerProcess server) throws ApiException {
        return new VideoApi(client(server)).tasks(1, 20).items();
    }

    private List<Long> charges(ServerProcess server) throws ApiException {
        return new CreditApi(client(server))
                .transactions(1, 20).items().stream()
                        .map(Transaction::amount)
                        .filter(amount -> amount < 0)
                        .toList();
    }

    private long asked(String script) {
        return dashscope.received().stream()
                .filter(call ->
                        call.body().path("input").path("prompt").asText().equals(script))
                .count();
    }

    private long fetches() {
        return dashscope.received().stream()
                .filter(call -> call.path().startsWith("/results/"))
                .count();
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                folder, Map.of("DASHSCOPE_API_KEY", FakeProvider.KEY, "DASHSCOPE_BASE_URL", dashscope.base()));
    }

    private ApiClient client(ServerProcess server) {
        return new ApiClient(http, server.url(), Bearer.fixed(token));
    }

    /// From now on the store kills its process there, or nowhere.
    private void deadly(@Nullable Class<? extends Trigger> point) {
        try (var store = Store.open(Storage.in(folder))) {
            store.write(tx -> {
                tx.execute("drop trigger if exists deadly");
                return point == null
                        ? 0
                        : tx.execute("create trigger deadly before update on video_task for each row call '"
                                + point.getName() + "'");
            });
        }
    }

    private Path workplaces() {
        return folder.resolve("media").resolve("work");
    }

    /// As if it had been left there three hours ago.
    private static void age(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
            }
        }
    }

    private void assertSound(long credits) {
        try (var store = Store.open(Storage.in(folder))) {
            assertThat(new LedgerCheck(store).violations()).isEmpty();
            int open = store.read(sql -> sql.fetchCount(CREDIT_HOLD, CREDIT_HOLD.STATUS.eq("open")));
            assertThat(open).isZero();
            List<Long> balances = store.read(sql ->
                    sql.select(CREDIT_ACCOUNT.BALANCE).from(CREDIT_ACCOUNT).fetch(CREDIT_ACCOUNT.BALANCE));
            assertThat(balances).contains(credits);
        }
    }

    /// When somebody claims the queued video.
    public static final class DiesClaiming extends TriggerAdapter {
        @Override
        public void fire(Connection connection, ResultSet before, ResultSet after) throws SQLException {
            if (after.getString("title").equals(QUEUED) && after.getString("claim") != null) {
                Runtime.getRuntime().halt(1);
            }
        }
    }

    /// When a video is made, and nothing of that is committed.
    public static final class DiesKeeping extends TriggerAdapter {
        @Override
        public void fire(Connection connection, ResultSet before, ResultSet after) throws SQLException {
            if (after.getString("state").equals("done")) {
                Runtime.getRuntime().halt(1);
            }
        }
    }
}

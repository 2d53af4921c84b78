package studio.mofang.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.CREATION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.core.Accounts.Login;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Creations.Draft;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.ServerProcess;
import studio.mofang.server.testkit.TestUser;

/// Rule S1: what was answered with success survives kill -9. `-Dmofang.kill.rounds=20` for the long form.
class KilledServerTest {
    private static final int ROUNDS = Integer.getInteger("mofang.kill.rounds", 2);
    private static final int WRITERS = 16;

    private final OkHttpClient http = new OkHttpClient();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedDraftSurvivesAKill() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            killWhileWriting("第" + round + "轮");
        }
        try (var server = ServerProcess.start(folder, Map.of())) {
            assertThat(server.stop()).isTrue();
        }
        assertThat(Files.readString(folder.resolve("stderr.log"))).contains("the store was looked over and is whole");
        try (var database = Store.open(Storage.in(folder))) {
            var kept = database.read(
                    sql -> sql.select(CREATION.TITLE).from(CREATION).fetchSet(CREATION.TITLE));
            assertThat(kept).containsAll(acknowledged);
        }
        assertThat(acknowledged).isNotEmpty();
    }

    private void killWhileWriting(String round) throws IOException, InterruptedException, ApiException {
        try (var server = ServerProcess.start(folder, Map.of())) {
            var creations = new CreationApi(signedUp(server, round));
            var going = new AtomicBoolean(true);
            var answered = new Semaphore(0);
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> Thread.ofVirtual()
                            .start(() -> write(creations, round + "第" + writer + "人", going, answered)))
                    .toList();
            answered.acquire(ThreadLocalRandom.current().nextInt(20, 200));
            server.kill();
            going.set(false);
            for (var writer : writers) {
                writer.join();
            }
        }
    }

    private void write(CreationApi creations, String name, AtomicBoolean going, Semaphore answered) {
        for (int i = 0; going.get(); i++) {
            var title = name + "第" + i + "篇";
            try {
                creations.create(new Draft(null, null, null, title, "正文", List.of(), null));
                acknowledged.add(title);
                answered.release();
            } catch (ApiException _) {
                // Not acknowledged: the server was killed meanwhile, or took longer than one waits.
            }
        }
    }

    private ApiClient signedUp(ServerProcess server, String name) throws ApiException {
        var anonymous = new AccountApi(new ApiClient(http, server.url(), Bearer.none()));
        anonymous.register(
                new Registration(name, "writer" + name.hashCode() + "@example.com", TestUser.PASSWORD, null));
        var tokens = anonymous.login(new Login(name, TestUser.PASSWORD));
        return new ApiClient(http, server.url(), Bearer.fixed(tokens.accessToken()));
    }
}

package studio.mofang.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.APP_USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.ServerProcess;

/// Rule S1: what was answered with success survives kill -9.
class KilledServerTest {
    private static final int ROUNDS = Integer.getInteger("mofang.kill.rounds", 3);
    private static final int WRITERS = 16;

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedRegistrationSurvivesAKill() throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        for (int round = 0; round < ROUNDS; round++) {
            killWhileRegistering(round, acknowledged);
        }
        try (var server = ServerProcess.start(folder, Map.of())) {
            assertThat(server.stop()).isTrue();
        }
        assertThat(Files.readString(folder.resolve("stderr.log"))).contains("the store was looked over and is whole");
        try (var database = Store.open(Storage.in(folder))) {
            var kept = database.read(
                    sql -> sql.select(APP_USER.USERNAME).from(APP_USER).fetchSet(APP_USER.USERNAME));
            assertThat(kept).containsAll(acknowledged);
        }
        assertThat(acknowledged).isNotEmpty();
    }

    private void killWhileRegistering(int round, Queue<String> acknowledged) throws IOException, InterruptedException {
        try (var server = ServerProcess.start(folder, Map.of())) {
            var going = new AtomicBoolean(true);
            var answered = new Semaphore(0);
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var prefix = "r" + round + "w" + writer + "n";
                writers.add(Thread.ofVirtual()
                        .start(() -> register(server, prefix, going, name -> {
                            acknowledged.add(name);
                            answered.release();
                        })));
            }
            answered.acquire(ThreadLocalRandom.current().nextInt(5, 30));
            server.kill();
            going.set(false);
            for (var writer : writers) {
                writer.join();
            }
        }
    }

    private static void register(
            ServerProcess server, String prefix, AtomicBoolean going, Consumer<String> acknowledged) {
        var accounts = anonymous(server);
        for (int i = 0; going.get(); i++) {
            var name = prefix + i;
            try {
                accounts.register(new Registration(name, name + "@example.com", "password123", null));
                acknowledged.accept(name);
            } catch (ApiException _) {
                // Not acknowledged: the server was killed meanwhile, or took longer than one waits.
            }
        }
    }

    private static AccountApi anonymous(ServerProcess server) {
        return new AccountApi(new ApiClient(new OkHttpClient(), server.url(), Bearer.none()));
    }
}

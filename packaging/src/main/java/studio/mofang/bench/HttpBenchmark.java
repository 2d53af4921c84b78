package studio.mofang.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import studio.mofang.bench.LoadGenerator.Load;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.core.Accounts.Login;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Creations.Draft;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;

/// An authenticated `GET /creations/{id}` through the whole stack, against Javalin alone answering the same bytes, at
/// 32 connections; both warm, taking turns. Rules F1 and F2.
final class HttpBenchmark implements Benchmarks.Benchmark {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(3);
    /// The compilers share two cores with what they compile: the longer way of ours is done after some twelve seconds.
    private static final Duration WARMING = Duration.ofSeconds(15);

    @Override
    public List<Measure> run(Path scratch) throws IOException, InterruptedException {
        try (var server = LocalServer.start(unlimited(scratch))) {
            var token = signedUp(server);
            var path = "/api/v1/creations/" + creation(server, token);
            var body = bytes(server, token, path);
            var alone = Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        config.concurrency.useVirtualThreads = true;
                        config.routes.get(
                                path,
                                context ->
                                        context.contentType("application/json").result(body));
                    })
                    .start("127.0.0.1", 0);
            try {
                return compare(
                        new LoadGenerator(server.port(), path, token), new LoadGenerator(alone.port(), path, token));
            } finally {
                alone.stop();
            }
        } catch (ApiException e) {
            throw new IOException(e);
        }
    }

    private static List<Measure> compare(LoadGenerator stack, LoadGenerator alone) throws InterruptedException {
        stack.load(CONNECTIONS, WARMING);
        alone.load(CONNECTIONS, WARMING);
        var ours = new Loads();
        var bare = new Loads();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(alone.load(CONNECTIONS, ROUND));
            ours.add(stack.load(CONNECTIONS, ROUND));
        }
        return List.of(
                Measure.atLeast(
                        "GET /creations/{id}, 32 connections",
                        Math.round(ours.rates.median()) + "/s",
                        "Javalin alone " + Math.round(bare.rates.median()) + "/s",
                        ours.rates.median() / bare.rates.median(),
                        0.35),
                Measure.atMost(
                        "the same, processor time of one answer",
                        Math.round(ours.micros.median()) + " µs",
                        "Javalin alone " + Math.round(bare.micros.median()) + " µs",
                        ours.micros.median() / bare.micros.median(),
                        4));
    }

    private static final class Loads {
        private final Samples rates = new Samples();
        private final Samples micros = new Samples();

        void add(Load load) {
            rates.add(load.rate());
            micros.add(load.cpuMicros());
        }
    }

    private static ServerConfig unlimited(Path scratch) {
        var config = ServerConfig.standalone(0, scratch);
        return new ServerConfig(
                config.mode(), config.listen(), config.storage(), config.secrets(), config.upstreams(), false);
    }

    private static String signedUp(LocalServer server) throws ApiException {
        var accounts = new AccountApi(client(server, Bearer.none()));
        accounts.register(new Registration("bench", "bench@example.com", "password123", null));
        return accounts.login(new Login("bench", "password123")).accessToken();
    }

    private static long creation(LocalServer server, String token) throws ApiException {
        var text = "如何提高工作效率。".repeat(100);
        return new CreationApi(client(server, Bearer.fixed(token)))
                .create(new Draft(null, "writing", "wechat_article", "效率", text, List.of("测量"), null))
                .id();
    }

    private static byte[] bytes(LocalServer server, String token, String path) throws IOException {
        var request = new okhttp3.Request.Builder()
                .url("http://127.0.0.1:" + server.port() + path)
                .header("Authorization", "Bearer " + token)
                .build();
        try (var response = new OkHttpClient().newCall(request).execute()) {
            return response.body().bytes();
        }
    }

    static ApiClient client(LocalServer server, Bearer bearer) {
        return new ApiClient(new OkHttpClient(), "http://127.0.0.1:" + server.port(), bearer);
    }
}

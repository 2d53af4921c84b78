package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.core.Accounts.Login;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Json;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Listen;
import studio.mofang.server.ServerConfig.Secrets;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.ServerConfig.Upstreams;
import studio.mofang.server.account.PasswordCost;
import studio.mofang.server.payment.Merchants;

/// A real server on a free port with a clock that tests move. `shared` is one per engine for the whole run, for tests
/// that bring their own users; whatever needs other settings starts its own with `with`.
public final class TestServer implements AutoCloseable {
    public static final String CALLBACK_SECRET = "callback-secret-of-the-tests";
    public static final String ADMIN_PASSWORD = "admin-password-1";
    /// At the real cost two thirds of a test run would be spent on hashes.
    public static final PasswordCost CHEAP = new PasswordCost(64, 1);

    private static final Map<Engine, TestServer> SHARED = new EnumMap<>(Engine.class);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final OkHttpClient http = new OkHttpClient();
    private final LocalServer server;
    private final TestClock clock;

    private TestServer(LocalServer server, TestClock clock) {
        this.server = server;
        this.clock = clock;
    }

    public static synchronized TestServer shared(Engine engine) {
        return SHARED.computeIfAbsent(engine, one -> with(config(one, one.freshStorage())));
    }

    public static TestServer with(ServerConfig config) {
        var clock = new TestClock();
        return new TestServer(LocalServer.start(config, clock), clock);
    }

    public static TestServer around(LocalServer server, TestClock clock) {
        return new TestServer(server, clock);
    }

    /// No limits, the sandbox gateway, no key for any provider.
    public static ServerConfig config(Engine engine, Storage storage) {
        return new ServerConfig(
                engine.mode(),
                new Listen("127.0.0.1", 0, null, List.of()),
                storage,
                new Secrets(ADMIN_PASSWORD, CALLBACK_SECRET, Merchants.NONE, CHEAP),
                new Upstreams(null, "http://127.0.0.1:1/api/v1", true),
                false);
    }

    /// The same, with the key of a provider that is a fake.
    public static ServerConfig config(Engine engine, Storage storage, FakeDashScope dashscope) {
        var plain = config(engine, storage);
        return new ServerConfig(
                plain.mode(),
                plain.listen(),
                storage,
                plain.secrets(),
                new Upstreams(FakeProvider.KEY, dashscope.base(), true),
                false);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public LocalServer server() {
        return server;
    }

    public TestClock clock() {
        return clock;
    }

    public OkHttpClient http() {
        return http;
    }

    /// The file at an address that proves itself.
    public byte[] fetched(String address) throws IOException {
        try (var response =
                http.newCall(new Request.Builder().url(address).build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("answered " + response.code());
            }
            return response.body().bytes();
        }
    }

    public ApiClient client(Bearer bearer) {
        return new ApiClient(http, url(), bearer);
    }

    /// A user of this test alone, signed in.
    public TestUser newUser() throws ApiException {
        var name = "user_" + NAMES.incrementAndGet() + "_" + System.nanoTime() % 1_000_000;
        var anonymous = new AccountApi(client(Bearer.none()));
        anonymous.register(new Registration(name, name + "@example.com", TestUser.PASSWORD, null));
        return signIn(name, TestUser.PASSWORD);
    }

    public TestUser admin() throws ApiException {
        return signIn("admin", ADMIN_PASSWORD);
    }

    public TestUser signIn(String name, String password) throws ApiException {
        var tokens = new AccountApi(client(Bearer.none())).login(new Login(name, password));
        return new TestUser(tokens, client(Bearer.fixed(tokens.accessToken())));
    }

    /// The whole envelope of a PUT, refused or not, for tests of what a refusal carries.
    public JsonNode put(TestUser user, String path, Object body) throws IOException {
        var request = new Request.Builder()
                .url(url() + path)
                .header("Authorization", "Bearer " + user.tokens().accessToken())
                .put(RequestBody.create(Json.shared().writeValueAsBytes(body), MediaType.get("application/json")))
                .build();
        try (var answer = http.newCall(request).execute()) {
            return Json.shared().readTree(answer.body().bytes());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

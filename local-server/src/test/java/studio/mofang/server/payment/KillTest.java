package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Accounts.Login;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Callback;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.db.Store;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.ServerProcess;
import studio.mofang.server.testkit.TestCallback;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// kill -9 while sixteen threads deliver signed callbacks: what was acknowledged is there afterwards, what was not may
/// be delivered again, and nothing counts twice (rule S1). `-Dmofang.kill.rounds=20` for the long form.
class KillTest {
    private static final int ROUNDS = Integer.getInteger("mofang.kill.rounds", 2);
    private static final int THREADS = 16;
    private static final int ORDERS = 64;
    private static final int CREDITS_EACH = 100;

    private final Random random = new Random();
    private final OkHttpClient http = new OkHttpClient();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noAcknowledgedCreditIsLostOrDoubledByAKill(Engine engine) throws Exception {
        var storage = engine.freshStorage();
        int rounds = engine == Engine.H2 ? ROUNDS : 1 + ROUNDS / 3; // PostgreSQL has been killed by others before us.
        var server = start(storage);
        try {
            for (int round = 0; round < rounds; round++) {
                server = killedAndRevived(server, storage, "killed_" + round);
            }
        } finally {
            server.kill();
        }
        assertLedgerSound(storage);
    }

    private ServerProcess killedAndRevived(ServerProcess victim, Storage storage, String name) throws Exception {
        register(victim, name);
        var callbacks = callbacks(signedIn(victim, name));
        var acknowledged = deliverUntilKilled(victim, callbacks, 1 + random.nextInt(ORDERS - THREADS));
        victim.kill();
        var revived = start(storage);
        var client = signedIn(revived, name);
        var paid = paid(client);
        assertThat(paid).containsAll(acknowledged);
        assertThat(balance(client)).isEqualTo((long) paid.size() * CREDITS_EACH);
        deliverAll(revived, callbacks);
        assertThat(balance(client)).isEqualTo((long) ORDERS * CREDITS_EACH);
        return revived;
    }

    private static ServerProcess start(Storage storage) throws IOException {
        var environment = new HashMap<>(Map.of("MOFANG_SANDBOX_PAYMENTS", "true"));
        Optional.ofNullable(storage.databaseUrl()).ifPresent(url -> {
            environment.put("MOFANG_DATABASE_URL", url);
            environment.put("MOFANG_DATABASE_USER", String.valueOf(storage.databaseUser()));
            environment.put("MOFANG_DATABASE_PASSWORD", String.valueOf(storage.databasePassword()));
        });
        return ServerProcess.start(storage.dataDir(), environment);
    }

    private void register(ServerProcess server, String name) throws ApiException {
        var registration = new Registration(name, name + "@example.com", TestUser.PASSWORD, null);
        new AccountApi(new ApiClient(http, server.url(), Bearer.none())).register(registration);
    }

    private ApiClient signedIn(ServerProcess server, String name) throws ApiException {
        var anonymous = new AccountApi(new ApiClient(http, server.url(), Bearer.none()));
        var tokens = anonymous.login(new Login(name, TestUser.PASSWORD));
        return new ApiClient(http, server.url(), Bearer.fixed(tokens.accessToken()));
    }

    private static Map<String, Callback> callbacks(ApiClient client) {
        var callbacks = new ConcurrentHashMap<String, Callback>();
        var payments = new PaymentApi(client);
        Crowd.of(ORDERS, () -> {
            var order = payments.recharge(new Recharge(Money.yuan(10), "alipay", null));
            callbacks.put(
                    order.orderId(),
                    TestCallback.success(order, UUID.randomUUID().toString()));
            return order;
        });
        return callbacks;
    }

    /// The orders whose payment the server had acknowledged when it died.
    private Set<String> deliverUntilKilled(ServerProcess victim, Map<String, Callback> callbacks, int killAt) {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var count = new AtomicInteger();
        var all = List.copyOf(callbacks.values());
        Crowd.of(THREADS, thread -> {
            for (int i = thread; i < all.size(); i += THREADS) {
                if (delivered(victim, all.get(i))) {
                    acknowledged.add(String.valueOf(all.get(i).orderId()));
                    if (count.incrementAndGet() == killAt) {
                        victim.kill();
                    }
                }
            }
            return thread;
        });
        return acknowledged;
    }

    private void deliverAll(ServerProcess server, Map<String, Callback> callbacks) {
        var all = List.copyOf(callbacks.values());
        Crowd.of(
                all.size(),
                number -> assertThat(delivered(server, all.get(number))).isTrue());
    }

    private boolean delivered(ServerProcess server, Callback callback) {
        try {
            return new TestCallback(http, server.url(), TestServer.CALLBACK_SECRET)
                            .send(callback, Instant.now())
                            .status()
                    == 200;
        } catch (IOException _) {
            return false; // The server is dead: nothing was acknowledged.
        }
    }

    private static List<String> paid(ApiClient client) throws ApiException {
        return new PaymentApi(client)
                .rechargeOrders(1, 100).items().stream()
                        .filter(order -> order.status().equals("paid"))
                        .map(Order::orderId)
                        .toList();
    }

    private static long balance(ApiClient client) throws ApiException {
        return new CreditApi(client).balance().creditBalance();
    }

    private static void assertLedgerSound(Storage storage) {
        try (var database = Store.open(storage)) {
            assertThat(new LedgerCheck(database).violations()).isEmpty();
        }
    }
}

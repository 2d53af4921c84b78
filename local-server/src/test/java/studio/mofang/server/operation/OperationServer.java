package studio.mofang.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ActivityApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreditApi;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.Activities.Config;
import studio.mofang.core.Activities.Draft;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// A server of the operation tests' own, because activities change what everybody pays and gets. Each test begins
/// without any that runs.
public final class OperationServer {
    private static final Map<Engine, TestServer> SHARED = new EnumMap<>(Engine.class);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final Map<Engine, Operator> OPERATORS = new EnumMap<>(Engine.class);

    private final TestServer server;
    private final Operator operator;
    private final ActivityApi admin;

    private record Operator(TestUser user, Instant since) {}

    public OperationServer(Engine engine) throws ApiException {
        server = shared(engine);
        operator = signedIn(engine, server);
        admin = new ActivityApi(operator.user().client());
        for (var running : admin.activities("active", 1, 100).items()) {
            admin.end(running.id());
        }
    }

    private static synchronized TestServer shared(Engine engine) {
        return SHARED.computeIfAbsent(engine, one -> TestServer.with(TestServer.config(one, one.freshStorage())));
    }

    /// Signing in costs a password hash: once an hour of the test's clock is enough.
    private static synchronized Operator signedIn(Engine engine, TestServer server) throws ApiException {
        var now = server.clock().instant();
        var known = OPERATORS.get(engine);
        if (known == null || known.since().plus(Duration.ofHours(1)).isBefore(now)) {
            known = new Operator(server.admin(), now);
            OPERATORS.put(engine, known);
        }
        return known;
    }

    /// An admin, signed in.
    public TestUser operator() {
        return operator.user();
    }

    public TestServer server() {
        return server;
    }

    public ActivityApi admin() {
        return admin;
    }

    /// Somebody new, invited by whoever has the code.
    public TestUser invited(@Nullable String code) throws ApiException {
        var name = "guest_" + NAMES.incrementAndGet();
        new AccountApi(server.client(Bearer.none()))
                .register(new Registration(name, name + "@example.com", TestUser.PASSWORD, code));
        return server.signIn(name, TestUser.PASSWORD);
    }

    /// Running since a minute ago, for a year.
    public Activity runs(String type, Config config) throws ApiException {
        var now = server.clock().instant();
        return admin.create(new Draft(
                "活动" + NAMES.incrementAndGet(),
                type,
                "说明",
                config,
                now.minusSeconds(60),
                now.plus(Duration.ofDays(365))));
    }

    public static Config gift(long credits, @Nullable String on) {
        return new Config(credits, on, null, null, null);
    }

    public static Config percent(String percent) {
        return new Config(null, null, new BigDecimal(percent), null, null);
    }

    public static Config bonus(long credits) {
        return new Config(null, null, null, credits, null);
    }

    public static Config reward(@Nullable Long credits) {
        return new Config(null, null, null, null, credits);
    }

    public static long balance(TestUser user) throws ApiException {
        return new CreditApi(user.client()).balance().creditBalance();
    }

    public static void assertRefused(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

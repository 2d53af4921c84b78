package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.PaymentApi;
import studio.mofang.client.WritingApi;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;

@ParameterizedClass
@EnumSource(Engine.class)
class LimitsJourneyTest {
    private final Engine engine;

    LimitsJourneyTest(Engine engine) {
        this.engine = engine;
    }

    @Test
    void theEleventhSignInOfAMinuteWaitsAndTheNextMinuteIsFree() throws IOException {
        try (var server = TestServer.with(limited(TestServer.config(engine, engine.freshStorage())))) {
            for (int i = 0; i < 10; i++) {
                assertThat(signIn(server)).isEqualTo(401);
            }
            try (var refused = call(server)) {
                assertThat(refused.code()).isEqualTo(429);
                assertThat(Integer.parseInt(refused.header("Retry-After", "0"))).isBetween(1, 61);
            }
            server.clock().advance(Duration.ofSeconds(61));
            assertThat(signIn(server)).isEqualTo(401);
        }
    }

    @Test
    void whoTriesTokensWaitsAfterAHundredOfAMinute() throws IOException {
        try (var server = TestServer.with(limited(TestServer.config(engine, engine.freshStorage())))) {
            for (int i = 0; i < 100; i++) {
                assertThat(balance(server, "nonsense" + i)).isEqualTo(401);
            }
            assertThat(balance(server, "nonsense")).isEqualTo(429);
        }
    }

    private static int balance(TestServer server, String token) throws IOException {
        return Operations.send(server, "GET", "/api/v1/credit/balance", "Bearer " + token, new byte[0])
                .status();
    }

    @Test
    void whoTriesCouponCodesWaitsAfterTenOfAMinute() throws ApiException {
        try (var server = TestServer.with(limited(TestServer.config(engine, engine.freshStorage())))) {
            var payments = new PaymentApi(server.newUser().client());
            for (int i = 0; i < 10; i++) {
                assertRefused(40003, payments, "GUESS" + i);
            }
            assertRefused(429, payments, "GUESS10");
            assertThat(payments.recharge(new Recharge(Money.yuan(1), "alipay", null))
                            .amount())
                    .isEqualTo(Money.yuan(1));
        }
    }

    private static void assertRefused(int code, PaymentApi payments, String coupon) {
        assertThatThrownBy(() -> payments.recharge(new Recharge(Money.yuan(1), "alipay", coupon)))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void theTwentyFirstGenerationOfAnHourWaits() throws ApiException {
        try (var server = TestServer.with(limited(TestServer.config(engine, engine.freshStorage())))) {
            var writing = new WritingApi(server.newUser().client());
            var request = new WritingRequest("标题", null, null, null, null, null, null, true);
            for (int i = 0; i < 20; i++) {
                assertThat(writing.generate("work_report", request).creditsUsed())
                        .isZero();
            }
            assertThatThrownBy(() -> writing.generate("work_report", request))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.status()).isEqualTo(429));
            server.clock().advance(Duration.ofMinutes(61));
            assertThat(writing.generate("work_report", request).content()).isNotBlank();
        }
    }

    @Test
    void aMemberGeneratesAsOftenAsTheyLike() throws Exception {
        try (var server = TestServer.with(limited(TestServer.config(engine, engine.freshStorage())))) {
            var user = server.newUser();
            Purse.becomeMember(server, user);
            var writing = new WritingApi(user.client());
            var request = new WritingRequest("标题", null, null, null, null, null, null, true);
            for (int i = 0; i < 25; i++) {
                assertThat(writing.generate("work_report", request).content()).isNotBlank();
            }
        }
    }

    @Test
    void nodesOfOneStoreCountTogether() throws IOException {
        Assumptions.assumeTrue(engine == Engine.POSTGRES, "one node has nobody to share with");
        var config = limited(TestServer.config(engine, engine.freshStorage()));
        try (var one = TestServer.with(config);
                var other = TestServer.with(config)) {
            for (int i = 0; i < 5; i++) {
                assertThat(signIn(one)).isEqualTo(401);
                assertThat(signIn(other)).isEqualTo(401);
            }
            assertThat(signIn(one)).isEqualTo(429);
            assertThat(signIn(other)).isEqualTo(429);
        }
    }

    private static ServerConfig limited(ServerConfig config) {
        return new ServerConfig(
                config.mode(), config.listen(), config.storage(), config.secrets(), config.upstreams(), true);
    }

    private static int signIn(TestServer server) throws IOException {
        try (var response = call(server)) {
            return response.code();
        }
    }

    private static Response call(TestServer server) throws IOException {
        var body = RequestBody.create(
                "{\"username\":\"nobody\",\"password\":\"nothing1\"}", MediaType.get("application/json"));
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/auth/login")
                .post(body)
                .build();
        return server.http().newCall(request).execute();
    }
}

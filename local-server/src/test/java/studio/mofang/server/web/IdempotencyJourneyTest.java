package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Json;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class IdempotencyJourneyTest {
    private static final String NOBODY = "";

    private final TestServer server;
    private final String key = UUID.randomUUID().toString();

    IdempotencyJourneyTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void aRegistrationRepeatedUnderItsKeyIsTheSameUser() throws IOException {
        var body = registration();

        var first = post("/auth/register", body, NOBODY);

        assertThat(first.path("code").asInt()).isEqualTo(200);
        assertThat(post("/auth/register", body, NOBODY)).isEqualTo(first);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsAConflict() throws IOException {
        post("/auth/register", registration(), NOBODY);

        assertThat(post("/auth/register", registration(), NOBODY).path("code").asInt())
                .isEqualTo(409);
    }

    @Test
    void eightAtOnceAreOneCreation() throws ApiException {
        var token = server.newUser().tokens().accessToken();

        List<JsonNode> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> quietly("/creations", "{\"type\":\"writing\",\"title\":\"一次\"}", token))
                .toList();

        assertThat(answers).allMatch(answer -> answer.equals(answers.getFirst()));
        assertThat(answers.getFirst().path("code").asInt()).isEqualTo(200);
    }

    @Test
    void nobodyGetsTheTokenThatAnotherRefreshedUnderTheSameKey() throws IOException, ApiException {
        var alice = server.newUser();

        assertThat(post("/auth/refresh", "", alice.tokens().refreshToken())
                        .path("code")
                        .asInt())
                .isEqualTo(200);

        assertThat(post("/auth/refresh", "", NOBODY).path("code").asInt()).isEqualTo(401);
        var bob = post("/auth/refresh", "", server.newUser().tokens().refreshToken());
        assertThat(bob.path("code").asInt()).isEqualTo(200);
    }

    @Test
    void aRefreshRepeatedUnderItsKeyIsTheSameToken() throws IOException, ApiException {
        var refresh = server.newUser().tokens().refreshToken();

        var first = post("/auth/refresh", "", refresh);

        assertThat(first.path("code").asInt()).isEqualTo(200);
        assertThat(post("/auth/refresh", "", refresh)).isEqualTo(first);
    }

    @Test
    void aCancelUnderItsKeyIsOfOneOrder() throws IOException, ApiException {
        var user = server.newUser();
        var token = user.tokens().accessToken();
        var payments = new PaymentApi(user.client());
        var order = payments.recharge(new Recharge(Money.yuan(10), "alipay", null));
        var other = payments.recharge(new Recharge(Money.yuan(10), "alipay", null));

        var first = post("/credit/orders/" + order.orderId() + "/cancel", "", token);

        assertThat(first.path("code").asInt()).isEqualTo(200);
        assertThat(post("/credit/orders/" + order.orderId() + "/cancel", "", token))
                .isEqualTo(first);
        assertThat(post("/credit/orders/" + other.orderId() + "/cancel", "", token)
                        .path("code")
                        .asInt())
                .isEqualTo(409);
        assertThat(payments.order(other.orderId()).status()).isEqualTo("pending");
    }

    @Test
    void aSignInIsRepeatedOnlyForWhoKnowsThePassword() throws IOException, ApiException {
        var name = server.newUser().tokens().user().username();
        var right = "{\"username\":\"" + name + "\",\"password\":\"" + TestUser.PASSWORD + "\"}";

        var first = post("/auth/login", right, NOBODY);

        assertThat(post("/auth/login", right, NOBODY)).isEqualTo(first);
        assertThat(post("/auth/login", right.replace("123", "321"), NOBODY)
                        .path("code")
                        .asInt())
                .isEqualTo(401);
    }

    private JsonNode quietly(String path, String body, String token) {
        try {
            return post(path, body, token);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode post(String path, String body, String token) throws IOException {
        var request = new Request.Builder()
                .url(server.url() + Api.PREFIX + path)
                .header("Idempotency-Key", key)
                .post(RequestBody.create(body, MediaType.get("application/json")));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var response = server.http().newCall(request.build()).execute()) {
            return Json.shared().readTree(response.body().bytes());
        }
    }

    private static String registration() {
        var name = "i" + UUID.randomUUID().toString().substring(0, 8);
        return "{\"username\":\"" + name + "\",\"email\":\"" + name + "@example.com\",\"password\":\"password123\"}";
    }
}

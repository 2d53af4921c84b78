package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.OperationApi;
import studio.mofang.core.Json;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Who somebody is, owns and has is never taken from what they send (rule X13).
@ParameterizedClass
@EnumSource(Engine.class)
class UnboundFieldsTest {
    private final TestServer server;

    UnboundFieldsTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void nobodyRegistersAsAnAdminOrWithCredits() throws Exception {
        var name = "climber" + System.nanoTime() % 1_000_000_000;

        var answer = post("/api/v1/auth/register", "", """
                {"username":"%s","email":"%s@example.com","password":"%s","role":"admin","is_admin":true,"id":1,
                 "credit_balance":9999,"is_member":true,"membership_type":"yearly"}""".formatted(name, name, TestUser.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        var climber = server.signIn(name, TestUser.PASSWORD);
        assertThat(new CreditApi(climber.client()).balance().creditBalance()).isZero();
        assertThat(new CreditApi(climber.client()).balance().isMember()).isFalse();
        assertThatThrownBy(() -> new OperationApi(climber.client()).statistics(LocalDate.EPOCH, LocalDate.EPOCH))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    @Test
    void aCreationIsItsSendersWhateverItSays() throws Exception {
        var owner = server.newUser();
        var other = server.newUser();

        var answer = post(
                "/api/v1/creations",
                owner.tokens().accessToken(),
                "{\"type\":\"writing\",\"title\":\"谁的\",\"content\":\"字\",\"user_id\":" + other.id()
                        + ",\"version\":77}");

        var made = Json.shared().readTree(answer.text()).path("data");
        assertThat(made.path("version").asLong()).isEqualTo(1);
        long id = made.path("id").asLong();
        assertThat(new CreationApi(owner.client()).creation(id).title()).isEqualTo("谁的");
        assertThatThrownBy(() -> new CreationApi(other.client()).creation(id))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    private Operations.Answer post(String path, String token, String body) throws Exception {
        return Operations.send(server, "POST", path, "Bearer " + token, body.getBytes(StandardCharsets.UTF_8));
    }
}

package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.generation.Studio.SAMPLE;
import static studio.mofang.server.generation.Studio.balance;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Json;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestUser;

/// The same request under the same `Idempotency-Key` is one generation and one charge.
@ParameterizedClass
@EnumSource(Engine.class)
class RepeatedWritingTest {
    private static final String PATH = "writing/wechat_article/generate";

    private final Studio studio;
    private final String key = UUID.randomUUID().toString();

    RepeatedWritingTest(Engine engine) {
        studio = Studio.shared(engine);
    }

    @Test
    void theSameKeyAnswersTheSameAndChargesOnce() throws Exception {
        var user = studio.richUser();

        var first = send(user, SAMPLE);
        var again = send(user, SAMPLE);

        assertThat(again).isEqualTo(first);
        assertThat(studio.dashscope().received()).hasSize(1);
        assertThat(balance(user).creditBalance()).isEqualTo(90);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() throws Exception {
        var user = studio.richUser();
        send(user, SAMPLE);

        assertConflict(() -> send(user, Studio.titled("别的题目")));
        assertThat(balance(user).creditBalance()).isEqualTo(90);
    }

    @Test
    void anotherBodyIsAConflictAtOnceAlsoWhileTheFirstIsWorkedOn() throws Exception {
        var user = studio.richUser();
        studio.dashscope().next(exchange -> {
            assertConflict(() -> send(user, Studio.titled("别的题目")));
            studio.dashscope().says("第一篇").to(exchange);
        });

        assertThat(send(user, SAMPLE).content()).isEqualTo("第一篇");
    }

    @Test
    void eightAtOnceAreOneGeneration() throws Exception {
        var user = studio.richUser();

        var answers = Crowd.of(8, () -> send(user, SAMPLE));

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(studio.dashscope().received()).hasSize(1);
        assertThat(balance(user).creditBalance()).isEqualTo(90);
        assertThat(balance(user).creditHeld()).isZero();
    }

    @Test
    void aFailedGenerationMayBeTriedAgainUnderItsKey() throws Exception {
        var user = studio.richUser();
        studio.dashscope().next(studio.dashscope().refuses(503, "ModelUnavailable"));

        assertThatThrownBy(() -> send(user, SAMPLE)).isInstanceOf(ApiException.class);

        assertThat(send(user, SAMPLE).creditsUsed()).isEqualTo(10);
        assertThat(balance(user).creditBalance()).isEqualTo(90);
    }

    @Test
    void aRepeatedStreamGetsTheAnswerAtOnce() throws Exception {
        var user = studio.richUser();
        var first = send(user, SAMPLE);

        var request = new Request.Builder()
                .url(studio.server().url() + "/api/v1/" + PATH)
                .header("Authorization", "Bearer " + user.tokens().accessToken())
                .header("Accept", "text/event-stream")
                .header("Idempotency-Key", key)
                .post(RequestBody.create(Json.shared().writeValueAsBytes(SAMPLE), MediaType.get("application/json")));
        try (var response = studio.server().http().newCall(request.build()).execute()) {
            var body = response.body().string();
            assertThat(response.header("Content-Type")).startsWith("text/event-stream");
            assertThat(body).startsWith("event: done\ndata: ").contains("\"creation_id\":" + first.creationId() + ",");
        }
        assertThat(studio.dashscope().received()).hasSize(1);
    }

    private Generated send(TestUser user, WritingRequest request) throws ApiException {
        return user.client().post(PATH, request, key, new TypeReference<>() {});
    }

    private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(409));
    }
}

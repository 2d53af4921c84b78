package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.generation.Studio.SAMPLE;
import static studio.mofang.server.generation.Studio.balance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.EventStream;
import studio.mofang.client.WritingApi;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeProvider.Answer;
import studio.mofang.server.testkit.TestUser;

/// Closing the stream ends the call at the provider and gives the credits back.
@ParameterizedClass
@EnumSource(Engine.class)
class CancelledWritingTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Studio studio;

    CancelledWritingTest(Engine engine) {
        studio = Studio.shared(engine);
    }

    @Test
    void aClosedStreamCostsNothingAndEndsTheCallAtTheProvider() throws Exception {
        var user = studio.richUser();

        startAndCancel(user, studio.dashscope().neverEnds());

        Eventually.holds(SOON, "credits given back", () -> balance(user).creditHeld() == 0);
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        Eventually.holds(
                SOON, "the provider hears of it", () -> studio.dashscope().hungUp() == 1);
    }

    @Test
    void alsoWhileTheModelIsSilent() throws Exception {
        var user = studio.richUser();

        startAndCancel(user, studio.dashscope().fallsSilent());

        Eventually.holds(SOON, "credits given back", () -> balance(user).creditHeld() == 0);
        assertThat(balance(user).creditBalance()).isEqualTo(100);
    }

    private void startAndCancel(TestUser user, Answer answer) throws Exception {
        studio.dashscope().next(answer);
        var stream = new WritingApi(user.client()).stream("wechat_article", SAMPLE);
        var firstPiece = new CompletableFuture<String>();
        var run = Thread.ofVirtual().start(() -> assertUnanswered(stream, firstPiece));
        firstPiece.join();
        assertThat(balance(user).creditHeld()).isEqualTo(10);
        stream.cancel();
        run.join();
    }

    private static void assertUnanswered(EventStream stream, CompletableFuture<String> firstPiece) {
        assertThatThrownBy(() -> stream.run(firstPiece::complete))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.unanswered()).isTrue());
    }
}

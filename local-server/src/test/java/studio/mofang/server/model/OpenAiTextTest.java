package studio.mofang.server.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.mofang.core.writing.Prompt;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.testkit.FakeOpenAi;
import studio.mofang.server.testkit.FakeProvider;

class OpenAiTextTest {
    private final FakeOpenAi fake = new FakeOpenAi();
    private final Cancellation cancellation = new Cancellation();
    private final ArrayList<String> pieces = new ArrayList<>();
    private final Outbound outbound = new Outbound();

    @AfterEach
    void close() {
        fake.close();
    }

    /// The provider may have taken it, and bills what it takes.
    @Test
    void aRequestWhoseLineIsCutIsNotSentAgain() {
        write("custom", fake.base());
        fake.next(_ -> {
            throw new IOException("taken, and cut before the answer");
        });

        assertThatThrownBy(() -> write("custom", fake.base())).isInstanceOf(ModelFailure.class);
        assertThat(fake.received()).hasSize(2);
    }

    @Test
    void aTextComesInPiecesWithoutTheReasoning() {
        var written = write("openai", fake.base());

        assertThat(written.text()).isEqualTo(FakeOpenAi.TEXT);
        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(written).isEqualTo(new Written(FakeOpenAi.TEXT, "stop", 12, 34));
    }

    @Test
    void theAddressIsJoinedToABaseWithoutV1() {
        write("zhipu", fake.oddBase());

        assertThat(fake.received().getFirst().path()).isEqualTo("/api/paas/v4/chat/completions");
    }

    @Test
    void moonshotIsSentNoSampling() {
        write("moonshot", fake.base());
        write("deepseek", fake.base());

        var moonshot = fake.received().get(0).body();
        var deepseek = fake.received().get(1).body();
        assertThat(moonshot.has("temperature")).isFalse();
        assertThat(moonshot.path("max_completion_tokens").asInt()).isEqualTo(2000);
        assertThat(deepseek.path("temperature").asDouble()).isEqualTo(0.7);
        assertThat(deepseek.path("max_tokens").asInt()).isEqualTo(2000);
    }

    @Test
    void ollamaIsSentNoKey() {
        call(endpoint("ollama", fake.base(), null, outbound.open()));

        assertThat(fake.received().getFirst().authorization()).isNull();
    }

    @Test
    void anUnknownFinishReasonAndAMissingDoneAreAnEnd() {
        fake.next(fake.withoutDone("写完了"));

        assertThat(write("custom", fake.base()).text()).isEqualTo("写完了");
    }

    @Test
    void aPlainJsonAnswerIsAText() {
        fake.next(fake.plain("一整篇"));

        assertThat(write("custom", fake.base()).text()).isEqualTo("一整篇");
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_api_key, x, KEY_REFUSED",
        "401, 1002, '', KEY_REFUSED",
        "402, '', invalid_request_error, NO_BALANCE",
        "403, AccountOverdueError, '', NO_BALANCE",
        "429, 1113, '', NO_BALANCE",
        "429, 1302, '', BUSY",
        "429, insufficient_quota, insufficient_quota, NO_BALANCE",
        "400, 1301, '', REJECTED",
        "400, InputTextRiskDetection, BadRequest, REJECTED",
        "404, model_not_found, '', MODEL_UNKNOWN",
        "400, context_length_exceeded, '', TOO_LONG",
        "422, '', '', REFUSED",
        "503, '', '', BUSY"
    })
    void eachErrorCodeHasItsMeaning(int status, String code, String type, Kind kind) {
        fake.next(fake.refuses(status, code, type));

        assertFails(kind);
    }

    @Test
    void aTextThatTheFilterEndedIsAFailure() {
        fake.next(fake.says("一半", "sensitive"), fake.errorWithin("1301"));

        assertFails(Kind.REJECTED);
        assertFails(Kind.REJECTED);
    }

    @Test
    void aCutStreamIsAFailureAndNoShortText() {
        fake.next(fake.cut(), fake.endsWithoutEnd());

        assertFails(Kind.CUT);
        assertFails(Kind.CUT);
    }

    @Test
    void aPageOfHtmlIsUnderstoodAsNoAnswer() {
        fake.next(fake.html(502), fake.html(200));

        assertFails(Kind.BUSY);
        assertFails(Kind.BROKEN);
    }

    @Test
    void cancellingEndsTheCallItself() {
        fake.next(fake.neverEnds());
        var firstPiece = new CompletableFuture<String>();
        var model = new OpenAiText(endpoint("custom", fake.base(), FakeProvider.KEY, outbound.open()));
        Thread.startVirtualThread(() -> {
            firstPiece.join();
            cancellation.cancel();
        });

        assertThatThrownBy(() -> model.write(order(Duration.ofSeconds(10)), firstPiece::complete, cancellation))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
        assertHungUp();
    }

    @Test
    void theDeadlineHoldsForTheWholeCall() {
        fake.next(fake.neverEnds());
        var model = new OpenAiText(endpoint("custom", fake.base(), FakeProvider.KEY, outbound.open()));

        assertThatThrownBy(() -> model.write(order(Duration.ofMillis(300)), _ -> {}, cancellation))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
        assertHungUp();
    }

    @Test
    void aGuardedClientReachesNeitherNumberNorNameNorRedirectOfThisMachine() {
        for (var base : new String[] {
            fake.base(),
            fake.base().replace("127.0.0.1", "localhost"),
            "http://[::ffff:127.0.0.1]:9/v1",
            "http://2130706433/v1"
        }) {
            assertThatThrownBy(() -> call(endpoint("custom", base, FakeProvider.KEY, outbound.guarded())))
                    .isInstanceOfSatisfying(
                            ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.ADDRESS_CLOSED));
        }
        assertThat(fake.received()).isEmpty();
    }

    @Test
    void aRedirectTakesNoKeyToAnotherHost() {
        try (var other = new FakeOpenAi()) {
            fake.next(fake.redirect(other.base() + "/chat/completions"));

            assertThat(write("custom", fake.base()).text()).isEqualTo(FakeOpenAi.TEXT);
            assertThat(other.received().getFirst().authorization()).isNull();
        }
    }

    @Test
    void redirectsEndAfterThree() {
        var again = fake.redirect(fake.base() + "/chat/completions");
        fake.next(again, again, again, again);

        assertFails(Kind.UNREACHABLE);
        assertThat(fake.received()).hasSize(4);
    }

    @Test
    void noFailureNamesTheKey() {
        fake.next(fake.refuses(400, "odd", "odd"));

        assertThatThrownBy(() -> write("custom", fake.base()))
                .hasMessageContaining("Refused on purpose")
                .hasMessageNotContaining(FakeProvider.KEY);
    }

    private void assertFails(Kind kind) {
        assertThatThrownBy(() -> write("custom", fake.base()))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private void assertHungUp() {
        var patience = Instant.now().plusSeconds(2);
        while (fake.hungUp() == 0 && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        assertThat(fake.hungUp()).isEqualTo(1);
    }

    private Written write(String provider, String base) {
        return call(endpoint(provider, base, FakeProvider.KEY, outbound.open()));
    }

    private Written call(Endpoint endpoint) {
        return new OpenAiText(endpoint).write(order(Duration.ofSeconds(10)), pieces::add, cancellation);
    }

    private static TextModel.Order order(Duration deadline) {
        return new TextModel.Order(new Prompt("你是编辑", "写"), deadline);
    }

    private static Endpoint endpoint(String provider, String base, @Nullable String key, OkHttpClient http) {
        var config = Map.<String, Object>of("temperature", 0.7, "max_tokens", 2000);
        return new Endpoint(Provider.named(provider), "some-model", HttpUrl.get(base), key, config, http);
    }
}

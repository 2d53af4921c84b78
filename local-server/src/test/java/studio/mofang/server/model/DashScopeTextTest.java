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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.mofang.core.writing.Prompt;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider;

class DashScopeTextTest {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final FakeDashScope fake = new FakeDashScope();
    private final Cancellation cancellation = new Cancellation();
    private final ArrayList<String> pieces = new ArrayList<>();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aTextComesInPiecesWithItsUsage() {
        var written = write(FakeProvider.KEY, SHORT);

        assertThat(written.text()).isEqualTo(FakeDashScope.TEXT);
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(String.join("", pieces)).isEqualTo(FakeDashScope.TEXT);
        assertThat(written.inputTokens()).isEqualTo(42);
        assertThat(written.finishReason()).isEqualTo("stop");
    }

    @Test
    void theRequestCarriesTheModelItsSettingsAndTheKeyOfThisCall() {
        write(FakeProvider.KEY, SHORT);

        var call = fake.received().getFirst();
        assertThat(call.authorization()).isEqualTo("Bearer " + FakeProvider.KEY);
        assertThat(call.body().path("model").asText()).isEqualTo("qwen-max");
        assertThat(call.body().at("/parameters/temperature").asDouble())
                .isEqualTo(0.7, org.assertj.core.data.Offset.offset(0.001));
        assertThat(call.body().at("/input/messages/0/role").asText()).isEqualTo("system");
        assertThat(call.body().at("/input/messages/1/content").asText()).isEqualTo("写");
    }

    @ParameterizedTest
    @CsvSource({
        "400, DataInspectionFailed, REJECTED",
        "400, Arrearage, NO_BALANCE",
        "400, InvalidParameter, REFUSED",
        "401, InvalidApiKey, KEY_REFUSED",
        "403, AccessDenied.Unpurchased, NO_PERMISSION",
        "403, AllocationQuota.FreeTierOnly, NO_BALANCE",
        "404, ModelNotFound, MODEL_UNKNOWN",
        "429, Throttling.RateQuota, BUSY",
        "500, InternalError.Algo, BUSY",
        "503, ModelUnavailable, BUSY"
    })
    void eachErrorCodeHasItsMeaning(int status, String code, Kind kind) {
        fake.next(fake.refuses(status, code));

        assertFails(kind);
    }

    @Test
    void anErrorWithinTheStreamIsAFailureAndNoShortText() {
        fake.next(fake.errorEvent("DataInspectionFailed", "Output data may contain inappropriate content."));

        assertFails(Kind.REJECTED);
    }

    @Test
    void aCutStreamIsAFailureAndNoShortText() {
        fake.next(fake.cut(), fake.endsWithoutStop());

        assertFails(Kind.CUT);
        assertFails(Kind.CUT);
    }

    /// The provider may have taken it, and bills what it takes.
    @Test
    void aRequestWhoseLineIsCutIsNotSentAgain() {
        var model = new DashScopeText(endpoint(FakeProvider.KEY));
        model.write(order(SHORT), pieces::add, cancellation);
        fake.next(_ -> {
            throw new IOException("taken, and cut before the answer");
        });

        assertThatThrownBy(() -> model.write(order(SHORT), pieces::add, cancellation))
                .isInstanceOf(ModelFailure.class);
        assertThat(fake.received()).hasSize(2);
    }

    @Test
    void aPageOfHtmlIsUnderstoodAsNoAnswer() {
        fake.next(fake.html(502), fake.html(200));

        assertFails(Kind.BUSY);
        assertFails(Kind.BROKEN);
    }

    @Test
    void anEmptyTextIsAFailure() {
        fake.next(fake.says(" "));

        assertFails(Kind.EMPTY);
    }

    @Test
    void aPlainJsonAnswerIsAText() {
        fake.next(fake.plain("一整篇"));

        assertThat(write(FakeProvider.KEY, SHORT).text()).isEqualTo("一整篇");
    }

    @Test
    void anUnreachableHostIsToldFromARefusal() {
        fake.close();

        assertFails(Kind.UNREACHABLE);
    }

    @Test
    void theDeadlineEndsTheCallItself() throws InterruptedException {
        fake.next(fake.neverEnds());

        assertThatThrownBy(() -> write(FakeProvider.KEY, Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
        assertHungUp();
    }

    @Test
    void cancellingEndsTheCallItself() throws InterruptedException {
        fake.next(fake.neverEnds());
        var firstPiece = new CompletableFuture<String>();
        var model = new DashScopeText(endpoint(FakeProvider.KEY));
        Thread.startVirtualThread(() -> {
            firstPiece.join();
            cancellation.cancel();
        });

        assertThatThrownBy(() -> model.write(order(SHORT), firstPiece::complete, cancellation))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
        assertHungUp();
    }

    @Test
    void noFailureNamesTheKey() {
        fake.next(fake.refuses(400, "InvalidParameter"));

        assertThatThrownBy(() -> write(FakeProvider.KEY, SHORT))
                .hasMessageContaining("InvalidParameter")
                .hasMessageNotContaining(FakeProvider.KEY);
        assertThat(endpoint(FakeProvider.KEY).toString()).doesNotContain(FakeProvider.KEY);
    }

    private void assertFails(Kind kind) {
        assertThatThrownBy(() -> write(FakeProvider.KEY, SHORT))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private void assertHungUp() throws InterruptedException {
        var patience = Instant.now().plusSeconds(2);
        while (fake.hungUp() == 0 && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        assertThat(fake.hungUp()).isEqualTo(1);
    }

    private Written write(String key, Duration deadline) {
        return new DashScopeText(endpoint(key)).write(order(deadline), pieces::add, cancellation);
    }

    private static TextModel.Order order(Duration deadline) {
        return new TextModel.Order(new Prompt("你是编辑", "写"), deadline);
    }

    private Endpoint endpoint(String key) {
        return new Endpoint(
                Provider.named("qwen"),
                "qwen-max",
                HttpUrl.get(fake.base()),
                key,
                Map.of("temperature", 0.7),
                new Outbound().open());
    }
}

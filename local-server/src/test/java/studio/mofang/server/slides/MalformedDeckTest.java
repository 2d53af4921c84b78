package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.generation.Studio.balance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.core.Fault;
import studio.mofang.server.generation.Studio;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;

/// Models that do not answer in the form they were asked for.
@ParameterizedClass
@EnumSource(Engine.class)
class MalformedDeckTest {
    private static final String REPAIRABLE = "好的,以下是幻灯片:\n```json\n"
            + SlidesJourneyTest.GOOD.replace("\"bullets\"", "bullets").strip().replaceFirst("]}$", "");
    static final String HOPELESS = "抱歉,我只会写诗。";

    private final Studio studio;
    private final FakeDashScope dashscope;

    MalformedDeckTest(Engine engine) {
        studio = Studio.shared(engine);
        dashscope = studio.dashscope();
    }

    @Test
    void malformedJsonIsRepairedWithoutAskingAgain() throws Exception {
        dashscope.next(dashscope.says(REPAIRABLE));
        var user = studio.richUser();

        var deck = new SlidesApi(user.client()).generate(SlidesJourneyTest.SAMPLE);

        assertThat(dashscope.received()).hasSize(1);
        assertThat(new CreationApi(user.client()).creation(deck.pptId()).content())
                .contains("轻巧的秘密");
    }

    @Test
    void whatIsNoDeckIsAskedForOnceMore() throws Exception {
        dashscope.next(dashscope.says(HOPELESS), dashscope.says(SlidesJourneyTest.GOOD));
        var user = studio.richUser();

        assertThat(new SlidesApi(user.client())
                        .generate(SlidesJourneyTest.SAMPLE)
                        .creditsUsed())
                .isEqualTo(30);
        assertThat(dashscope.received()).hasSize(2);
        assertThat(balance(user).creditBalance()).isEqualTo(70);
    }

    @Test
    void twiceNoDeckIsRefusedAndCostsNothing() throws Exception {
        dashscope.next(dashscope.says(HOPELESS), dashscope.says("{\"slides\": []}"));
        var user = studio.richUser();

        assertThatThrownBy(() -> new SlidesApi(user.client()).generate(SlidesJourneyTest.SAMPLE))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(Fault.GENERATION_FAILED.code()));
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        assertThat(balance(user).creditHeld()).isZero();
        assertThat(new CreationApi(user.client())
                        .list(new CreationApi.Query(null, "ppt", null, null, false, 1, 20))
                        .items())
                .isEmpty();
    }
}

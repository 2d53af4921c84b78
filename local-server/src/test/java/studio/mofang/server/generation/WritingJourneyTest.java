package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.generation.Studio.SAMPLE;
import static studio.mofang.server.generation.Studio.balance;
import static studio.mofang.server.generation.Studio.titled;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.WritingApi;
import studio.mofang.core.AiModels;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Envelope.FieldError;
import studio.mofang.core.Fault;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.FakeProvider.Answer;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class WritingJourneyTest {
    private static final String ARTICLE = "wechat_article";

    private final Engine engine;
    private final Studio studio;
    private final FakeDashScope dashscope;

    WritingJourneyTest(Engine engine) {
        this.engine = engine;
        studio = Studio.shared(engine);
        dashscope = studio.dashscope();
    }

    @Test
    void theSampleOfTheContractIsWrittenAndCharged() throws Exception {
        var user = studio.richUser();

        var generated = writing(user).generate(ARTICLE, SAMPLE);

        assertThat(generated.content()).isEqualTo(FakeDashScope.TEXT);
        assertThat(generated.creditsUsed()).isEqualTo(10);
        assertThat(generated.provider()).isEqualTo("dashscope");
        assertThat(generated.modelName()).isEqualTo("qwen-max");
        assertThat(balance(user).creditBalance()).isEqualTo(90);
        assertThat(balance(user).creditHeld()).isZero();
        var line = new CreditApi(user.client()).transactions(1, 1).items().getFirst();
        assertThat(line.type()).isEqualTo("generation");
        assertThat(line.amount()).isEqualTo(-10);
        assertThat(line.description()).isEqualTo("生成公众号文章《如何提高工作效率》");
        assertThat(dashscope
                        .received()
                        .getFirst()
                        .body()
                        .at("/input/messages/1/content")
                        .asText())
                .contains("如何提高工作效率", "时间管理");
    }

    @Test
    void aStreamBringsThePiecesAndThenTheDocumentedAnswer() throws Exception {
        var user = studio.richUser();
        var text = new StringBuilder();

        var generated = writing(user).stream(ARTICLE, SAMPLE).run(text::append);

        assertThat(text).hasToString(FakeDashScope.TEXT);
        assertThat(generated.content()).isEqualTo(FakeDashScope.TEXT);
        assertThat(balance(user).creditBalance()).isEqualTo(90);
    }

    @Test
    void theFourteenToolsAreListedInTheOrderOfTheContract() throws Exception {
        var tools = writing(studio.server().newUser()).tools();

        assertThat(tools)
                .extracting(Tool::type)
                .containsExactly(
                        "wechat_article",
                        "xiaohongshu_note",
                        "official_document",
                        "academic_paper",
                        "marketing_copy",
                        "news_article",
                        "video_script",
                        "story_novel",
                        "business_plan",
                        "work_report",
                        "resume",
                        "lesson_plan",
                        "content_rewrite",
                        "translation");
        assertThat(tools.getFirst().name()).isEqualTo("公众号文章");
        assertThat(tools.getFirst().creditsCost()).isEqualTo(10);
    }

    @Test
    void withoutAModelTheToolsPriceCounts() throws Exception {
        var user = studio.richUser();

        var generated = writing(user).generate("xiaohongshu_note", titled("春天的咖啡馆"));

        assertThat(generated.creditsUsed()).isEqualTo(toolCost(user, "xiaohongshu_note"));
        assertThat(balance(user).creditBalance()).isEqualTo(100 - generated.creditsUsed());
    }

    @Test
    void aMemberPaysNothing() throws Exception {
        var user = studio.server().newUser();
        Purse.becomeMember(studio.server(), user);

        assertThat(writing(user).generate(ARTICLE, SAMPLE).creditsUsed()).isZero();
    }

    @Test
    void withoutEnoughCreditsNothingIsAskedOfTheModel() throws Exception {
        var user = studio.server().newUser();

        assertRefused(Fault.INSUFFICIENT_CREDITS, () -> writing(user).generate(ARTICLE, SAMPLE));
        assertRefused(
                Fault.INSUFFICIENT_CREDITS,
                () -> writing(user).stream(ARTICLE, SAMPLE).run(_ -> {}));
        assertThat(dashscope.received()).isEmpty();
    }

    @Test
    void everyFailureOfTheModelIsToldAndCostsNothing() throws Exception {
        var user = studio.richUser();
        var failures = Map.of(
                dashscope.refuses(401, "InvalidApiKey"), 40006,
                dashscope.refuses(400, "Arrearage"), 40006,
                dashscope.refuses(429, "Throttling"), 40006,
                dashscope.refuses(503, "ModelUnavailable"), 40006,
                dashscope.html(502), 40006,
                dashscope.cut(), 40006,
                dashscope.refuses(400, "DataInspectionFailed"), 40007,
                dashscope.errorEvent("DataInspectionFailed", "no"), 40007,
                dashscope.says(" "), 40007);
        for (var failure : failures.entrySet()) {
            dashscope.next(failure.getKey(), failure.getKey());

            assertCode(failure.getValue(), () -> writing(user).generate(ARTICLE, SAMPLE));
            assertCode(
                    failure.getValue(),
                    () -> writing(user).stream(ARTICLE, SAMPLE).run(_ -> {}));
        }
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        assertThat(balance(user).creditHeld()).isZero();
    }

    @Test
    void whatIsWrongIsNamedBeforeAnythingIsHeld() throws Exception {
        var user = studio.richUser();
        var api = writing(user);

        assertRefused(Fault.NOT_FOUND, () -> api.generate("poem", SAMPLE));
        assertRefused(Fault.NOT_FOUND, () -> api.generate(ARTICLE, with(99_999L, null, Map.of())));
        assertField("model_id", () -> api.generate(ARTICLE, with(2L, null, Map.of())));
        assertField("title", () -> api.generate(ARTICLE, titled(" ")));
        assertField("fields.style", () -> api.generate(ARTICLE, with(1L, null, Map.of("style", "sonnet"))));
        assertThat(dashscope.received()).isEmpty();
        assertThat(balance(user).creditHeld()).isZero();
    }

    @Test
    void anotherUsersCreationIsNotThere() throws Exception {
        var theirs = writing(studio.richUser()).generate(ARTICLE, SAMPLE).creationId();
        dashscope.reset();
        var user = studio.richUser();

        assertRefused(Fault.NOT_FOUND, () -> writing(user).generate(ARTICLE, with(1L, theirs, Map.of())));
        assertThat(dashscope.received()).isEmpty();
    }

    @Test
    void aCreationGetsANewVersion() throws Exception {
        var user = studio.richUser();
        var first = writing(user).generate(ARTICLE, SAMPLE);

        var second = writing(user).generate(ARTICLE, with(1L, first.creationId(), Map.of()));

        assertThat(second.creationId()).isEqualTo(first.creationId());
        assertThat(second.uuid()).isEqualTo(first.uuid());
    }

    @Test
    void aTextForACreationTrashedMeanwhileBringsItBack() throws Exception {
        var user = studio.richUser();
        var gallery = new CreationApi(user.client());
        var first = writing(user).generate(ARTICLE, SAMPLE);
        dashscope.next(once(() -> gallery.delete(first.creationId()), "新的一版"));

        var second = writing(user).generate(ARTICLE, with(1L, first.creationId(), Map.of()));

        assertThat(second.creationId()).isEqualTo(first.creationId());
        assertThat(gallery.creation(first.creationId()).content()).isEqualTo("新的一版");
        assertThat(balance(user).creditBalance()).isEqualTo(80);
    }

    @Test
    void aTextForACreationPurgedMeanwhileBecomesANewOne() throws Exception {
        var user = studio.richUser();
        var gallery = new CreationApi(user.client());
        var first = writing(user).generate(ARTICLE, SAMPLE);
        dashscope.next(once(
                () -> {
                    gallery.delete(first.creationId());
                    gallery.purge(first.creationId());
                },
                "新的一篇"));

        var second = writing(user).generate(ARTICLE, with(1L, first.creationId(), Map.of()));

        assertThat(second.creationId()).isNotEqualTo(first.creationId());
        assertThat(gallery.creation(second.creationId()).content()).isEqualTo("新的一篇");
    }

    @Test
    void aSwitchedOffModelIsRefused() throws Exception {
        var models = new ModelApi(studio.server().admin().client());
        var off = models.add(new AiModels.Draft("停用", "qwen", "qwen-plus", null, null, null, null, 8, false));

        assertField("model_id", () -> writing(studio.richUser()).generate(ARTICLE, with(off.id(), null, Map.of())));
    }

    @Test
    void theModelsPriceCountsAndTheOwnersKeyIsFreeForItsOwnerAlone() throws Exception {
        var admin = studio.server().admin();
        Purse.recharge(studio.server(), admin, 10);
        var model = new ModelApi(admin.client())
                .add(new AiModels.Draft("自带", "qwen", "qwen-plus", null, FakeProvider.KEY, null, null, 8, null));
        var request = with(model.id(), null, Map.of());

        assertThat(writing(studio.richUser()).generate(ARTICLE, request).creditsUsed())
                .isEqualTo(8);
        assertThat(writing(admin).generate(ARTICLE, request).creditsUsed()).isEqualTo(engine == Engine.H2 ? 0 : 8);
    }

    @Test
    void anOfflineDraftIsFreeAndSaysSo() throws Exception {
        var user = studio.server().newUser();
        var request = new WritingRequest("春天", null, null, null, null, null, null, true);

        var generated = writing(user).generate(ARTICLE, request);

        assertThat(generated.provider()).isEqualTo("offline");
        assertThat(generated.creditsUsed()).isZero();
        assertThat(generated.content()).startsWith("> 离线草稿").contains("春天");
        assertField(
                "offline",
                () -> writing(user)
                        .generate(ARTICLE, new WritingRequest("春天", null, null, 1L, null, null, null, true)));
    }

    @Test
    void withoutAKeyTheCreatorsMachineComposesAndTheHostedServerRefuses() throws Exception {
        var user = TestServer.shared(engine).newUser();
        var text = new StringBuilder();

        if (engine == Engine.POSTGRES) {
            assertRefused(Fault.AI_CALL_FAILED, () -> writing(user).generate(ARTICLE, SAMPLE));
        } else {
            var generated = writing(user).stream(ARTICLE, SAMPLE).run(text::append);
            assertThat(generated.provider()).isEqualTo("offline");
            assertThat(text).hasToString(generated.content());
        }
    }

    /// The model answers when `meanwhile` has happened.
    private Answer once(ThrowingCallable meanwhile, String text) {
        return exchange -> {
            assertThatCode(meanwhile).doesNotThrowAnyException();
            dashscope.says(text).to(exchange);
        };
    }

    private long toolCost(TestUser user, String type) throws ApiException {
        return writing(user).tools().stream()
                .filter(tool -> tool.type().equals(type))
                .findFirst()
                .orElseThrow()
                .creditsCost();
    }

    private static WritingRequest with(Long modelId, Long creationId, Map<String, String> fields) {
        return new WritingRequest("如何提高工作效率", List.of(), null, modelId, fields, creationId, null);
    }

    private static WritingApi writing(TestUser user) {
        return new WritingApi(user.client());
    }

    private static void assertRefused(Fault fault, ThrowingCallable call) {
        assertCode(fault.code(), call);
    }

    private static void assertCode(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void assertField(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }
}

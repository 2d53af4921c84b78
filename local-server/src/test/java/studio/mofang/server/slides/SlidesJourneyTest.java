package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.generation.Studio.balance;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.core.AiModels;
import studio.mofang.core.Creations;
import studio.mofang.core.Envelope.FieldError;
import studio.mofang.core.Fault;
import studio.mofang.core.Media;
import studio.mofang.core.Slides;
import studio.mofang.core.Slides.Deck;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.core.content.PictureMark;
import studio.mofang.server.generation.Studio;
import studio.mofang.server.picture.PictureFile;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeOpenAi;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestUser;
import studio.mofang.server.testkit.VisibleMark;

@ParameterizedClass
@EnumSource(Engine.class)
class SlidesJourneyTest {
    static final Slides.Request SAMPLE = new Slides.Request("产品发布会", List.of("产品介绍", "核心功能", "市场分析"), 4L);
    static final String GOOD = """
            {"title": "产品发布会", "slides": [
              {"type": "cover", "title": "产品发布会", "subtitle": "秋季"},
              {"type": "section", "title": "产品介绍"},
              {"type": "content", "title": "轻巧的秘密", "bullets": ["甲", "乙"], "notes": "慢慢说"},
              {"type": "table", "title": "参数", "header": ["名", "值"], "rows": [["重量", "一千克"]]},
              {"type": "chart", "title": "走势", "chart": {"kind": "column", "categories": ["一", "二"],
                "series": [{"name": "量", "values": [1, 2]}]}}
            ]}
            """;

    private final Engine engine;
    private final Studio studio;
    private final FakeDashScope dashscope;

    SlidesJourneyTest(Engine engine) {
        this.engine = engine;
        studio = Studio.shared(engine);
        dashscope = studio.dashscope();
    }

    @Test
    void theSampleOfTheContractBecomesADeckAndIsCharged() throws Exception {
        dashscope.next(dashscope.says(GOOD));
        var user = studio.richUser();

        var deck = slides(user).generate(SAMPLE);

        assertThat(deck.creditsUsed()).isEqualTo(30);
        assertThat(deck.provider()).isEqualTo("dashscope");
        assertThat(deck.modelName()).isEqualTo("qwen-plus");
        assertThat(balance(user).creditBalance()).isEqualTo(70);
        assertThat(new CreditApi(user.client())
                        .transactions(1, 1)
                        .items()
                        .getFirst()
                        .description())
                .isEqualTo("生成幻灯片《产品发布会》");
        assertThat(dashscope
                        .received()
                        .getFirst()
                        .body()
                        .at("/input/messages/1/content")
                        .asText())
                .contains("产品发布会", "- 核心功能", "json");
        try (var show =
                new XMLSlideShow(new ByteArrayInputStream(studio.server().fetched(deck.downloadUrl())))) {
            assertThat(show.getSlides()).hasSize(6).hasSameSizeAs(deck.pictures());
            assertThat(show.getCharts()).hasSize(1);
            var label = show.getProperties()
                    .getCustomProperties()
                    .getProperty(AiLabel.KEY)
                    .getLpwstr();
            assertThat(AiLabel.fromJson(label).orElseThrow().contentProducer()).isEqualTo("dashscope/qwen-plus");
        }
        assertLabelled(deck, "dashscope/qwen-plus");
    }

    @Test
    void theDeckIsACreationWithItsTextAndProvenance() throws Exception {
        dashscope.next(dashscope.says(GOOD));
        var user = studio.richUser();

        var deck = slides(user).generate(SAMPLE);

        var gallery = new CreationApi(user.client());
        var creation = gallery.creation(deck.pptId());
        assertThat(creation.type()).isEqualTo("ppt");
        assertThat(creation.uuid()).isEqualTo(deck.uuid());
        assertThat(creation.content()).contains("# 产品发布会", "轻巧的秘密", "备注：慢慢说", "| 重量 | 一千克 |");
        assertThat(Media.firstReference(creation.content())).isPresent();
        assertThat(creation.provenance().provider()).isEqualTo("dashscope");
        assertThat(creation.provenance().creditsUsed()).isEqualTo(30);
        assertThat(slides(user).deck(deck.pptId())).isEqualTo(deck);
        gallery.delete(deck.pptId());
        assertRefused(Fault.NOT_FOUND, () -> slides(user).deck(deck.pptId()));
    }

    @Test
    void anOpenAiModelOfTheUsersMakesDecksToo() throws Exception {
        if (engine == Engine.POSTGRES) {
            return; // a hosted server may not reach the fake on this machine
        }
        try (var fake = new FakeOpenAi()) {
            var models = new ModelApi(studio.server().admin().client());
            var added = models.add(new AiModels.Draft(
                    "幻灯片模型",
                    "custom",
                    "m",
                    "slides",
                    FakeProvider.KEY,
                    fake.base(),
                    Map.of("allow_local", true),
                    12,
                    null));
            fake.next(
                    fake.says(GOOD, "stop"),
                    fake.says(MalformedDeckTest.HOPELESS, "stop"),
                    fake.says(MalformedDeckTest.HOPELESS, "stop"));
            var user = studio.richUser();
            var request = new Slides.Request("题", List.of("一"), added.id());

            assertThat(slides(user).generate(request).creditsUsed()).isEqualTo(12);
            assertRefused(Fault.GENERATION_FAILED, () -> slides(user).generate(request));

            assertThat(balance(user).creditBalance()).isEqualTo(88);
            models.remove(added.id());
        }
    }

    @Test
    void aStreamBringsTheTitlesAndThenTheDocumentedAnswer() throws Exception {
        dashscope.next(dashscope.says(GOOD));
        var user = studio.richUser();
        var titles = new ArrayList<String>();

        var deck = slides(user).making(SAMPLE).run(titles::add);

        assertThat(titles).contains("产品介绍", "轻巧的秘密", "走势");
        assertThat(deck.creditsUsed()).isEqualTo(30);
    }

    @Test
    void theSameRequestIsAnsweredOnce() throws Exception {
        dashscope.next(dashscope.says(GOOD));
        var user = studio.richUser();
        var type = new TypeReference<Deck>() {};

        var first = user.client().post("ppt/generate", SAMPLE, "slides-key", type);
        var second = user.client().post("ppt/generate", SAMPLE, "slides-key", type);

        assertThat(second).isEqualTo(first);
        assertThat(dashscope.received()).hasSize(1);
        assertThat(balance(user).creditBalance()).isEqualTo(70);
    }

    @Test
    void offlineADeckIsComposedFreeAndSaysSo() throws Exception {
        var user = studio.server().newUser();
        var outline = List.of("产品介绍", "核心功能", "市场分析");

        var deck =
                slides(user).generate(new Slides.Request("产品发布会", outline, null, "ink", null, null, null, null, true));

        assertThat(deck.provider()).isEqualTo("offline");
        assertThat(deck.aiText()).isFalse();
        assertThat(deck.creditsUsed()).isZero();
        assertThat(deck.theme()).isEqualTo("ink");
        try (var show =
                new XMLSlideShow(new ByteArrayInputStream(studio.server().fetched(deck.downloadUrl())))) {
            assertThat(show.getProperties().getCustomProperties().contains(AiLabel.KEY))
                    .isFalse();
            assertThat(show.getSlides().size()).isGreaterThan(8);
        }
        var cover = studio.server().fetched(deck.pictures().getFirst());
        assertThat(cover).startsWith(0x89, 'P', 'N', 'G');
        assertThat(PictureLabel.read(cover)).isEmpty();
        assertThat(SlidePictures.of(
                        studio.server().fetched(deck.downloadUrl()), SlidePictures.WIDTH, DeckWriter.Marks.NONE))
                .first()
                .isEqualTo(cover);
    }

    @Test
    void anArticleBecomesADeckThatKnowsItsParentAndItsLabel() throws Exception {
        var user = studio.richUser();
        var gallery = new CreationApi(user.client());
        var written = new studio.mofang.client.WritingApi(user.client())
                .generate("wechat_article", new Creations.WritingRequest("效率", null, null, 1L, null, null, null));

        var deck = slides(user)
                .generate(new Slides.Request(null, null, null, null, null, written.creationId(), null, null, true));

        assertThat(deck.title()).isEqualTo("效率");
        assertThat(deck.provider()).isEqualTo("offline");
        assertThat(deck.aiText()).isTrue();
        assertThat(gallery.creation(deck.pptId()).provenance().parents()).containsExactly(written.uuid());
        try (var show =
                new XMLSlideShow(new ByteArrayInputStream(studio.server().fetched(deck.downloadUrl())))) {
            assertThat(show.getProperties().getCustomProperties().contains(AiLabel.KEY))
                    .isTrue();
        }
        assertLabelled(deck, written.provider() + "/" + written.modelName());
        var eve = studio.server().newUser();
        assertRefused(
                Fault.NOT_FOUND,
                () -> slides(eve)
                        .generate(new Slides.Request(
                                null, null, null, null, null, written.creationId(), null, null, true)));
        assertRefused(Fault.NOT_FOUND, () -> slides(eve).deck(deck.pptId()));
    }

    @Test
    void aCompanysTemplateIsUsedAndAnothersIsNotThere() throws Exception {
        var user = studio.server().newUser();
        var media = new MediaApi(user.client());
        var template = media.upload(template());
        var picture = media.upload(Pictures.png(4, 4));

        var deck = slides(user).generate(from("- 一", template.id()));

        assertThat(deck.theme()).isEqualTo("template");
        try (var show =
                new XMLSlideShow(new ByteArrayInputStream(studio.server().fetched(deck.downloadUrl())))) {
            assertThat(show.getPageSize().getWidth()).isEqualTo(720);
        }
        assertField("template_id", () -> slides(user).generate(from("- 一", picture.id())));
        var eve = studio.server().newUser();
        assertRefused(Fault.NOT_FOUND, () -> slides(eve).generate(from("- 一", template.id())));
    }

    @Test
    void whatIsWrongIsNamedBeforeAnythingIsHeld() throws Exception {
        var user = studio.richUser();
        var api = slides(user);

        assertField("topic", () -> api.generate(new Slides.Request(" ", List.of("一"), 4L)));
        assertField("outline[1]", () -> api.generate(new Slides.Request("题", List.of("一", ""), 4L)));
        assertField("model_id", () -> api.generate(new Slides.Request("题", List.of("一"), 1L)));
        assertField(
                "theme", () -> api.generate(new Slides.Request("题", null, null, "none", null, null, null, null, true)));
        assertField(
                "slide_count",
                () -> api.generate(new Slides.Request("题", null, null, null, null, null, null, 2, null)));
        assertField(
                "offline", () -> api.generate(new Slides.Request("题", null, 4L, null, null, null, null, null, true)));
        assertField(
                "markdown", () -> api.generate(new Slides.Request("题", null, null, null, null, 1L, "- 一", null, null)));
        assertRefused(Fault.NOT_FOUND, () -> api.generate(new Slides.Request("题", List.of("一"), 99_999L)));
        assertRefused(Fault.NOT_FOUND, () -> api.deck(99_999));
        assertThat(dashscope.received()).isEmpty();
        assertThat(balance(user).creditHeld()).isZero();
    }

    @Test
    void withoutEnoughCreditsNothingIsAskedOfTheModel() throws Exception {
        var user = studio.server().newUser();

        assertRefused(Fault.INSUFFICIENT_CREDITS, () -> slides(user).generate(SAMPLE));
        assertThat(dashscope.received()).isEmpty();
    }

    @Test
    void theThemesAreListedAndCanBeSeen() throws Exception {
        var api = slides(studio.server().newUser());

        assertThat(api.themes()).hasSize(6).extracting(Slides.Theme::id).contains("business", "ink", "night");
        assertThat(api.preview("night", "年度总结")).startsWith(0x89, 'P', 'N', 'G');
        assertRefused(Fault.NOT_FOUND, () -> api.preview("none", "题"));
    }

    /// Every picture of a slide says so itself, for the eye and for machines.
    private void assertLabelled(Deck deck, String producer) throws IOException {
        var bare = SlidePictures.of(
                studio.server().fetched(deck.downloadUrl()), SlidePictures.WIDTH, DeckWriter.Marks.NONE);
        assertThat(deck.pictures()).hasSameSizeAs(bare);
        for (int i = 0; i < bare.size(); i++) {
            var png = studio.server().fetched(deck.pictures().get(i));
            var picture = PictureFile.read(png).orElseThrow();
            var plate = Pictures.difference(PictureFile.read(bare.get(i)).orElseThrow(), picture);
            assertThat(PictureLabel.read(png)).map(AiLabel::contentProducer).contains(producer);
            assertThat(VisibleMark.height(picture, plate)).isGreaterThanOrEqualTo(PictureMark.LETTERS);
        }
    }

    private static Slides.Request from(String markdown, java.util.UUID template) {
        return new Slides.Request("题", null, null, null, template, null, markdown, null, true);
    }

    private static SlidesApi slides(TestUser user) {
        return new SlidesApi(user.client());
    }

    private static byte[] template() throws IOException {
        try (var show = new XMLSlideShow()) {
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void assertRefused(Fault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(fault.code()));
    }

    private static void assertField(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .contains(field));
    }
}

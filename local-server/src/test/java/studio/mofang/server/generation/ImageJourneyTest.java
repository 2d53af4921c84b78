package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.ImageApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.ModelApi;
import studio.mofang.core.AiModels;
import studio.mofang.core.Images.Generated;
import studio.mofang.core.Images.Request;
import studio.mofang.core.Media;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeOpenAi;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestUser;
import studio.mofang.server.testkit.VisibleMark;

/// Chapter 4 over the wire.
@ParameterizedClass
@EnumSource(Engine.class)
class ImageJourneyTest {
    private static final Request SAMPLE = new Request("一只可爱的猫咪在花园里玩耍", "1024x1024", 2L);

    private final Engine engine;
    private final Studio studio;

    ImageJourneyTest(Engine engine) {
        this.engine = engine;
        studio = Studio.shared(engine);
    }

    @Test
    void theDocumentsSampleGivesALabelledPictureForTwentyCredits() throws ApiException, IOException {
        var user = studio.richUser();
        var generated = new ImageApi(user.client()).generate(SAMPLE);
        assertThat(generated.creditsUsed()).isEqualTo(20);
        assertThat(generated.provider()).isEqualTo("dashscope");
        assertThat(Studio.balance(user).creditBalance()).isEqualTo(80);
        assertThat(Studio.balance(user).creditHeld()).isZero();
        var file = file(user, generated);
        assertThat(PictureLabel.read(file)).map(AiLabel::contentProducer).contains("dashscope/wan2.6-t2i");
        var picture = picture(file);
        assertThat(picture.getWidth()).isEqualTo(1024);
        assertThat(picture.getHeight()).isEqualTo(1024);
        assertThat(VisibleMark.height(picture)).isGreaterThanOrEqualTo(0.05);
        var sent = studio.dashscope().received().getFirst().body().path("parameters");
        assertThat(sent.path("n").asInt()).isEqualTo(1);
        assertThat(sent.path("size").asText()).isEqualTo("1280*1280");
    }

    @Test
    void thePictureIsInTheGalleryWithItsProvenance() throws ApiException, IOException {
        var user = studio.richUser();
        var generated = new ImageApi(user.client()).generate(SAMPLE);
        var creation = new CreationApi(user.client()).creation(generated.creationId());
        assertThat(creation.type()).isEqualTo("image");
        assertThat(creation.title()).isEqualTo("一只可爱的猫咪在花园里玩耍");
        assertThat(Media.firstReference(creation.content())).contains(generated.mediaId());
        var provenance = creation.provenance();
        assertThat(provenance).isNotNull();
        assertThat(provenance.modelName()).isEqualTo("wan2.6-t2i");
        assertThat(provenance.creditsUsed()).isEqualTo(20);
        assertThat(new CreditApi(user.client())
                        .transactions(1, 1)
                        .items()
                        .getFirst()
                        .description())
                .isEqualTo("生成图片《一只可爱的猫咪在花园里玩耍》");
    }

    @Test
    void aLabelOfTheProvidersIsKept() throws ApiException, IOException {
        var user = studio.richUser();
        var theirs = AiLabel.generated("001191110000", "their-id");
        studio.dashscope().tasks().draws(PictureLabel.write(Pictures.png(1280, 1280), theirs));
        var file = file(user, new ImageApi(user.client()).generate(SAMPLE));
        assertThat(PictureLabel.read(file)).contains(theirs);
    }

    @ParameterizedTest
    @CsvSource({
        "wanx2.1-t2i-turbo,1024x1024,1024*1024",
        "wan2.2-t2i-flash,900x383,1200*512",
        "wan2.5-t2i-preview,1440x1080,1488*1120",
        "qwen-image,664x371,1664*928"
    })
    void olderModelsDrawByTask(String model, String size, String asked) throws ApiException, IOException {
        var user = studio.richUser();
        var wanted = size.split("x");
        var sides = asked.split("\\*");
        studio.dashscope().tasks().draws(Pictures.png(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
        studio.dashscope()
                .tasks()
                .nextPolls(
                        studio.dashscope().refuses(503, "ModelUnavailable"),
                        studio.dashscope().html(200));
        var generated = new ImageApi(user.client()).generate(new Request("山", size, model(model)));
        assertThat(generated.width()).isEqualTo(Integer.parseInt(wanted[0]));
        assertThat(generated.height()).isEqualTo(Integer.parseInt(wanted[1]));
        assertThat(studio.dashscope()
                        .received()
                        .getFirst()
                        .body()
                        .path("parameters")
                        .path("size")
                        .asText())
                .isEqualTo(asked);
        assertThat(studio.dashscope().tasks().submitted()).isEqualTo(1);
    }

    @Test
    void newerModelsDrawByTaskWhereTheirConfigSaysSo() throws ApiException, IOException {
        var user = studio.richUser();
        studio.dashscope().tasks().go("RUNNING", "SUCCEEDED");
        var slow = new AiModels.Draft(
                "慢慢画", "qwen", "wan2.6-t2i", "image", null, null, Map.of("poll_millis", 1, "async", true), 20, true);
        long id = new ModelApi(studio.server().admin().client()).add(slow).id();
        var request = new Request("山", "1280x1280", id, "人", null, null);
        assertThat(new ImageApi(user.client()).generate(request).width()).isEqualTo(1280);
        var sent = studio.dashscope().received().getFirst();
        assertThat(sent.path()).endsWith("/services/aigc/image-generation/generation");
        assertThat(sent.body().path("parameters").path("negative_prompt").asText())
                .isEqualTo("人");
        assertThat(studio.dashscope().tasks().submitted()).isEqualTo(1);
    }

    @Test
    void aResultThatCannotBeFetchedAtFirstIsFetchedAgain() throws ApiException, IOException {
        var user = studio.richUser();
        var dashscope = studio.dashscope();
        dashscope.tasks().nextResults(dashscope.html(200), dashscope.refuses(403, "AccessDenied"));
        var request = new Request("山", "1280x1280", model("wanx2.1-t2i-turbo"));
        assertThat(new ImageApi(user.client()).generate(request).creditsUsed()).isEqualTo(20);
        assertThat(dashscope.tasks().submitted()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "wan2.6-t2i,4000x4000,总像素",
        "wan2.6-t2i,4000x600,总像素",
        "qwen-image-plus,1000x300,1664x928",
        "qwen-image-2.0,2048x100,宽高比",
        "wan2.6-t2i,big,宽x高",
        "wan2.6-t2i,10x10,宽x高",
        "wan2.6-t2i,99999x1,宽x高",
    })
    void aSizeThatTheModelCannotDrawIsRefusedAndSaysWhich(String model, String size, String words)
            throws ApiException, IOException {
        var user = studio.richUser();
        assertThatThrownBy(() -> new ImageApi(user.client()).generate(new Request("山", size, model(model))))
                .hasMessageContaining(words);
        assertThat(Studio.balance(user).creditBalance()).isEqualTo(100);
        assertThat(studio.dashscope().received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400,DataInspectionFailed,40007",
        "401,InvalidApiKey,40006",
        "429,Throttling,40006",
        "400,Arrearage,40006",
        "400,InvalidParameter,40006",
    })
    void aRefusalGivesTheCreditsBack(int status, String code, int expected) throws ApiException, IOException {
        var user = studio.richUser();
        studio.dashscope().next(studio.dashscope().refuses(status, code));
        assertThatThrownBy(() -> new ImageApi(user.client()).generate(SAMPLE))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo(expected);
                    assertThat(e.getMessage()).doesNotContain(FakeProvider.KEY);
                });
        assertThat(Studio.balance(user).creditBalance()).isEqualTo(100);
        assertThat(Studio.balance(user).creditHeld()).isZero();
    }

    @Test
    void brokenResultsGiveTheCreditsBackAndLeaveNoFile() throws ApiException, IOException {
        var user = studio.richUser();
        var api = new ImageApi(user.client());
        studio.dashscope().tasks().draws("<html>no picture</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> api.generate(SAMPLE)).hasMessageContaining("无法识别");
        studio.dashscope().tasks().expireResults();
        assertThatThrownBy(() -> api.generate(SAMPLE)).hasMessageContaining("下载链接已失效");
        studio.dashscope().next(studio.dashscope().html(502));
        assertThatThrownBy(() -> api.generate(SAMPLE)).hasMessageContaining("繁忙");
        studio.dashscope().tasks().go("RUNNING", "REJECTED");
        assertThatThrownBy(() -> api.generate(new Request("山", "1024x1024", model("wanx2.1-t2i-turbo"))))
                .hasMessageContaining("安全审核");
        assertThat(Studio.balance(user).creditBalance()).isEqualTo(100);
        assertThat(new MediaApi(user.client()).list(null, 1, 20).items()).isEmpty();
    }

    @Test
    void aResultOnAPrivateAddressIsNotFetched() throws ApiException, IOException {
        var user = studio.richUser();
        studio.dashscope().next(studio.dashscope().json(200, """
                        {"output":{"choices":[{"message":{"content":[{"image":"http://127.0.0.1:9/latest/meta-data"}]}}]}}"""));
        assertThatThrownBy(() -> new ImageApi(user.client()).generate(SAMPLE)).hasMessageContaining("不在公网");
    }

    @Test
    void closingTheLineEndsThePictureAndItsCharge() throws Exception {
        var user = studio.richUser();
        studio.dashscope().next(studio.dashscope().silence());
        var call = new ImageApi(user.client()).begin(SAMPLE);
        var ended =
                CompletableFuture.runAsync(() -> assertThatThrownBy(call::run).isInstanceOf(ApiException.class));
        Eventually.holds(
                Duration.ofSeconds(5),
                "the model is asked",
                () -> !studio.dashscope().received().isEmpty());
        assertThat(Studio.balance(user).creditHeld()).isEqualTo(20);
        call.cancel();
        ended.join();
        Eventually.holds(
                Duration.ofSeconds(5),
                "the credits are back",
                () -> Studio.balance(user).creditHeld() == 0);
        assertThat(Studio.balance(user).creditBalance()).isEqualTo(100);
    }

    @Test
    void theOpenLineGivesTheSameAnswer() throws ApiException, IOException {
        var user = studio.richUser();
        assertThat(new ImageApi(user.client()).begin(SAMPLE).run().creditsUsed())
                .isEqualTo(20);
        studio.dashscope().next(studio.dashscope().refuses(400, "DataInspectionFailed"));
        assertThatThrownBy(() -> new ImageApi(user.client()).begin(SAMPLE).run())
                .hasMessageContaining("安全审核");
    }

    @Test
    void theSameKeyDrawsOnce() throws ApiException, IOException {
        var user = studio.richUser();
        var key = UUID.randomUUID().toString();
        var type = new com.fasterxml.jackson.core.type.TypeReference<Generated>() {};
        var first = user.client().post("image/generate", SAMPLE, key, type);
        assertThat(user.client().post("image/generate", SAMPLE, key, type)).isEqualTo(first);
        assertThat(Studio.balance(user).creditBalance()).isEqualTo(80);
    }

    @Test
    void offlineCardsCostNothingAndAreNoAi() throws ApiException, IOException {
        var user = studio.server().newUser();
        var request = new Request("如何提高工作效率\n五个马上能用的方法", "900x383", null, null, true, 3);
        var generated = new ImageApi(user.client()).generate(request);
        assertThat(generated.provider()).isEqualTo("offline");
        assertThat(generated.creditsUsed()).isZero();
        assertThat(generated.width()).isEqualTo(900);
        assertThat(generated.height()).isEqualTo(383);
        var file = file(user, generated);
        assertThat(PictureLabel.read(file)).isEmpty();
        assertThat(VisibleMark.height(picture(file))).isZero();
        assertThat(studio.dashscope().received()).isEmpty();
    }

    @Test
    void openAiCompatibleEndpointsDraw() throws ApiException, IOException {
        assumeThat(engine).as("a hosted server reaches no private address").isEqualTo(Engine.H2);
        var user = studio.richUser();
        try (var openAi = new FakeOpenAi()) {
            long id = openAiModel(openAi, "some-image-model");
            openAi.next(openAi.draws(Pictures.jpeg(800, 600)), openAi.refuses(400, "content_filter", "x"));
            var generated = new ImageApi(user.client()).generate(new Request("山", "800x600", id));
            assertThat(generated.width()).isEqualTo(800);
            assertThat(PictureLabel.read(file(user, generated))).isPresent();
            assertThatThrownBy(() -> new ImageApi(user.client()).generate(new Request("山", "800x600", id)))
                    .hasMessageContaining("安全审核");
        }
    }

    private long model(String name) throws ApiException {
        if (name.equals("wan2.6-t2i")) {
            return 2;
        }
        return new ModelApi(studio.server().admin().client())
                .add(new AiModels.Draft(name, "qwen", name, "image", null, null, Map.of("poll_millis", 1), 20, true))
                .id();
    }

    private long openAiModel(FakeOpenAi openAi, String name) throws ApiException {
        return new ModelApi(studio.server().admin().client())
                .add(new AiModels.Draft(
                        name,
                        "openai",
                        name,
                        "image",
                        FakeProvider.KEY,
                        openAi.base(),
                        Map.of("allow_local", true),
                        20,
                        true))
                .id();
    }

    private byte[] file(TestUser user, Generated generated) throws ApiException {
        var item = new MediaApi(user.client()).item(generated.mediaId());
        assertThat(List.of("image/png", "image/jpeg")).contains(item.contentType());
        return new MediaApi(user.client()).content(item);
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}

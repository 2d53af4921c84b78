package studio.mofang.server.publish.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.PreviewApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Media;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.Previews.Request;
import studio.mofang.core.card.CardPage;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.Breach.Severity;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm.Headline;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.PlatformForm.VideoPost;
import studio.mofang.core.platform.PlatformForm.WechatArticle;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class PreviewJourneyTest {
    private static final List<String> ALL = List.of("wechat", "xiaohongshu", "douyin", "kuaishou", "toutiao");

    private final TestServer server;

    PreviewJourneyTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void everyPlatformShowsItsForm() throws ApiException {
        var user = server.newUser();
        var answer = new PreviewApi(user.client()).preview(new Request(made(user), ALL, null));

        assertThat(answer.previews()).extracting(Preview::platform).containsExactly(Platform.values());
        assertThat(answer.previews())
                .extracting(Preview::form)
                .satisfiesExactly(
                        form -> assertThat(((WechatArticle) form).html()).contains("<section style=", "西湖的水"),
                        form -> assertThat(((Note) form).text()).endsWith("#杭州"),
                        form -> assertThat(((VideoPost) form).caption()).contains("西湖的水"),
                        form -> assertThat(((VideoPost) form).platform()).isEqualTo(Platform.KUAISHOU),
                        form -> assertThat(((Headline) form).html()).startsWith("<section><h2>"));
        assertThat(answer.previews()).extracting(Preview::ready).containsExactly(true, true, false, false, true);
        assertThat(answer.previews().get(1).cards()).isEqualTo(2);
    }

    @Test
    void wishesChangeOnePlatformAndBreachesNameTheirPlace() throws ApiException {
        var user = server.newUser();
        var wish = new Wish("题".repeat(33), "摘要", null, null, "pine", "作者", null, null, null);
        var preview = new PreviewApi(user.client())
                .preview(new Request(made(user), List.of("wechat"), Map.of("wechat", wish)))
                .previews()
                .getFirst();

        assertThat(((WechatArticle) preview.form()).digest()).isEqualTo("摘要");
        assertThat(((WechatArticle) preview.form()).html()).contains("#1b7a5f");
        assertThat(preview.ready()).isFalse();
        assertThat(preview.breaches())
                .singleElement()
                .extracting(Breach::field, Breach::offset, Breach::severity)
                .containsExactly("title", 32, Breach.Severity.REFUSED);
    }

    @Test
    void aFileThatIsGoneOrNotTakenIsToldOfBeforeAnythingIsSent() throws ApiException {
        var user = server.newUser();
        var media = new MediaApi(user.client());
        var webp = Media.reference(media.upload(Pictures.webp(8, 8)).id());
        var gif = Media.reference(media.upload(Pictures.gif(8, 8)).id());
        var foreign = Media.reference(new MediaApi(server.newUser().client())
                .upload(Pictures.png(8, 8))
                .id());
        long id = new CreationApi(user.client())
                .create(new Draft(
                        null,
                        null,
                        null,
                        "题目",
                        "文。\n\n![](%s)\n\n![](%s)\n\n![](%s)".formatted(webp, gif, foreign),
                        List.of(),
                        null))
                .id();
        var wish = new Wish(null, null, null, null, null, null, null, foreign, foreign);

        var previews = new PreviewApi(user.client())
                .preview(new Request(
                        id, List.of("wechat", "kuaishou", "toutiao"), Map.of("kuaishou", wish, "wechat", wish)))
                .previews();

        assertThat(previews.get(0).breaches())
                .extracting(Breach::field, Breach::picture, Breach::severity)
                .containsExactly(
                        tuple("pictures", 1, Severity.REFUSED),
                        tuple("pictures", 3, Severity.REFUSED),
                        tuple("pictures", 2, Severity.WARNED));
        assertThat(previews.get(1).breaches())
                .extracting(Breach::field, Breach::message)
                .containsExactly(tuple("cover", "封面已被删除：请换一张。"), tuple("video", "选的视频已被删除：请重新选一段。"));
        assertThat(previews.get(2).breaches()).extracting(Breach::picture).containsExactly(3);
    }

    @Test
    void aCardIsAPictureAndOneTooManyIsNotThere() throws Exception {
        var user = server.newUser();
        var api = new PreviewApi(user.client());
        long id = made(user);

        var image = ImageIO.read(new ByteArrayInputStream(api.card(id, 1, Wish.NONE)));
        assertThat(image.getWidth()).isEqualTo(CardPage.WIDTH);
        assertThat(image.getHeight()).isEqualTo(CardPage.HEIGHT);
        assertCode(404, () -> api.card(id, 3, Wish.NONE));
        assertCode(404, () -> new PreviewApi(server.newUser().client()).card(id, 1, Wish.NONE));
    }

    @Test
    void theRulebookNamesEveryLimitWithItsSource() throws ApiException {
        var rulebook = new PreviewApi(server.newUser().client()).rules();

        assertThat(rulebook.rules())
                .hasSizeGreaterThan(10)
                .allMatch(rule -> rule.source().startsWith("https://"))
                .noneMatch(rule -> rule.most() instanceof Integer most && most == Integer.MAX_VALUE);
        assertThat(rulebook.themes()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(rulebook.cardThemes()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void anothersCreationIsNotThereAndBadRequestsAreNamed() throws ApiException {
        var api = new PreviewApi(server.newUser().client());
        long theirs = made(server.newUser());

        assertCode(404, () -> api.preview(new Request(theirs, ALL, null)));
        assertCode(400, () -> api.preview(new Request(theirs, List.of("weibo"), null)));
        assertCode(400, () -> api.preview(new Request(theirs, List.of(), null)));
        assertCode(400, () -> api.preview(new Request(null, ALL, null)));
        assertCode(400, () -> api.preview(new Request(theirs, ALL, Map.of("weibo", Wish.NONE))));
    }

    private static long made(TestUser user) throws ApiException {
        return new CreationApi(user.client())
                .create(new Draft(
                        null, null, null, "西湖", "# 西湖\n\n## 晴\n\n西湖的水，我的泪。\n\n- 断桥\n- 苏堤", List.of("杭州"), null))
                .id();
    }

    private static void assertCode(int code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.CreationApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.core.Media;
import studio.mofang.core.Slides;
import studio.mofang.server.generation.Studio;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestUser;

/// A deck of an article, over the wire: what of it stands on slides, and what is said of the rest.
@ParameterizedClass
@EnumSource(Engine.class)
class ArticleDeckJourneyTest {
    private final Studio studio;
    private final FakeDashScope dashscope;

    ArticleDeckJourneyTest(Engine engine) {
        studio = Studio.shared(engine);
        dashscope = studio.dashscope();
    }

    @Test
    void aLongArticleKeepsEverySectionAndTellsWhatBecameOfTheRest() throws Exception {
        var user = studio.server().newUser();
        var article = new StringBuilder("# 长文\n\n");
        for (int i = 0; i < 10; i++) {
            article.append("## 第").append(i).append("章\n\n");
            for (int j = 0; j < 12; j++) {
                article.append("### 第").append(i).append("章第").append(j).append("节\n\n- 甲\n- 乙\n\n");
            }
        }

        var deck = slides(user)
                .making(new Slides.Request(null, null, null, null, null, null, article.toString(), null, true))
                .run(_ -> {}); // as the studio does: drawing 80 slides may take longer than a plain client waits

        // A cover, a table of contents, ten sections of thirteen slides, and a closing.
        assertThat(deck.pictures()).hasSize(80);
        assertThat(deck.condensedSlides()).isEqualTo(133 - 80 + 10);
        assertThat(deck.excerpted()).isFalse();
        try (var show =
                new XMLSlideShow(new ByteArrayInputStream(studio.server().fetched(deck.downloadUrl())))) {
            assertThat(show.getSlides().getLast().getSlideLayout().getName()).isEqualTo("结束页");
            assertThat(show.getSlides()).extracting(slide -> slide.getTitle()).contains("第9章");
        }
    }

    @Test
    void thePicturesOfAnArticleAreOnSlidesAndTheOthersAreCounted() throws Exception {
        var user = studio.server().newUser();
        var mine = new MediaApi(user.client()).upload(Pictures.png(320, 180));
        var eves = new MediaApi(studio.server().newUser().client()).upload(Pictures.png(320, 180));
        var article = "# 题\n\n## 节\n\n![夜景](%s)\n\n![别人的](%s)\n\n![](https://example.com/a.png)\n"
                .formatted(Media.reference(mine.id()), Media.reference(eves.id()));

        var deck = slides(user).generate(new Slides.Request(null, null, null, null, null, null, article, null, true));

        assertThat(deck.picturesLeftOut()).isEqualTo(2);
        try (var show =
                new XMLSlideShow(new ByteArrayInputStream(studio.server().fetched(deck.downloadUrl())))) {
            assertThat(show.getPictureData())
                    .singleElement()
                    .satisfies(picture -> assertThat(picture.getData())
                            .isEqualTo(studio.server().fetched(mine.url())));
        }
        var text = new CreationApi(user.client()).creation(deck.pptId()).content();
        assertThat(text).contains("![夜景](" + Media.reference(mine.id()) + ")", "- 图：别人的");
    }

    @Test
    void aModelIsGivenSomethingOfEverySectionAndThatIsSaid() throws Exception {
        dashscope.next(dashscope.says(SlidesJourneyTest.GOOD));
        var user = studio.richUser();
        var article = "# 长文\n\n## 开头\n\n" + "很长的一节。".repeat(4_000) + "\n\n## 结尾\n\n最后一句。\n";

        var deck = slides(user).generate(new Slides.Request(null, null, 4L, null, null, null, article, null, null));

        assertThat(deck.excerpted()).isTrue();
        assertThat(deck.aiText()).isTrue();
        assertThat(dashscope
                        .received()
                        .getFirst()
                        .body()
                        .at("/input/messages/1/content")
                        .asText())
                .contains("最后一句。");
    }

    private static SlidesApi slides(TestUser user) {
        return new SlidesApi(user.client());
    }
}

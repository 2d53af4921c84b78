package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.CreationApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.client.WritingApi;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Slides;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.HtmlExport;
import studio.mofang.core.content.MarkdownExport;
import studio.mofang.core.platform.Article;
import studio.mofang.server.generation.Studio;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestUser;

/// A model's words keep their label through whatever this machine makes of them without a model.
@ParameterizedClass
@EnumSource(Engine.class)
class InheritedLabelJourneyTest {
    private final Studio studio;

    InheritedLabelJourneyTest(Engine engine) {
        studio = Studio.shared(engine);
    }

    @Test
    void aDeckOfAModelsArticleIsLabelledInEveryExport() throws Exception {
        var user = studio.richUser();
        var article = article(user);
        var label = AiLabel.of(article).orElseThrow();

        var deck = deck(user, article.id());

        var api = new CreationApi(user.client());
        assertThat(deck.provenance().byModel()).isFalse();
        assertThat(MarkdownExport.label(text(api.export(deck.id(), "md")))).contains(label);
        assertThat(HtmlExport.label(text(api.export(deck.id(), "html")))).contains(label);
        try (var word = new XWPFDocument(new ByteArrayInputStream(api.export(deck.id(), "docx")))) {
            var property = word.getProperties().getCustomProperties().getProperty(AiLabel.KEY);
            assertThat(AiLabel.fromJson(property.getLpwstr())).contains(label);
            assertThat(word.getParagraphs().getFirst().getText()).isEqualTo(AiLabel.VISIBLE);
        }
        assertThat(Article.of(deck).label()).isEqualTo(label);
    }

    @Test
    void theLabelGoesOnFromDeckToDeckAndThroughAnEdit() throws Exception {
        var user = studio.richUser();
        var article = article(user);
        var first = deck(user, article.id());
        var edited = new CreationApi(user.client())
                .change(first.id(), new Draft(null, null, null, null, first.content() + "\n- 又一点", null, null));

        assertThat(AiLabel.of(edited)).isEqualTo(AiLabel.of(article));
        assertThat(AiLabel.of(deck(user, first.id()))).isEqualTo(AiLabel.of(article));
    }

    @Test
    void aDeckOfWhatAPersonWroteHasNone() throws Exception {
        var user = studio.richUser();
        var written =
                new CreationApi(user.client()).create(new Draft(null, null, null, "我写的", "# 我写的\n\n- 一点", null, null));

        var deck = deck(user, written.id());

        assertThat(AiLabel.of(deck)).isEmpty();
        assertThat(MarkdownExport.label(text(new CreationApi(user.client()).export(deck.id(), "md"))))
                .isEmpty();
    }

    private static Creation article(TestUser user) throws Exception {
        var written = new WritingApi(user.client())
                .generate("wechat_article", new WritingRequest("效率", null, null, 1L, null, null, null));
        return new CreationApi(user.client()).creation(written.creationId());
    }

    private static Creation deck(TestUser user, long source) throws Exception {
        var deck = new SlidesApi(user.client())
                .generate(new Slides.Request(null, null, null, null, null, source, null, null, true));
        var creation = new CreationApi(user.client()).creation(deck.pptId());
        Objects.requireNonNull(creation.provenance());
        return creation;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}

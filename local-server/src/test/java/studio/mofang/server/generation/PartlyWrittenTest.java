package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.WritingApi;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.HtmlExport;
import studio.mofang.core.content.MarkdownExport;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeProvider.Answer;
import studio.mofang.server.testkit.TestUser;

/// A text of which a model wrote a part owes the label of GB 45438-2025, however its generation ended; what no
/// model had a part in bears none.
@ParameterizedClass
@EnumSource(Engine.class)
class PartlyWrittenTest {
    private static final String TOOL = "wechat_article";
    private static final String OWN = "这一段是自己写的。";
    private static final String MORE = "自己接着写。";

    private final Studio studio;
    private final TestUser user;
    private final CreationApi gallery;

    PartlyWrittenTest(Engine engine) throws Exception {
        studio = Studio.shared(engine);
        user = studio.richUser();
        gallery = new CreationApi(user.client());
    }

    @Test
    void whatAModelWroteBeforeItWasStoppedIsExportedWithItsLabel() throws Exception {
        var creation = written("");

        var piece = stopAfterTheFirstPiece(studio.dashscope().neverEnds(), request(creation.id(), null, false));
        keep(creation.id(), piece);

        assertLabelled(creation.id());
        assertThat(gallery.creation(creation.id()).provenance()).satisfies(made -> {
            assertThat(made.provider()).isEqualTo("dashscope");
            assertThat(made.creditsUsed()).isZero();
        });
    }

    @Test
    void whoKeepsTheFirstPieceAsSoonAsItIsThereOwesTheLabel() throws Exception {
        var creation = written("");
        studio.dashscope().next(studio.dashscope().says("开头和结尾"));
        var label = new CompletableFuture<Optional<AiLabel>>();

        new WritingApi(user.client())
                .stream(TOOL, request(creation.id(), null, false)).run(piece -> {
                    keep(creation.id(), piece);
                    label.complete(label(creation.id()));
                });

        assertThat(label.join()).isPresent();
    }

    @Test
    void aTextOfWhichTheModelHasNothingYetBearsNoLabel() throws Exception {
        var creation = written(OWN);

        stopAfterTheFirstPiece(studio.dashscope().fallsSilent(), request(creation.id(), OWN, false));

        assertThat(gallery.creation(creation.id())).isEqualTo(creation);
        assertThat(label(creation.id())).isEmpty();
    }

    @Test
    void aContinuationStoppedMidwayLabelsTheWholeAndLeavesTheOwnVersionWithout() throws Exception {
        var creation = written(OWN);

        var piece = stopAfterTheFirstPiece(studio.dashscope().fallsSilent(), request(creation.id(), OWN, false));
        keep(creation.id(), OWN + "\n\n" + piece);

        assertLabelled(creation.id());
        assertThat(gallery.versions(creation.id(), 1, 10).items())
                .extracting(Version::version)
                .containsExactly(2L, 1L);
        gallery.restoreVersion(creation.id(), 1);
        assertThat(label(creation.id())).isEmpty();
        keep(creation.id(), OWN + MORE);
        assertThat(label(creation.id())).isEmpty();
    }

    @Test
    void whatAModelWroteBeforeItFailedIsAModels() throws Exception {
        var creation = written(OWN);
        studio.dashscope().next(studio.dashscope().cut());

        assertThatThrownBy(() -> stream(request(creation.id(), OWN, false))).isInstanceOf(ApiException.class);
        keep(creation.id(), OWN + "\n\n话没有说");

        assertThat(label(creation.id())).isPresent();
    }

    @Test
    void aModelThatFailsBeforeItsFirstWordHasNoPart() throws Exception {
        var creation = written(OWN);
        studio.dashscope().next(studio.dashscope().refuses(400, "InvalidParameter"));

        assertThatThrownBy(() -> stream(request(creation.id(), OWN, false))).isInstanceOf(ApiException.class);
        keep(creation.id(), OWN + MORE);

        assertThat(label(creation.id())).isEmpty();
    }

    @Test
    void whoWaitsForTheWholeAndGetsNothingHasNothingOfAModels() throws Exception {
        var creation = written(OWN);
        studio.dashscope().next(studio.dashscope().cut());

        assertThatThrownBy(() -> new WritingApi(user.client()).generate(TOOL, request(creation.id(), OWN, false)))
                .isInstanceOf(ApiException.class);
        keep(creation.id(), OWN + MORE);

        assertThat(label(creation.id())).isEmpty();
    }

    @Test
    void whatTheOfflineComposerWritesClaimsNoModel() throws Exception {
        var creation = written(OWN);

        var piece = stopAfterTheFirstPiece(studio.dashscope().neverEnds(), request(creation.id(), OWN, true));
        keep(creation.id(), OWN + piece);
        assertThat(label(creation.id())).isEmpty();

        stream(request(creation.id(), OWN + piece, true));
        assertThat(label(creation.id())).isEmpty();
    }

    @Test
    void whatTheOfflineComposerAddsToAModelsTextDoesNotTakeTheLabelAway() throws Exception {
        var creation = written("");
        stream(request(creation.id(), null, false));
        var models = gallery.creation(creation.id()).content();

        stream(request(creation.id(), models, true));

        assertThat(gallery.creation(creation.id()).content()).startsWith(models).hasSizeGreaterThan(models.length());
        assertLabelled(creation.id());
    }

    private Creation written(String text) throws ApiException {
        return gallery.create(new Draft(null, null, null, "晨间写作", text, List.of(), null));
    }

    private void keep(long id, String text) {
        try {
            gallery.change(id, new Draft(null, null, null, null, text, null, null));
        } catch (ApiException e) {
            throw new AssertionError(e);
        }
    }

    private static WritingRequest request(long creation, String after, boolean offline) {
        return new WritingRequest("晨间写作", null, null, offline ? null : 1L, null, creation, after, offline);
    }

    private void stream(WritingRequest request) throws ApiException {
        new WritingApi(user.client()).stream(TOOL, request).run(_ -> {});
    }

    private String stopAfterTheFirstPiece(Answer answer, WritingRequest request) throws Exception {
        studio.dashscope().next(answer);
        var stream = new WritingApi(user.client()).stream(TOOL, request);
        var first = new CompletableFuture<String>();
        var run = Thread.ofVirtual()
                .start(() ->
                        assertThatThrownBy(() -> stream.run(first::complete)).isInstanceOf(ApiException.class));
        var piece = first.join();
        stream.cancel();
        run.join();
        studio.dashscope().reset();
        return piece;
    }

    private void assertLabelled(long id) throws Exception {
        var page = new String(gallery.export(id, "html"), StandardCharsets.UTF_8);
        assertThat(label(id)).isPresent();
        assertThat(new String(gallery.export(id, "md"), StandardCharsets.UTF_8)).contains("> " + AiLabel.VISIBLE);
        assertThat(HtmlExport.label(page)).isEqualTo(label(id));
        assertThat(page).contains(AiLabel.VISIBLE);
        try (var word = new XWPFDocument(new ByteArrayInputStream(gallery.export(id, "docx")))) {
            assertThat(word.getProperties().getCustomProperties().contains(AiLabel.KEY))
                    .isTrue();
            assertThat(word.getParagraphs()).extracting("text").contains(AiLabel.VISIBLE);
        }
    }

    private Optional<AiLabel> label(long id) {
        try {
            return MarkdownExport.label(new String(gallery.export(id, "md"), StandardCharsets.UTF_8));
        } catch (ApiException e) {
            throw new AssertionError(e);
        }
    }
}

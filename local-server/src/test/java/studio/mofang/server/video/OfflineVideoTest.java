package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.VIDEO_TASK;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Videos;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.creation.GeneratedDraft;
import studio.mofang.server.film.Poster;
import studio.mofang.server.media.Mp4Label;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.VisibleMark;

/// Slideshows, which no provider makes: they cost nothing and may be begun again.
class OfflineVideoTest {
    private static final Videos.Request SLIDESHOW = new Videos.Request("春天来了。花开了。", 3, null, "1:1", true, null);

    private static final String SCRIPT = "# 山城\n\n镜头里是**一座安静的山城**，清晨的雾气慢慢散开了。\n\n有人推开了窗。";

    @TempDir
    private Path folder;

    private final VideoStudio studio = VideoStudio.of(Engine.H2);
    private final long user = studio.store.newUser();

    @Test
    void itIsBegunAgainAfterADeathCostsNothingAndCarriesTheLabelOfItsScript() throws IOException {
        var dead = new HeldBack();
        var begun = studio.earlier(dead).videos.begin(user, VideoForm.of(SLIDESHOW));
        dead.runNext();
        diedWhileSubmitting(begun);

        studio.pass(VideoWorker.LEASE.plusSeconds(1));

        var done = studio.node.videos.status(user, begun.id());
        assertThat(done.status()).isEqualTo("completed");
        assertThat(done.creditsUsed()).isZero();
        assertThat(done.provider()).isEqualTo("offline");
        assertThat(done.aiText()).isFalse();
        var video = studio.node.media.media(user, Objects.requireNonNull(done.mediaId()));
        assertThat(video.facts().durationMillis()).isEqualTo(3000);
        assertThat(video.facts().width()).isEqualTo(1080);
        var file = Files.write(folder.resolve("video.mp4"), studio.node.media.bytes(video));
        assertThat(Mp4Label.read(file)).isEmpty();
    }

    @Test
    void theFilmOfAModelsScriptIsLabelledWhenItsCreationIsNamed() throws IOException {
        var script = written("dashscope", SCRIPT);

        assertLabelled(script, made(new Videos.Request("别的话。", 3, null, "1:1", true, script.id())));
    }

    @Test
    void theFilmOfAModelsScriptIsLabelledWhenItIsPastedAndNobodySaysFromWhere() throws IOException {
        var script = written("dashscope", SCRIPT);
        written("offline", "后来写的提纲。");

        assertLabelled(script, made(pasted("镜头里是一座安静的山城，清晨的雾气\n慢慢散开了")));
        assertLabelled(script, made(pasted("先说一句我自己的话。\n" + SCRIPT)));
    }

    @Test
    void aFilmOfThatFilmsCreationIsLabelledLikeIt() throws IOException {
        var script = written("dashscope", SCRIPT);
        var first = made(pasted(SCRIPT));

        assertLabelled(script, made(new Videos.Request("别的话。", 3, null, "1:1", true, first.creationId())));
    }

    @Test
    void aFewWordsThatStandInAModelsTextByChanceAreNotTheModels() throws IOException {
        written("dashscope", SCRIPT);

        var done = made(pasted("清晨的雾气"));

        assertThat(Mp4Label.read(film(done))).isEmpty();
        assertThat(VisibleMark.height(Poster.of(film(done)).orElseThrow())).isZero();
        assertThat(AiLabel.of(creations().living(user, Objects.requireNonNull(done.creationId()))))
                .isEmpty();
    }

    @Test
    void theCardInPlaceOfAFrameThatCannotBeReadIsMarkedToo() throws IOException {
        var script = written("dashscope", SCRIPT);
        var task = studio.node.videos.begin(user, VideoForm.of(pasted(SCRIPT)));
        var unreadable = Files.write(folder.resolve("unreadable.mp4"), Pictures.mp4());

        var poster = VideoDelivery.poster(task, unreadable);

        assertThat(PictureLabel.read(poster)).isEqualTo(AiLabel.of(script));
        assertThat(VisibleMark.height(ImageIO.read(new ByteArrayInputStream(poster))))
                .isGreaterThanOrEqualTo(0.05);
    }

    private void assertLabelled(Creation source, Videos.Task done) throws IOException {
        assertThat(done.aiText()).isTrue();
        var label = AiLabel.of(source);
        assertThat(done.status()).isEqualTo("completed");
        assertThat(done.provider()).isEqualTo("offline");
        assertThat(done.message()).contains("文字由 AI 生成");
        assertThat(Mp4Label.read(film(done))).isEqualTo(label);
        assertThat(VisibleMark.height(Poster.of(film(done)).orElseThrow())).isGreaterThanOrEqualTo(0.05);
        var made = creations().living(user, Objects.requireNonNull(done.creationId()));
        assertThat(AiLabel.of(made)).isEqualTo(label);
        assertThat(Objects.requireNonNull(made.provenance()).parents()).hasSize(1);
    }

    private static Videos.Request pasted(String script) {
        return new Videos.Request(script, 3, null, "1:1", true, null);
    }

    private Videos.Task made(Videos.Request request) {
        return studio.ended(user, studio.generate(user, request));
    }

    private Path film(Videos.Task done) throws IOException {
        var video = studio.node.media.media(user, Objects.requireNonNull(done.mediaId()));
        return Files.write(folder.resolve(done.taskId() + ".mp4"), studio.node.media.bytes(video));
    }

    private Creation written(String provider, String text) {
        var provenance = new Provenance(provider, "qwen-max", null, 0, List.of(), Instant.EPOCH);
        return creations().generated(user, new GeneratedDraft("writing", null, "脚本", text, provenance, null));
    }

    private CreationService creations() {
        return new CreationService(studio.store.database(), studio.store.clock(), _ -> {}, _ -> {});
    }

    private void diedWhileSubmitting(VideoTask begun) {
        studio.store
                .database()
                .write(tx -> tx.update(VIDEO_TASK)
                        .set(VIDEO_TASK.STATE, VideoTask.State.SUBMITTING.word())
                        .where(VIDEO_TASK.ID.eq(begun.id()))
                        .execute());
    }
}

package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.VIDEO_TASK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Videos;
import studio.mofang.server.media.Mp4Label;
import studio.mofang.server.testkit.Engine;

/// Slideshows, which no provider makes: they cost nothing and may be begun again.
class OfflineVideoTest {
    private static final Videos.Request SLIDESHOW = new Videos.Request("春天来了。花开了。", 3, null, "1:1", true, null);

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
        var video = studio.node.media.media(user, Objects.requireNonNull(done.mediaId()));
        assertThat(video.facts().durationMillis()).isEqualTo(3000);
        assertThat(video.facts().width()).isEqualTo(1080);
        var file = Files.write(folder.resolve("video.mp4"), studio.node.media.bytes(video));
        assertThat(Mp4Label.read(file)).isEmpty();
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

package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.video.VideoServer.balance;
import static studio.mofang.server.video.VideoServer.ended;
import static studio.mofang.server.video.VideoStudio.SAMPLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.VideoApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Envelope.FieldError;
import studio.mofang.core.Media;
import studio.mofang.core.Videos;
import studio.mofang.core.Videos.Task;
import studio.mofang.core.content.AiLabel;
import studio.mofang.server.media.Mp4Label;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeProvider.Received;
import studio.mofang.server.testkit.TestUser;

/// Chapter 5 over the wire.
@ParameterizedClass
@EnumSource(Engine.class)
class VideoJourneyTest {
    private final VideoServer studio;

    @TempDir
    private Path folder;

    VideoJourneyTest(Engine engine) {
        studio = VideoServer.of(engine);
    }

    @Test
    void theDocumentsSampleBecomesAVideoForFiftyCredits() throws Exception {
        var user = studio.richUser();
        var api = new VideoApi(user.client());

        var begun = api.generate(SAMPLE);
        assertThat(begun.taskId()).startsWith("video_task_");
        assertThat(begun.status()).isEqualTo("processing");
        var done = ended(api, begun);

        assertThat(done.status()).isEqualTo("completed");
        assertThat(done.creditsUsed()).isEqualTo(50);
        assertThat(balance(user).creditBalance()).isEqualTo(50);
        assertThat(balance(user).creditHeld()).isZero();
        assertThat(new CreditApi(user.client())
                        .transactions(1, 1)
                        .items()
                        .getFirst()
                        .description())
                .isEqualTo("生成视频《视频脚本内容》");
        assertAsked();
        assertThat(done.duration()).as("what wan2.6 makes at the most").isEqualTo(15);
        assertInTheGallery(user, done);
        assertThat(label(user, done)).isEqualTo("dashscope/wan2.6-t2v");
        assertThat(contentType(done)).isEqualTo("video/mp4");
    }

    @Test
    void aVideoIsCancelledAtOnce() throws Exception {
        var user = studio.richUser();
        studio.dashscope().tasks().go("PENDING");
        var api = new VideoApi(user.client());

        var cancelled = api.cancel(api.generate(SAMPLE).taskId());

        assertThat(cancelled.status()).isEqualTo("cancelled");
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        assertThat(balance(user).creditHeld()).isZero();
    }

    @Test
    void anotherUserFindsNothing() throws Exception {
        studio.dashscope().tasks().go("PENDING");
        var begun = new VideoApi(studio.richUser().client()).generate(SAMPLE);
        var stranger = new VideoApi(studio.server().newUser().client());

        assertThatThrownBy(() -> stranger.status(begun.taskId())).hasMessageContaining("没有这个视频任务");
        assertThatThrownBy(() -> stranger.cancel(begun.taskId())).hasMessageContaining("没有这个视频任务");
        assertThat(stranger.tasks(1, 20).items()).isEmpty();
    }

    @Test
    void anothersCreationIsNotFilmed() throws Exception {
        var user = studio.richUser();
        long theirs = new CreationApi(studio.server().newUser().client())
                .create(new Draft(null, null, null, "脚本", "视频脚本内容", List.of(), null))
                .id();
        var api = new VideoApi(user.client());

        for (boolean offline : new boolean[] {false, true}) {
            var wish = new Videos.Request("视频脚本内容", 10, null, "9:16", offline, theirs);
            assertThatThrownBy(() -> api.generate(wish))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(404));
        }

        assertThat(api.tasks(1, 20).items()).isEmpty();
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        assertThat(balance(user).creditHeld()).isZero();
    }

    @Test
    void whatCannotBeFilmedIsRefused() throws Exception {
        var api = new VideoApi(studio.server().newUser().client());

        assertRefused(api, "", 30, "9:16", "script");
        assertRefused(api, "好", 1, "9:16", "duration");
        assertRefused(api, "好", 301, "9:16", "duration");
        assertRefused(api, "好", 30, "2:1", "ratio");
    }

    private static void assertRefused(VideoApi api, String script, int seconds, String ratio, String field) {
        assertThatThrownBy(() -> api.generate(new Videos.Request(script, seconds, null, ratio, true, null)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    private void assertAsked() {
        var sent = studio.dashscope().received().stream()
                .map(Received::body)
                .filter(body -> body.path("input").path("prompt").asText().equals("视频脚本内容"))
                .findFirst()
                .orElseThrow();
        var parameters = sent.path("parameters");
        assertThat(parameters.path("duration").asInt()).isEqualTo(15);
        assertThat(parameters.path("size").asText()).isEqualTo("720*1280");
        assertThat(parameters.path("watermark").asBoolean()).isTrue();
    }

    private static void assertInTheGallery(TestUser user, Task done) throws ApiException {
        var creation = new CreationApi(user.client()).creation(Objects.requireNonNull(done.creationId()));
        assertThat(creation.type()).isEqualTo("video");
        assertThat(Media.references(creation.content())).containsExactly(done.posterId(), done.mediaId());
        assertThat(creation.content()).endsWith("视频脚本内容");
    }

    private String label(TestUser user, Task done) throws ApiException, IOException {
        var media = new MediaApi(user.client());
        var content = media.content(media.item(Objects.requireNonNull(done.mediaId())));
        return Mp4Label.read(Files.write(folder.resolve("video.mp4"), content))
                .map(AiLabel::contentProducer)
                .orElse("none");
    }

    private String contentType(Task done) throws IOException {
        var request = new Request.Builder().url(String.valueOf(done.videoUrl())).build();
        try (var response = studio.server().http().newCall(request).execute()) {
            return String.valueOf(response.header("Content-Type"));
        }
    }
}

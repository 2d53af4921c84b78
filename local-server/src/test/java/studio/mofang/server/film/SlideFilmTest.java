package studio.mofang.server.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.io.NIOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.content.AiLabel;
import studio.mofang.server.media.Mp4Label;
import studio.mofang.server.testkit.VisibleMark;

class SlideFilmTest {
    private static final String SCRIPT = """
            # 三个方法让你告别拖延

            镜头一:书桌前,主角发呆
            旁白:你是不是也这样,一打开电脑就想刷手机?
            镜头二:时钟特写
            旁白:别急,今天教你三个马上能用的方法。第一,把任务拆成五分钟。
            旁白:第二,先做最难的那一件。第三,给自己一个截止时间!
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsSpokenBecomesCaptionsAndDirectionsDoNot() {
        var script = FilmScript.of(SCRIPT);
        assertThat(script.title()).isEqualTo("三个方法让你告别拖延");
        assertThat(script.captions())
                .containsExactly(
                        "你是不是也这样,一打开电脑就想刷手机?", "别急,今天教你三个马上能用的方法。", "第一,把任务拆成五分钟。", "第二,先做最难的那一件。", "第三,给自己一个截止时间!");
    }

    @Test
    void aPlainTextIsCutAtItsSentencesAndLongOnesAtTheirClauses() {
        var script = FilmScript.of("春天来了。" + "山上的花开了,".repeat(12) + "真好看!\n\n再见");
        assertThat(script.title()).isEqualTo("春天来了");
        assertThat(script.captions()).startsWith("春天来了。").endsWith("再见");
        assertThat(script.captions()).allMatch(caption -> caption.length() <= 40);
        assertThat(FilmScript.of("\n\n...\n").captions()).isEmpty();
    }

    @Test
    void theVideoIsExactlyAsLongAsAskedWhateverTheScript() {
        for (int seconds : List.of(3, 10, 30, 120)) {
            for (int captions : List.of(0, 1, 7, 400)) {
                var timing = Timing.of(Collections.nCopies(captions, "一句话"), Duration.ofSeconds(seconds));
                int frames =
                        timing.slots().stream().mapToInt(Timing.Slot::frames).sum() + timing.titleFrames();
                assertThat(frames).as(seconds + " s, " + captions).isEqualTo(seconds * Timing.FRAMES_A_SECOND);
                assertThat(timing.titleFrames()).isGreaterThanOrEqualTo(2 * Timing.FRAMES_A_SECOND);
            }
        }
    }

    @Test
    void everyFrameShowsItsSlide() throws IOException, JCodecException {
        var file = folder.resolve("film.mp4");
        var film = new SlideFilm(FilmScript.of(SCRIPT), Duration.ofSeconds(8), 270, 480, false);
        film.write(file, _ -> {}, () -> false);
        try (var channel = NIOUtils.readableChannel(file.toFile())) {
            var grab = FrameGrab.createFrameGrab(channel);
            assertThat(grab.getVideoTrack().getMeta().getTotalFrames()).isEqualTo(8 * Timing.FRAMES_A_SECOND);
            var first = grab.getNativeFrame();
            grab.getNativeFrame();
            var third = grab.getNativeFrame();
            assertThat(first.getCroppedWidth()).isEqualTo(270);
            assertThat(third.getPlaneData(0)).isEqualTo(first.getPlaneData(0));
        }
    }

    @Test
    void theVideoCarriesItsLabelAndPlaysOn() throws IOException, JCodecException {
        var file = folder.resolve("film.mp4");
        new SlideFilm(FilmScript.of(SCRIPT), Duration.ofSeconds(4), 270, 480, true).write(file, _ -> {}, () -> false);
        assertThat(Mp4Label.read(file)).isEmpty();
        var label = AiLabel.generated("offline/墨坊", "0190-1");
        Mp4Label.write(file, label);
        Mp4Label.write(file, AiLabel.generated("somebody else", "2"));
        assertThat(Mp4Label.read(file)).contains(label);
        try (var channel = NIOUtils.readableChannel(file.toFile())) {
            var grab = FrameGrab.createFrameGrab(channel);
            assertThat(grab.getVideoTrack().getMeta().getTotalFrames()).isEqualTo(4 * Timing.FRAMES_A_SECOND);
            assertThat(grab.getNativeFrame().getCroppedHeight()).isEqualTo(480);
        }
    }

    @Test
    void theFilmOfAModelsWordsOpensWithTheVisibleMark() throws IOException {
        assertThat(VisibleMark.height(opening(true))).isGreaterThanOrEqualTo(0.05);
        assertThat(VisibleMark.height(opening(false))).isZero();
    }

    private BufferedImage opening(boolean marked) throws IOException {
        var file = folder.resolve("opening-" + marked + ".mp4");
        new SlideFilm(FilmScript.of(SCRIPT), Duration.ofSeconds(3), 540, 960, marked).write(file, _ -> {}, () -> false);
        return Poster.of(file).orElseThrow();
    }

    @Test
    void aFullFilmTakesSeconds() throws IOException {
        var samples = System.getProperty("samples");
        if (samples != null) {
            long start = System.nanoTime();
            var film = new SlideFilm(FilmScript.of(SCRIPT), Duration.ofSeconds(20), 1080, 1920, true);
            film.write(Path.of(samples, "film.mp4"), _ -> {}, () -> false);
            Mp4Label.write(Path.of(samples, "film.mp4"), AiLabel.generated("offline/墨坊", "0190-1"));
            System.out.println("FILM " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }
}

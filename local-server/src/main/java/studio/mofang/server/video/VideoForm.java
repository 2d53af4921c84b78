package studio.mofang.server.video;

import java.util.Map;
import java.util.Objects;
import studio.mofang.core.Videos.Request;
import studio.mofang.server.film.FilmScript;
import studio.mofang.server.film.SlideFilm;
import studio.mofang.server.model.ImageSize;
import studio.mofang.server.web.Check;

/// An accepted request for a video.
record VideoForm(Request request, String script, String title, int seconds, ImageSize size) {
    private static final int LONGEST_SCRIPT = 5_000;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;
    private static final String PORTRAIT = "9:16";
    private static final Map<String, ImageSize> SIZES = Map.of(
            PORTRAIT, new ImageSize(1080, 1920), "16:9", new ImageSize(1920, 1080), "1:1", new ImageSize(1080, 1080));

    /// Throws the Problem that names every refused field. Without a duration the video is as long as it
    /// takes to read.
    static VideoForm of(Request request) {
        var check = new Check();
        var script = check.text("script", request.script(), 1, LONGEST_SCRIPT);
        var ratio = check.oneOf("ratio", Objects.requireNonNullElse(request.ratio(), PORTRAIT), SIZES.keySet());
        var asked = request.duration();
        check.that(
                asked == null || asked >= SHORTEST && asked <= LONGEST,
                "duration",
                "应为 " + SHORTEST + " 到 " + LONGEST + " 秒");
        check.that(!offline(request) || request.modelId() == null, "offline", "本机合成不使用模型，请不要同时指定 model_id");
        check.done();
        var film = FilmScript.of(script);
        int seconds =
                asked == null ? (int) Math.min(LONGEST, SlideFilm.natural(film).toSeconds()) : asked;
        var title = film.title().isBlank() ? "未命名视频" : film.title();
        return new VideoForm(request, script, title, seconds, Objects.requireNonNull(SIZES.get(ratio)));
    }

    boolean offline() {
        return offline(request);
    }

    private static boolean offline(Request request) {
        return Boolean.TRUE.equals(request.offline());
    }
}

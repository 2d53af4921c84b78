package studio.mofang.server.generation;

import java.util.Objects;
import java.util.Optional;
import studio.mofang.core.Images.Request;
import studio.mofang.server.model.ImageSize;
import studio.mofang.server.web.Check;

/// An accepted request for a picture.
record ImageForm(Request request, String prompt, String negative, ImageSize size) {
    static final ImageSize DEFAULT = new ImageSize(1024, 1024);
    private static final int LONGEST_PROMPT = 2_000;
    private static final int LONGEST_NEGATIVE = 500;
    private static final int LONGEST_TITLE = 40;
    private static final int MOST_LOOKS = 10_000;

    /// Throws the Problem that names every refused field.
    static ImageForm of(Request request) {
        var check = new Check();
        var prompt = check.text("prompt", request.prompt(), 1, LONGEST_PROMPT);
        var negative = check.optionalText("negative_prompt", request.negativePrompt(), LONGEST_NEGATIVE);
        var size = Optional.ofNullable(request.size()).map(ImageSize::read).orElse(Optional.of(DEFAULT));
        check.that(size.isPresent(), "size", "应为 宽x高，如 1024x1024，每边 64 到 4096 像素");
        int look = Objects.requireNonNullElse(request.look(), 0);
        check.that(look >= 0 && look <= MOST_LOOKS, "look", "应为 0 到 " + MOST_LOOKS + " 的整数");
        check.that(!offline(request) || request.modelId() == null, "offline", "本机绘制不使用模型，请不要同时指定 model_id");
        check.done();
        return new ImageForm(request, prompt.strip(), negative.orElse(""), size.orElse(DEFAULT));
    }

    boolean offline() {
        return offline(request);
    }

    /// The first words of the prompt.
    static String title(String prompt) {
        var line = prompt.lines().findFirst().orElse(prompt).strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    private static boolean offline(Request request) {
        return Boolean.TRUE.equals(request.offline());
    }
}

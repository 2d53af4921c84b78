package studio.mofang.server.slides;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import studio.mofang.core.Slides.Request;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.server.web.Check;

/// What a request for a deck must look like.
final class SlidesForm {
    private static final int LONGEST_TOPIC = 200;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_LINES = 40;
    private static final int LONGEST_ARTICLE = 200_000;
    private static final int FEWEST_SLIDES = 3;
    private static final int MOST_SLIDES = 60;
    private static final Set<String> THEMES =
            DeckTheme.all().stream().map(DeckTheme::id).collect(Collectors.toSet());

    private SlidesForm() {}

    /// Throws the Problem that names every refused field.
    static void check(Request request) {
        var check = new Check();
        boolean sourced = request.creationId() != null || request.markdown() != null;
        if (sourced) {
            check.optionalText("topic", request.topic(), LONGEST_TOPIC);
        } else {
            check.text("topic", request.topic(), 1, LONGEST_TOPIC);
        }
        var outline = outline(request);
        check.that(outline.size() <= MOST_LINES, "outline", "最多 " + MOST_LINES + " 项");
        for (int i = 0; i < Math.min(outline.size(), MOST_LINES); i++) {
            check.text("outline[" + i + "]", outline.get(i), 1, LONGEST_LINE);
        }
        sources(check, request);
        if (request.theme() != null) {
            check.oneOf("theme", request.theme(), THEMES);
        }
        var count = request.slideCount();
        check.that(
                count == null || count >= FEWEST_SLIDES && count <= MOST_SLIDES,
                "slide_count",
                "应为 " + FEWEST_SLIDES + " 到 " + MOST_SLIDES + " 的整数");
        check.done();
    }

    static List<String> outline(Request request) {
        return Objects.requireNonNullElse(request.outline(), List.of());
    }

    static boolean offline(Request request) {
        return Boolean.TRUE.equals(request.offline());
    }

    private static void sources(Check check, Request request) {
        check.that(
                request.creationId() == null || request.markdown() == null, "markdown", "creation_id 与 markdown 只能给一个");
        if (request.markdown() != null) {
            check.text("markdown", request.markdown(), 1, LONGEST_ARTICLE);
        }
        check.that(request.theme() == null || request.templateId() == null, "template_id", "theme 与 template_id 只能给一个");
        check.that(!offline(request) || request.modelId() == null, "offline", "离线生成不使用模型，请不要同时指定 model_id");
    }
}

package studio.mofang.server.slides;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import studio.mofang.core.Fault;
import studio.mofang.core.Slides;
import studio.mofang.core.Slides.Request;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.server.generation.GenerationReplies;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Chapter 6 of the contract. Streamed, the pieces are the titles of the slides.
final class SlidesRoutes {
    private static final int LONGEST_TITLE = 200;

    private final SlidesService slides;
    private final GenerationReplies replies;

    SlidesRoutes(SlidesService slides, GenerationReplies replies) {
        this.slides = slides;
        this.replies = replies;
    }

    void register(Api api) {
        api.post("/ppt/generate", Request.class)
                .limit(Limit.GENERATE)
                .handlesIdempotency()
                .streams()
                .summary("生成PPT")
                .answers(Slides.Deck.class)
                .handle((call, request) ->
                        replies.reply(call, _ -> slides.begin(call.userId(), request, call.requestKey())));
        api.get("/ppt/themes")
                .summary("幻灯片主题")
                .answers(new TypeReference<List<Slides.Theme>>() {})
                .handle((_, _) -> Reply.of(
                        DeckTheme.all().stream().map(SlidesRoutes::wire).toList()));
        api.get("/ppt/themes/{theme}/preview")
                .query("title", "封面上的标题")
                .summary("主题的封面图（PNG）")
                .answersAs("image/png")
                .handle(this::preview);
        api.get("/ppt/{id}")
                .summary("幻灯片的文件和逐页图片")
                .answers(Slides.Deck.class)
                .handle((call, _) -> Reply.of(slides.deck(call.userId(), call.id("id"))));
    }

    private Reply preview(Call call, NoBody body) {
        var theme = DeckTheme.named(call.path("theme"))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有「" + call.path("theme") + "」这个主题"));
        var check = new Check();
        var title = check.optionalText("title", call.query("title").orElse(null), LONGEST_TITLE);
        check.done();
        return new Reply.File("image/png", null, slides.preview(theme, title.orElse(theme.name())));
    }

    private static Slides.Theme wire(DeckTheme theme) {
        var colours = theme.colours();
        return new Slides.Theme(
                theme.id(),
                theme.name(),
                theme.english(),
                colours.inverted() ? colours.dark() : colours.light(),
                colours.inverted() ? colours.light() : colours.dark(),
                colours.accents());
    }
}

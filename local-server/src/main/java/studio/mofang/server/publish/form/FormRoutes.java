package studio.mofang.server.publish.form;

import java.util.Arrays;
import java.util.List;
import studio.mofang.core.Previews.Look;
import studio.mofang.core.Previews.Previewed;
import studio.mofang.core.Previews.Request;
import studio.mofang.core.Previews.Rulebook;
import studio.mofang.core.card.CardTheme;
import studio.mofang.core.platform.PlatformRule;
import studio.mofang.core.platform.Wish;
import studio.mofang.core.platform.html.Theme;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Reply;

/// The extension of chapter 8 that shows what would be published.
public final class FormRoutes {
    private final FormService forms;

    public FormRoutes(FormService forms) {
        this.forms = forms;
    }

    public void register(Api api) {
        api.post("/publish/preview", Request.class)
                .limit(Limit.QUERY)
                .ignoresIdempotency()
                .summary("预览作品在各平台的样子，并按平台规则检查；不发布任何内容")
                .answers(Previewed.class)
                .handle(this::preview);
        api.get("/publish/rules")
                .summary("各平台的限制（含出处；most 为 null 表示不限）和可选的主题")
                .answers(Rulebook.class)
                .handle((_, _) -> Reply.of(rulebook()));
        api.get("/publish/cards/{id}/{number}")
                .query("title", "改用的标题")
                .query("tags", "改用的话题，以逗号分开")
                .query("theme", "卡片主题")
                .summary("小红书图文卡片中的一张，PNG")
                .answersAs("image/png")
                .handle(this::card);
    }

    private Reply preview(Call call, Request body) {
        var asked = AskedForms.of(body);
        return Reply.of(forms.previews(call.userId(), asked.creationId(), asked.platforms(), asked.wishes()));
    }

    private Reply card(Call call, NoBody body) {
        var tags = call.query("tags").map(given -> List.copyOf(Arrays.asList(given.split(","))));
        var wish = new Wish(
                call.query("title").orElse(null),
                null,
                null,
                tags.orElse(null),
                call.query("theme").orElse(null),
                null,
                null,
                null,
                null);
        AskedForms.checked(wish);
        return new Reply.File("image/png", null, forms.card(call.userId(), call.id("id"), call.id("number"), wish));
    }

    private static Rulebook rulebook() {
        return new Rulebook(
                PlatformRule.all(),
                Theme.all().stream()
                        .map(theme -> new Look(theme.key(), theme.name()))
                        .toList(),
                CardTheme.all().stream()
                        .map(theme -> new Look(theme.key(), theme.name()))
                        .toList());
    }
}

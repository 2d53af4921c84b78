package studio.mofang.core.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.content.Markdown;
import studio.mofang.core.platform.PlatformForm.Headline;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.PlatformForm.VideoPost;
import studio.mofang.core.platform.PlatformForm.WechatArticle;
import studio.mofang.core.platform.PlatformRule.Unit;

/// Holds a form against its platform's rules.
public final class RuleCheck {
    private RuleCheck() {}

    /// Every breach, the refused ones first. `cards` is how many card pictures go with a note.
    public static List<Breach> breaches(PlatformForm form, Article article, int cards) {
        var found = new ArrayList<Breach>();
        for (var rule : PlatformRule.of(form.platform())) {
            check(rule, amount(rule, form, article, cards), found);
        }
        found.addAll(ContentCheck.breaches(form, article));
        Unfinished.breach(form.platform(), article).ifPresent(found::add);
        found.sort((one, other) -> one.severity().compareTo(other.severity()));
        return List.copyOf(found);
    }

    private static void check(PlatformRule rule, Amount amount, List<Breach> found) {
        if (amount.count() < rule.least()) {
            found.add(breach(rule, null, tooFew(rule, amount)));
        } else if (rule.most() instanceof Integer most && amount.count() > most) {
            var offset = rule.unit() == Unit.CHARACTERS ? most : null;
            found.add(breach(rule, offset, tooMany(rule, amount, most)));
        }
    }

    /// How much of its field a form has, and what the field is called.
    private record Amount(int count, String name) {
        static Amount characters(String text, String name) {
            return new Amount(text.codePointCount(0, text.length()), name);
        }
    }

    private static Amount amount(PlatformRule rule, PlatformForm form, Article article, int cards) {
        return switch (rule.field()) {
            case "title" -> Amount.characters(form.title(), "标题");
            case "author" -> Amount.characters(form instanceof WechatArticle wechat ? wechat.author() : "", "作者");
            case "digest" -> Amount.characters(form instanceof WechatArticle wechat ? wechat.digest() : "", "摘要");
            case "text" ->
                Amount.characters(form instanceof Note note ? note.text() : Markdown.text(article.body()), "正文");
            case "content" -> content(rule.unit(), form);
            case "caption" -> Amount.characters(form instanceof VideoPost post ? post.caption() : "", "文案");
            case "tags" -> new Amount(tags(form).size(), "话题");
            case "pictures" -> new Amount(form.pictures().size() + cards, "图片");
            case "video" -> new Amount(form instanceof VideoPost post && post.video() != null ? 1 : 0, "视频");
            default -> throw new IllegalStateException("no such field: " + rule.field());
        };
    }

    private static Amount content(Unit unit, PlatformForm form) {
        var html = switch (form) {
            case WechatArticle wechat -> wechat.html();
            case Headline headline -> headline.html();
            case Note _, VideoPost _ -> "";
        };
        return unit == Unit.BYTES
                ? new Amount(html.getBytes(StandardCharsets.UTF_8).length, "正文连同样式")
                : Amount.characters(html, "正文连同样式");
    }

    private static List<String> tags(PlatformForm form) {
        return switch (form) {
            case Note note -> note.tags();
            case VideoPost post -> post.tags();
            case WechatArticle _, Headline _ -> List.of();
        };
    }

    private static String tooMany(PlatformRule rule, Amount amount, int most) {
        return "%s的%s有 %,d %s，最多 %,d %s。%s。"
                .formatted(
                        rule.platform().title(),
                        amount.name(),
                        amount.count(),
                        word(rule),
                        most,
                        word(rule),
                        rule.advice());
    }

    private static String tooFew(PlatformRule rule, Amount amount) {
        return switch (rule.field()) {
            case "video" -> rule.platform().title() + "只收视频：请选一段视频，或先用这篇文章生成一段。";
            case "pictures" -> "小红书的笔记至少要有一张图：请打开图文卡片，或在文章里插入图片。";
            case "text" -> "正文还是空的：写一些内容再发布。";
            default ->
                amount.count() == 0
                        ? "还没有%s：请填写，%s要求至少 %d %s。"
                                .formatted(amount.name(), rule.platform().title(), rule.least(), word(rule))
                        : "%s只有 %d %s，%s要求至少 %d %s。"
                                .formatted(
                                        amount.name(),
                                        amount.count(),
                                        word(rule),
                                        rule.platform().title(),
                                        rule.least(),
                                        word(rule));
        };
    }

    private static String word(PlatformRule rule) {
        return rule.field().equals("pictures") ? "张" : rule.unit().word();
    }

    private static Breach breach(PlatformRule rule, @Nullable Integer offset, String message) {
        return new Breach(rule.field(), rule.severity(), offset, null, null, message, rule.evidence(), rule.source());
    }
}

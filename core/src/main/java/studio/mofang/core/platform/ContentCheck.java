package studio.mofang.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.content.SafeUrls;
import studio.mofang.core.platform.Breach.Evidence;
import studio.mofang.core.platform.Breach.Severity;

/// Finds what stands in the text itself and will not come through, with its line.
final class ContentCheck extends AbstractVisitor {
    private static final Pattern FETCHABLE = Pattern.compile("(?i)(https?|media|data):.+", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");

    /// uploadimg takes JPG and PNG below 1 MB (Add_draft, "图文消息内的图片").
    private static final Pattern REFUSED_PICTURE =
            Pattern.compile("(?i).+\\.(gif|webp|svg|bmp|heic|avif)([?#].*)?|data:image/(gif|webp).*");

    private static final String UPLOAD =
            "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html";
    private static final SafeUrls SAFE = new SafeUrls();

    private final PlatformForm form;
    private final Article article;
    private final List<Breach> found = new ArrayList<>();
    private int pictures;

    private ContentCheck(PlatformForm form, Article article) {
        this.form = form;
        this.article = article;
    }

    static List<Breach> breaches(PlatformForm form, Article article) {
        if (form instanceof PlatformForm.VideoPost) {
            return List.of();
        }
        var check = new ContentCheck(form, article);
        article.document().accept(check);
        return check.found;
    }

    @Override
    public void visit(Image node) {
        pictures++;
        var source = node.getDestination();
        if (SAFE.sanitizeImageUrl(source).isBlank()
                || !FETCHABLE.matcher(source).matches()) {
            add(
                    "pictures",
                    Severity.REFUSED,
                    node,
                    pictures,
                    "第 %d 张图片的地址「%s」读不到：请重新插入这张图片。".formatted(pictures, shown(source)));
        } else if (form.platform() == Platform.WECHAT
                && REFUSED_PICTURE.matcher(source).matches()) {
            add(
                    "pictures",
                    Severity.WARNED,
                    node,
                    pictures,
                    "第 %d 张图片不是 JPG 或 PNG，公众号的正文不收：请换成 JPG 或 PNG。".formatted(pictures));
        }
    }

    @Override
    public void visit(Link node) {
        if (form.platform() == Platform.XIAOHONGSHU
                && node.getDestination().toLowerCase(Locale.ROOT).startsWith("http")) {
            add("text", Severity.WARNED, node, null, "第 %d 行有链接，小红书不显示链接：只留下文字。".formatted(line(node)));
        }
        if (MediaLinks.leads(node)) {
            var name = form.platform().title();
            add("content", Severity.WARNED, node, null, "第 %d 行的文件不会随文章发到%s：请在它的后台插入。".formatted(line(node), name));
        }
        visitChildren(node);
    }

    @Override
    public void visit(HtmlBlock node) {
        raw(node);
    }

    @Override
    public void visit(HtmlInline node) {
        if (!BREAK.matcher(node.getLiteral()).matches()) {
            raw(node);
        }
    }

    private void raw(Node node) {
        var line = line(node);
        boolean told =
                found.stream().anyMatch(breach -> breach.field().equals("content") && line.equals(breach.line()));
        if (!told) {
            add("content", Severity.WARNED, node, null, "第 %d 行有 HTML 标签，会按文字显示：请改用 Markdown 的写法。".formatted(line));
        }
    }

    private void add(String field, Severity severity, Node node, @Nullable Integer picture, String message) {
        var platform = form.platform();
        boolean documented = platform == Platform.WECHAT && field.equals("pictures");
        found.add(new Breach(
                field,
                severity,
                null,
                line(node),
                picture,
                message,
                documented ? Evidence.DOCUMENTED : Evidence.PRACTICE,
                documented ? UPLOAD : platform.page()));
    }

    private Integer line(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return article.linesBefore() + at.getSourceSpans().getFirst().getLineIndex() + 1;
            }
        }
        return article.linesBefore() + 1;
    }

    private static String shown(String source) {
        return source.length() > 60 ? source.substring(0, 60) + "…" : source;
    }
}

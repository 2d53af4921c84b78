package studio.mofang.desktop.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.PlatformForm.Headline;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.PlatformForm.VideoPost;
import studio.mofang.core.platform.PlatformForm.WechatArticle;
import studio.mofang.core.platform.html.ArticleHtml;
import studio.mofang.desktop.kit.Messages;

/// The page that a reader's phone would show, as HTML for a view 375 wide. Runs no script and follows no link. What is
/// too long is struck through in red, a picture that will not come through framed in red.
record PhonePage(Messages messages, Preview preview, List<String> cards, UnaryOperator<String> address) {
    private static final Pattern PICTURE = Pattern.compile("<img ");

    private static final String PAGE = """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'">
            <style>%s</style></head><body class="%s">%s</body></html>
            """;

    String html() {
        return switch (preview.form()) {
            case WechatArticle article -> page("wechat", wechat(article));
            case Note note -> page("note", note(note));
            case VideoPost post -> page("video", video(post));
            case Headline headline -> page("headline", headline(headline));
        };
    }

    private static String page(String style, String body) {
        return PAGE.formatted(PhoneStyle.CSS, style, body);
    }

    private String wechat(WechatArticle article) {
        var author = article.author().isBlank() ? "" : "<span>" + escaped(article.author()) + "</span>";
        return "<div class=\"share\"><div><b>" + marked("title", article.title()) + "</b><p>"
                + marked("digest", article.digest()) + "</p></div>" + cover(article.cover(), article.title()) + "</div>"
                + "<h1 class=\"headline\">" + marked("title", article.title()) + "</h1>"
                + "<div class=\"meta\">" + author + "<a>" + escaped(messages.text("publish.phone.account"))
                + "</a><i>" + escaped(messages.text("publish.phone.now")) + "</i></div>"
                + article(article.html());
    }

    private String headline(Headline headline) {
        return "<h1 class=\"headline\">" + marked("title", headline.title()) + "</h1>"
                + "<div class=\"meta\"><em></em><div><a>" + escaped(messages.text("publish.phone.account"))
                + "</a><i>" + escaped(messages.text("publish.phone.now")) + "</i></div></div>"
                + article(headline.html());
    }

    private String note(Note note) {
        var pictures = new ArrayList<>(cards);
        note.pictures().stream().map(address).filter(found -> !found.isEmpty()).forEach(pictures::add);
        var count = preview.cards() + note.pictures().size();
        var shown = pictures.stream()
                .map(picture -> "<img src=\"" + escaped(picture) + "\" alt=\"\">")
                .collect(Collectors.joining());
        var empty = pictures.isEmpty() ? "<p class=\"waiting\">" + escaped(waiting()) + "</p>" : "";
        return "<div class=\"reel\">" + shown + empty + "</div><div class=\"count\">1/" + Math.max(1, count) + "</div>"
                + "<h1>" + marked("title", note.title()) + "</h1><div class=\"text\">"
                + marked("text", note.text()) + "</div>";
    }

    private String waiting() {
        return messages.text(preview.cards() > 0 ? "publish.phone.drawing" : "publish.phone.nopicture");
    }

    private String video(VideoPost post) {
        var state = messages.text(post.video() == null ? "publish.phone.novideo" : "publish.phone.video");
        var mark = post.video() == null ? "＋" : "▶";
        // Elsewhere the caption has it.
        var title = post.platform().hasTitle() ? "<h1>" + marked("title", post.title()) + "</h1>" : "";
        return "<div class=\"screen\"><div class=\"play\"><b>" + mark + "</b><span>" + escaped(state)
                + "</span></div><div class=\"side\"><i>♥</i><i>✎</i><i>★</i><i>➦</i></div>"
                + "<div class=\"words\"><b>@" + escaped(messages.text("publish.phone.account")) + "</b>"
                + title + "<p>" + marked("caption", post.caption()) + "</p></div></div>";
    }

    private String article(String html) {
        return "<div class=\"article\">" + framed(ArticleHtml.withPictures(html, address)) + "</div>";
    }

    private String cover(@Nullable String source, String title) {
        var found = source == null ? "" : address.apply(source);
        return found.isEmpty()
                ? "<span class=\"cover\">"
                        + escaped(title.codePoints()
                                .limit(4)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString())
                        + "</span>"
                : "<img class=\"cover\" src=\"" + escaped(found) + "\" alt=\"\">";
    }

    /// A red frame around each picture that a breach names by its number.
    private String framed(String html) {
        var named = preview.breaches().stream().map(Breach::picture).toList();
        var counter = new int[1];
        return PICTURE.matcher(html).replaceAll(found -> frame(found, named.contains(++counter[0])));
    }

    private static String frame(MatchResult found, boolean wrong) {
        return Matcher.quoteReplacement(wrong ? found.group() + "class=\"wrong\" " : found.group());
    }

    /// A field's text; from where on it is too long it is marked.
    private String marked(String field, String text) {
        var offset = preview.breaches().stream()
                .filter(breach -> breach.field().equals(field) && breach.offset() != null)
                .map(Breach::offset)
                .findFirst();
        if (offset.isEmpty()) {
            return lines(text);
        }
        var at = text.offsetByCodePoints(0, Math.min(offset.get(), text.codePointCount(0, text.length())));
        return lines(text.substring(0, at)) + "<span class=\"over\">" + lines(text.substring(at)) + "</span>";
    }

    private static String lines(String text) {
        return escaped(text)
                .replaceAll("(^|[\\s])(#[^\\s#&<]+)", "$1<span class=\"topic\">$2</span>")
                .replace("\n", "<br>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package studio.mofang.server.publish.relay;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.mofang.server.web.PageLanguage;

/// The page on the phone: what is to be posted, step by step, in the order in which the platform's app asks for it.
final class RelayPage {
    private final RelayPack pack;
    private final PageLanguage language;
    private final StringBuilder steps = new StringBuilder();
    private int number;

    private RelayPage(RelayPack pack, PageLanguage language) {
        this.pack = pack;
        this.language = language;
    }

    static String of(RelayPack pack, PageLanguage language, String nonce) {
        return RelayFrame.around(new RelayPage(pack, language).body(), language, nonce);
    }

    static String thanks(PageLanguage language, String nonce) {
        var body = "<header><b>" + RelayWord.NOTED.in(language) + "</b><p>" + RelayWord.NOTED_HINT.in(language)
                + "</p></header>\n";
        return RelayFrame.around(body, language, nonce);
    }

    private String body() {
        var name = escaped(pack.platform());
        steps.append("<header><b>")
                .append(RelayWord.HEADING.in(language).formatted(name))
                .append("</b><p>")
                .append(RelayWord.HINT.in(language).formatted(name))
                .append("</p></header>\n");
        files();
        var title = pack.title();
        if (title != null) {
            copyable("title", RelayWord.TITLE.in(language), "<h1 id=\"title\">" + escaped(title) + "</h1>");
        }
        var html = pack.html();
        copyable(
                "text",
                RelayWord.TEXT.in(language),
                html == null
                        ? "<div class=\"text\" id=\"text\">" + escaped(pack.text()) + "</div>"
                        : "<article id=\"text\">" + html + "</article>");
        if (!pack.tags().isEmpty()) {
            var tags = pack.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
            copyable(
                    "tags", RelayWord.TAGS.in(language), "<div class=\"text\" id=\"tags\">" + escaped(tags) + "</div>");
        }
        step(RelayWord.DONE.in(language), "", """
                <form method="post" action="done">
                <input name="link" type="url" inputmode="url" maxlength="1000" placeholder="%s">
                <button class="main">%s</button>
                </form>""".formatted(
                        RelayWord.LINK.in(language), RelayWord.PUBLISHED.in(language)));
        return steps.toString();
    }

    private void files() {
        if (pack.video() != null) {
            step(
                    RelayWord.VIDEO.in(language),
                    "<a class=\"save\" href=\"video\" download>" + RelayWord.SAVE_VIDEO.in(language) + "</a>",
                    "<video src=\"video\" controls playsinline preload=\"metadata\"></video>");
        }
        int count = pack.pictures().size();
        if (count > 0) {
            step(RelayWord.PICTURES.in(language).formatted(count), "", pictures());
        }
    }

    private String pictures() {
        return IntStream.range(0, pack.pictures().size())
                .mapToObj(at -> "<figure><img src=\"picture/" + at + "\" alt=\"" + (at + 1) + "\"><i>" + (at + 1)
                        + "</i></figure>")
                .collect(Collectors.joining("\n", "<div class=\"pictures\">\n", "\n</div>"));
    }

    private void copyable(String id, String label, String content) {
        step(
                label,
                "<button type=\"button\" data-of=\"" + id + "\" data-done=\"" + RelayWord.COPIED.in(language)
                        + "\" data-select=\"" + RelayWord.SELECT.in(language) + "\">" + RelayWord.COPY.in(language)
                        + "</button>",
                content);
    }

    private void step(String label, String button, String content) {
        number++;
        steps.append("<section><div class=\"head\"><span><em>")
                .append(number)
                .append("</em>")
                .append(label)
                .append("</span>")
                .append(button)
                .append("</div>")
                .append(content)
                .append("</section>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package studio.mofang.server.publish;

import java.util.List;
import java.util.regex.Pattern;

/// The pictures of an HTML body of ours, each once and in order.
final class BodyPictures {
    private static final Pattern SOURCE = Pattern.compile("<img\\b[^>]*?\\ssrc=\"([^\"]*)\"");

    private BodyPictures() {}

    /// As they stand in the HTML, escaped as there.
    static List<String> of(String html) {
        return SOURCE.matcher(html)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    static String replaced(String html, String source, String url) {
        return html.replace(" src=\"" + source + "\"", " src=\"" + url.replace("&", "&amp;") + "\"");
    }
}

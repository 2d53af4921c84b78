package studio.mofang.server.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.web.Problem;

/// Where a person says to have published; shown as a link, so it must be one.
final class Links {
    private static final int LONGEST = 1000;

    private Links() {}

    /// Throws 400.
    static @Nullable String checked(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var link = given.strip();
        if (link.length() > LONGEST || !isHttp(link)) {
            throw Problem.invalid("link", "作品链接应是 http 或 https 开头的网址，最多 " + LONGEST + " 个字符");
        }
        return link;
    }

    private static boolean isHttp(String link) {
        try {
            var uri = new URI(link);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
        } catch (URISyntaxException _) {
            // Not an address: answered like any other.
            return false;
        }
    }
}

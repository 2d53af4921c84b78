package studio.mofang.core.content;

import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;

/// Lets through addresses that cannot run a script: relative ones, the web, mail, and pictures given inline or stored.
public final class SafeUrls implements UrlSanitizer {
    private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):");
    private static final Pattern LINK = Pattern.compile("https?|mailto");
    private static final Pattern PICTURE =
            Pattern.compile("^(https?:|media:|data:image/(png|jpeg|gif|webp);).*", Pattern.DOTALL);

    @Override
    public String sanitizeLinkUrl(String url) {
        var scheme = SCHEME.matcher(bare(url));
        return !scheme.find() || LINK.matcher(scheme.group(1)).matches() ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
        var bare = bare(url);
        return !SCHEME.matcher(bare).find() || PICTURE.matcher(bare).matches() ? url : "";
    }

    /// As a browser reads it: white space and control characters do not hide a scheme.
    private static String bare(String url) {
        return url.replaceAll("[\\p{Cntrl}\\s\\p{Z}]", "").toLowerCase(Locale.ROOT);
    }
}

package studio.mofang.server.export;

import java.util.regex.Pattern;

/// A file name that every system takes, made from a title.
final class FileName {
    private static final int LONGEST = 80;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}]+");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileName() {}

    static String of(String title, String extension) {
        var safe = FORBIDDEN.matcher(title).replaceAll(" ").replaceAll("\\s+", " ");
        var trimmed = shortened(safe).replaceAll("^[. ]+|[. ]+$", "");
        if (trimmed.isEmpty()) {
            return "未命名." + extension;
        }
        return (RESERVED.matcher(trimmed).matches() ? "_" : "") + trimmed + "." + extension;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }
}

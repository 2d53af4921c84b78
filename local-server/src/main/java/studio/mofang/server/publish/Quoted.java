package studio.mofang.server.publish;

import java.util.regex.Pattern;

/// A platform's own words in a sentence of ours: short, and without what looks like a key, for some answers repeat
/// what they were asked with (rule X5).
final class Quoted {
    private static final int LONGEST = 200;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_+/=.-]{16,}");

    private Quoted() {}

    static String words(String given) {
        var safe = KEY.matcher(given.strip()).replaceAll("…");
        if (safe.isEmpty()) {
            return "没有说明原因";
        }
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
    }
}

package studio.mofang.core.platform.html;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How an article looks: a CSS declaration for each of its parts, written into the tags themselves because the platform
/// keeps no style sheet. Themes are data: lines of `part { declarations }` over a common ground.
///
/// @param key its name on the wire
/// @param name as the writer sees it
public record Theme(String key, String name, Map<String, String> styles) {
    private static final Pattern RULE = Pattern.compile("(\\w+)\\s*\\{([^}]*)}");

    public Theme {
        styles = Map.copyOf(styles);
    }

    /// The themes for 公众号, the default first.
    public static List<Theme> all() {
        return Themes.ALL;
    }

    public static Optional<Theme> find(String key) {
        return all().stream().filter(theme -> theme.key().equals(key)).findFirst();
    }

    /// Tags alone, for editors that throw styles away.
    public static Theme bare() {
        return new Theme("bare", "无样式", Map.of());
    }

    /// `colours` replace `$name`; a later rule of the same part adds to the earlier.
    static Theme parse(String key, String name, Map<String, String> colours, String... sheets) {
        var styles = new HashMap<String, String>();
        for (var sheet : sheets) {
            RULE.matcher(sheet)
                    .results()
                    .forEach(rule -> styles.merge(rule.group(1), compact(rule.group(2), colours), Theme::joined));
        }
        return new Theme(key, name, styles);
    }

    /// The attribute ` style="…"` of each part, nothing where there is none.
    Map<Part, String> attributes() {
        var attributes = new EnumMap<Part, String>(Part.class);
        for (var part : Part.values()) {
            var style = styles.get(part.name().toLowerCase(Locale.ROOT));
            attributes.put(part, style == null ? "" : " style=\"" + style + "\"");
        }
        return attributes;
    }

    private static String joined(String earlier, String later) {
        return later.startsWith("none") ? later.substring("none;".length()) : earlier + ";" + later;
    }

    private static String compact(String declarations, Map<String, String> colours) {
        var css = declarations.strip().replaceAll("\\s*\\R\\s*", "").replaceAll("\\s*([:;,])\\s*", "$1");
        for (var colour : colours.entrySet()) {
            css = css.replaceAll("\\$" + colour.getKey() + "\\b", colour.getValue());
        }
        return css.endsWith(";") ? css.substring(0, css.length() - 1) : css;
    }
}

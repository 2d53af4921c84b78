package studio.mofang.desktop.publish;

import java.util.List;
import java.util.stream.Collectors;
import studio.mofang.core.content.AiLabel;

/// A form's text without what the studio itself puts around it, so that the person edits words alone.
final class Bare {
    private Bare() {}

    static String words(String text, List<String> tags) {
        var line = tags.stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
        var bare = text.strip();
        if (!line.isEmpty() && bare.endsWith(line)) {
            bare = bare.substring(0, bare.length() - line.length()).strip();
        }
        if (bare.startsWith(AiLabel.VISIBLE)) {
            bare = bare.substring(AiLabel.VISIBLE.length()).strip();
        }
        if (bare.endsWith(AiLabel.VISIBLE)) {
            bare = bare.substring(0, bare.length() - AiLabel.VISIBLE.length()).strip();
        }
        return bare;
    }
}

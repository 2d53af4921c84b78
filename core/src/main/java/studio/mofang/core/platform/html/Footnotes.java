package studio.mofang.core.platform.html;

import java.util.ArrayList;
import java.util.List;

/// The addresses a text links to, numbered as they come: the platforms' pages do not let readers leave by a link, so
/// the addresses stand at the end to be copied.
final class Footnotes {
    private final List<String> addresses = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /// The number of an address; the same address keeps its number.
    int number(String address, String text) {
        var known = addresses.indexOf(address);
        if (known >= 0) {
            return known + 1;
        }
        addresses.add(address);
        words.add(text);
        return addresses.size();
    }

    void write(Markup html) {
        if (addresses.isEmpty()) {
            return;
        }
        html.open("section", Part.NOTES)
                .open("p", Part.NOTES_TITLE)
                .text("参考链接")
                .close("p");
        for (var at = 0; at < addresses.size(); at++) {
            html.open("p", Part.NOTE)
                    .text("[" + (at + 1) + "] " + described(at))
                    .close("p");
        }
        html.close("section");
    }

    private String described(int at) {
        return words.get(at).isBlank() ? addresses.get(at) : words.get(at) + "：" + addresses.get(at);
    }
}

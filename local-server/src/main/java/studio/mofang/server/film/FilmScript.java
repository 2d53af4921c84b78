package studio.mofang.server.film;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.mofang.core.content.Markdown;

/// What a script says, in captions short enough to be read at a glance. Directions for the camera are left
/// out where the script marks what is spoken; headings give the title.
public record FilmScript(String title, List<String> captions) {
    private static final int LONGEST = 36;
    private static final int LONGEST_TITLE = 40;
    private static final Pattern SPOKEN =
            Pattern.compile("^[\\s\\-*>|]*[【\\[(（]?(?:旁白|口播|台词|解说|解说词|字幕|配音|文案|主播)[】\\])）]?\\s*[:：]\\s*(.+)$");
    private static final Pattern HEADING = Pattern.compile("^\\s*#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?；;…\\n]+[。！？!?；;…]*[”’」』）)]*");
    private static final Pattern CLAUSE = Pattern.compile("[^，,、：:]+[，,、：:]?");

    public FilmScript {
        captions = List.copyOf(captions);
    }

    public static FilmScript of(String script) {
        var spoken = script.lines()
                .map(SPOKEN::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(line -> line.group(1))
                .toList();
        var said = spoken.size() >= 2 ? String.join("\n", spoken) : withoutHeadings(script);
        var captions = captions(Markdown.text(said));
        return new FilmScript(title(script, captions), captions);
    }

    private static String withoutHeadings(String script) {
        var said = script.lines()
                .filter(line -> !HEADING.matcher(line).matches())
                .reduce("", (one, other) -> one + other + "\n");
        return said.isBlank() ? script.replace("#", "") : said;
    }

    private static String title(String script, List<String> captions) {
        var heading = script.lines()
                .map(HEADING::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(line -> line.group(1))
                .findFirst();
        var title = Markdown.text(heading.orElseGet(() -> captions.isEmpty() ? "" : captions.getFirst()))
                .replaceAll("[。；;，,：:]$", "");
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    private static List<String> captions(String said) {
        var captions = new ArrayList<String>();
        for (var line : said.lines().toList()) {
            SENTENCE.matcher(line)
                    .results()
                    .map(found -> found.group().strip())
                    .forEach(sentence -> split(sentence, captions));
        }
        return captions;
    }

    /// A long sentence becomes several captions that end where a clause does.
    private static void split(String sentence, List<String> captions) {
        var caption = new StringBuilder();
        for (var clause :
                CLAUSE.matcher(sentence).results().map(found -> found.group()).toList()) {
            if (!caption.isEmpty() && caption.length() + clause.length() > LONGEST) {
                add(caption, captions);
            }
            caption.append(clause);
        }
        add(caption, captions);
    }

    private static void add(StringBuilder caption, List<String> captions) {
        var text = caption.toString().strip();
        caption.setLength(0);
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            captions.add(text);
        }
    }
}

package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Chinese that a person reads has Chinese punctuation, wherever in the program it stands. `MessagesTest` holds the
/// same of the desktop's words.
class PunctuationTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("core", "sync-client", "local-server", "app-desktop");
    private static final Pattern NARROW = Pattern.compile("\\p{IsHan}”?[,:;?!()]|[,:;?!()]“?\\p{IsHan}");

    /// Comments and characters are read too, so that a quote in one does not begin a string.
    private static final Pattern TOKEN = Pattern.compile("""
            (?sx) //[^\\n]*+ | /\\*.*?\\*/ | '(?:\\\\.|[^'\\\\])++'
            | \"""(?<block>.*?)\"""
            | "(?<line>[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+)"
            """);

    private static final Pattern EXPRESSION =
            Pattern.compile("(?:Pattern\\.compile|matches|replaceAll|replaceFirst|split)\\(\\s*$");
    private static final int LOOK_BACK = 80;

    private static final Map<String, String> EXCEPTIONS = Map.of(
            "{0,9})[余多来]?个?字", "the end of a regular expression",
            "日期,新用户,已付订单,收入(元),售出积分\\r\\n", "the head of a CSV file",
            "引用格式：{citation_style}。顺序编码制文中用 [1]，文后列表格式为「[1] 作者. 题名[J]. 刊名, 年, 卷(期): 页码.」。",
                    "GB/T 7714 punctuates references half width");

    @Test
    void chineseForPeopleHasChinesePunctuation() throws IOException {
        var found = new TreeSet<String>();
        for (var module : MODULES) {
            found.addAll(narrow(module));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    @Test
    void aNarrowMarkIsFoundInAnyStringButNotInAComment() {
        assertThat(strings("/// 好,的\nsay('\"', \"好,的\");")).containsExactly("好,的");
        assertThat(strings("say(\"\\\"\" + \"\"\"\n<p>好\"(的)\"</p>\n\"\"\");"))
                .containsExactly("\\\"", "\n<p>好\"(的)\"</p>\n");
        assertThat(strings("Pattern.compile(\n  \"好(的)?\")")).isEmpty();
        assertThat(List.of("好,的", "好 (ok)的", "“好”,", "A:好")).allMatch(NARROW.asPredicate());
        assertThat(List.of("好，的", "好（OK, fine），的", "宽x高，如 1024x1024")).noneMatch(NARROW.asPredicate());
    }

    private static List<String> narrow(String module) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts(file).stream()
                        .flatMap(String::lines)
                        .filter(NARROW.asPredicate())
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> texts(Path file) throws IOException {
        if (file.toString().endsWith(".java")) {
            return strings(Files.readString(file));
        }
        return file.toString().endsWith(".html") ? Files.readAllLines(file) : List.of();
    }

    private static List<String> strings(String source) {
        return TOKEN.matcher(source)
                .results()
                .filter(token -> !expression(source, token))
                .flatMap(token -> Stream.of("block", "line").map(token::group).filter(text -> text != null))
                .toList();
    }

    private static boolean expression(String source, MatchResult token) {
        var before = source.substring(Math.max(0, token.start() - LOOK_BACK), token.start());
        return EXPRESSION.matcher(before).find();
    }
}

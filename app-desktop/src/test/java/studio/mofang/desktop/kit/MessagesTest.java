package studio.mofang.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Plan;

class MessagesTest {
    private static final Pattern TEXT = Pattern.compile("(?s)(?:text|line|item|command)\\(\\s*\"([a-z.]+)\"");

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(keys("en")).isEqualTo(keys("zh_CN"));
    }

    @Test
    void everyWordUsedExists() throws IOException {
        assertThat(keys("zh_CN")).containsAll(used()).containsAll(usedByValue());
    }

    @Test
    void bothLanguagesFillInTheSameValues() throws IOException {
        var chinese = words("zh_CN");
        var english = words("en");
        for (var key : chinese.stringPropertyNames()) {
            assertThat(values(english.getProperty(key))).as(key).isEqualTo(values(chinese.getProperty(key)));
        }
    }

    @Test
    void chineseSentencesUseChinesePunctuation() throws IOException {
        var narrow = Pattern.compile("\\p{IsHan}[,:;?!()]|[,;?!()]\\p{IsHan}").asPredicate();

        assertThat(words("zh_CN"))
                .allSatisfy((_, sentence) -> assertThat((String) sentence).doesNotMatch(narrow));
    }

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                TEXT.matcher(source).results().map(found -> found.group(1)).forEach(used::add);
            }
        }
        used.removeIf(key -> key.endsWith("."));
        return used;
    }

    private static List<String> usedByValue() {
        var themes = Stream.of(Theme.values()).map(theme -> "theme." + theme.tag());
        var plans = Stream.of(Plan.values()).map(plan -> "plan." + plan.type());
        var others = Stream.of(
                "field.title",
                "field.keywords",
                "field.requirements",
                "pay.title.alipay",
                "pay.title.wechat",
                "wallet.method.alipay",
                "wallet.method.wechat",
                "editor.export.md",
                "editor.export.html",
                "editor.export.docx",
                "settings.own.name",
                "settings.own.base",
                "settings.own.model",
                "settings.own.key");
        return Stream.of(themes, plans, others).flatMap(each -> each).toList();
    }

    private static Set<String> values(String pattern) {
        var values = new TreeSet<String>();
        Pattern.compile("\\{\\d}").matcher(pattern).results().forEach(found -> values.add(found.group()));
        return values;
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(words(language).stringPropertyNames());
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        for (var bundle : Messages.BUNDLES) {
            var file = "/studio/mofang/desktop/" + bundle.replace('.', '/') + "_" + language + ".properties";
            try (var stream = MessagesTest.class.getResourceAsStream(file)) {
                words.load(new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return words;
    }
}

package studio.mofang.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import studio.mofang.core.Fault;
import studio.mofang.core.Plan;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.server.model.ModelFailure;

class MessagesTest {
    private static final Pattern TEXT = Pattern.compile("(?s)(?:text|line|item|command)\\(\\s*\"([a-z.]+)\"");
    private static final Pattern REASON = Pattern.compile("(?:because|refused)\\(\"([a-z_]+)\"");

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(keys("en")).isEqualTo(keys("zh_CN"));
    }

    @Test
    void everyWordUsedExists() throws IOException {
        var known = keys("zh_CN");
        known.addAll(served());

        assertThat(known).containsAll(used()).containsAll(usedByValue());
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
    void everyCodeOfTheContractHasItsEnglish() throws IOException {
        var codes = Stream.of(Fault.values()).map(fault -> "fault." + fault.code());

        assertThat(served()).containsAll(codes.toList());
    }

    @Test
    void everyFailureOfAModelHasItsEnglish() throws IOException {
        var kinds = Stream.of(ModelFailure.Kind.values()).map(kind -> "refusal." + kind.word());

        assertThat(served()).containsAll(kinds.toList());
    }

    @Test
    void everyOtherReasonThatTheServerGivesHasItsEnglish() throws IOException {
        assertThat(served()).containsAll(found(REASON, Path.of("../local-server/src/main/java"), "refusal."));
    }

    @Test
    void anEnglishWindowSaysWhyInEnglishAndAChineseOneWhatTheServerSays() {
        try (var studio = new FakeStudio()) {
            studio.fails(Fault.COUPON_INVALID);
            var refused = catchThrowable(() -> studio.backend().api().models().models());

            assertThat(new Messages(Language.CHINESE).failure(refused)).isEqualTo(Fault.COUPON_INVALID.message());
            assertThat(new Messages(Language.ENGLISH).failure(refused)).startsWith("This coupon is not valid.");
        }
    }

    @Test
    void chineseSentencesUseChinesePunctuation() throws IOException {
        var narrow = Pattern.compile("\\p{IsHan}[,:;?!()]|[,;?!()]\\p{IsHan}").asPredicate();

        assertThat(words("zh_CN"))
                .allSatisfy((_, sentence) -> assertThat((String) sentence).doesNotMatch(narrow));
    }

    /// Chinese typefaces draw curly quotes as wide as a character, and an apostrophe is doubled only where values are
    /// filled in.
    @Test
    void englishSentencesUseStraightQuotesAndNoneTwice() throws IOException {
        assertThat(words("en")).allSatisfy((_, sentence) -> {
            var text = (String) sentence;
            assertThat(text).doesNotContainPattern("[“”‘’]");
            assertThat(text.contains("''")).isEqualTo(text.contains("'") && text.contains("{"));
        });
    }

    private static Set<String> used() throws IOException {
        var used = found(TEXT, Path.of("src/main/java"), "");
        used.removeIf(key -> key.endsWith("."));
        return used;
    }

    /// What stands in the pattern's group anywhere in the sources.
    private static Set<String> found(Pattern pattern, Path sources, String prefix) throws IOException {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(each -> found.add(prefix + each.group(1)));
            }
        }
        return found;
    }

    private static Set<String> served() throws IOException {
        return words("en", List.of(Messages.SERVED)).stringPropertyNames();
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
        return words(language, Messages.BUNDLES);
    }

    private static Properties words(String language, List<String> bundles) throws IOException {
        var words = new Properties();
        for (var bundle : bundles) {
            var file = "/studio/mofang/desktop/" + bundle.replace('.', '/') + "_" + language + ".properties";
            try (var stream = MessagesTest.class.getResourceAsStream(file)) {
                words.load(new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return words;
    }
}

package studio.mofang.desktop.kit;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import studio.mofang.client.ApiException;
import studio.mofang.core.Envelope.FieldError;

/// Every word that the studio shows, in Chinese or English. Formats are MessageFormat's: `{0}`, and `''`
/// for `'`.
public final class Messages {
    private static final String HOME = "studio.mofang.desktop.";
    /// The shared words, then those of the features that keep theirs in a folder of their own
    /// (`publish.messages`).
    static final List<String> BUNDLES = List.of(
            "messages",
            "backup.messages",
            "image.messages",
            "making.messages",
            "marketing.messages",
            "operations.messages",
            "publish.messages",
            "slides.messages",
            "wallet.messages",
            "video.messages");

    /// English alone: what the server says in Chinese itself.
    static final String SERVED = "served";

    private final Language language;
    private final Map<String, String> words = new HashMap<>();

    /// A language of the studio, under the name it gives itself.
    public enum Language {
        CHINESE("zh", "中文", Locale.SIMPLIFIED_CHINESE),
        ENGLISH("en", "English", Locale.ENGLISH);

        private final String tag;
        private final String ownName;
        private final Locale locale;

        Language(String tag, String ownName, Locale locale) {
            this.tag = tag;
            this.ownName = ownName;
            this.locale = locale;
        }

        /// As it is kept in the preferences.
        public String tag() {
            return tag;
        }

        public String ownName() {
            return ownName;
        }

        public Locale locale() {
            return locale;
        }

        /// Chinese unless the tag asks for English.
        public static Language of(String tag) {
            return tag.equals(ENGLISH.tag) ? ENGLISH : CHINESE;
        }
    }

    public Messages(Language language) {
        this.language = language;
        BUNDLES.forEach(this::load);
        if (language == Language.ENGLISH) {
            load(SERVED);
        }
    }

    private void load(String name) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var bundle = ResourceBundle.getBundle(HOME + name, language.locale(), control);
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
    }

    public Language language() {
        return language;
    }

    /// Throws IllegalArgumentException for a key that has no words.
    public String text(String key, Object... values) {
        var pattern = words.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words in " + language.tag() + " for " + key);
        }
        return values.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(values);
    }

    public boolean knows(String key) {
        return words.containsKey(key);
    }

    /// For words that the server names: our translation where there is one, the server's word where not.
    public String textOr(String key, String otherwise) {
        return words.getOrDefault(key, otherwise);
    }

    /// The server speaks Chinese; in English our translation stands for it, where there is one.
    public String served(String key, String chinese) {
        return language == Language.CHINESE ? chinese : textOr(key, chinese);
    }

    /// What went wrong, as a sentence, with the code to quote where there is one.
    public String failure(Throwable problem) {
        return switch (problem) {
            case ExecutionException e when e.getCause() != null -> failure(e.getCause());
            case ApiException e -> refusal(e);
            case TimeoutException _ -> text("failure.slow");
            default -> text("failure.unexpected", String.valueOf(problem.getMessage()));
        };
    }

    /// In Chinese what the server says of the field; in English at least which one it is.
    private String detail(FieldError wrong) {
        if (language == Language.CHINESE) {
            return " " + wrong.message();
        }
        var name = wrong.field().substring(wrong.field().lastIndexOf('.') + 1);
        return " " + text("fault.field", textOr("field." + name, name.replace('_', ' ')));
    }

    /// Why a call was refused, as exactly as our English knows.
    private String english(ApiException refusal) {
        var byCode = textOr("fault." + refusal.code(), text("fault.other", String.valueOf(refusal.code())));
        return refusal.reason()
                .map(reason -> textOr("refusal." + reason, byCode))
                .orElse(byCode);
    }

    private String refusal(ApiException refusal) {
        if (refusal.unanswered()) {
            return text("failure.unanswered");
        }
        var sentence = language == Language.CHINESE ? refusal.sentence() : english(refusal);
        var details = refusal.errors().stream().findFirst().map(this::detail).orElse("");
        var code = refusal.status() < 500
                ? ""
                : refusal.requestId().map(id -> " [" + id + "]").orElse("");
        return sentence + details + code;
    }
}

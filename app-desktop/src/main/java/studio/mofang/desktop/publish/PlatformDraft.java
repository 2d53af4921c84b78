package studio.mofang.desktop.publish;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm;
import studio.mofang.core.platform.PlatformForm.Headline;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.PlatformForm.VideoPost;
import studio.mofang.core.platform.PlatformForm.WechatArticle;
import studio.mofang.core.platform.Wish;

/// One platform of the publish pane: whether it is chosen, what the person wants different there, and what that gives.
/// A field shows what the studio made of the text until the person changes it.
final class PlatformDraft {
    private final Platform platform;
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<List<String>> cards = new SimpleObjectProperty<>(List.of());
    private final Map<Field, StringProperty> fields = new EnumMap<>(Field.class);
    private final Set<Field> changed = EnumSet.noneOf(Field.class);
    private boolean filling;

    PlatformDraft(Platform platform, Runnable onChange) {
        this.platform = platform;
        for (var field : Field.of(platform)) {
            var property = new SimpleStringProperty("");
            property.addListener((_, _, _) -> {
                if (!filling) {
                    changed.add(field);
                    onChange.run();
                }
            });
            fields.put(field, property);
        }
        chosen.addListener((_, _, _) -> onChange.run());
    }

    Platform platform() {
        return platform;
    }

    BooleanProperty chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview;
    }

    /// The note's cards as addresses of pictures, as far as they have come.
    ObjectProperty<List<String>> cardsProperty() {
        return cards;
    }

    StringProperty field(Field field) {
        return Objects.requireNonNull(fields.get(field));
    }

    /// Everything as the studio makes it of the text.
    void forget() {
        changed.clear();
        preview.set(null);
        cards.set(List.of());
    }

    void show(Preview next) {
        preview.set(next);
        filling = true;
        fields.forEach((field, property) -> {
            if (!changed.contains(field)) {
                property.set(made(field, next.form()));
            }
        });
        filling = false;
    }

    Wish wish() {
        return new Wish(
                wanted(Field.TITLE),
                wanted(Field.DIGEST),
                wanted(Field.TEXT),
                Optional.ofNullable(wanted(Field.TAGS)).map(PlatformDraft::tags).orElse(null),
                wanted(Field.THEME),
                wanted(Field.AUTHOR),
                Optional.ofNullable(wanted(Field.CARDS)).map(Boolean::valueOf).orElse(null),
                source(Field.COVER),
                source(Field.VIDEO));
    }

    private @Nullable String source(Field field) {
        return Optional.ofNullable(wanted(field))
                .filter(source -> !source.isBlank())
                .orElse(null);
    }

    /// The picture that stands for an article in lists.
    static Optional<String> cover(PlatformForm form) {
        return switch (form) {
            case WechatArticle article -> Optional.ofNullable(article.cover());
            case Headline headline -> Optional.ofNullable(headline.cover());
            case Note _, VideoPost _ -> Optional.empty();
        };
    }

    private @Nullable String wanted(Field field) {
        var property = fields.get(field);
        return property != null && changed.contains(field) ? property.get() : null;
    }

    private static List<String> tags(String line) {
        return Arrays.stream(line.split("[\\s,，、#]+"))
                .filter(tag -> !tag.isBlank())
                .toList();
    }

    private static String made(Field field, PlatformForm form) {
        return switch (field) {
            case TITLE -> form.title();
            case AUTHOR -> form instanceof WechatArticle article ? article.author() : "";
            case DIGEST, TEXT -> words(form);
            case TAGS -> String.join(" ", tags(form));
            case THEME ->
                switch (form) {
                    case WechatArticle article -> article.theme();
                    case Note note -> note.theme();
                    case VideoPost _, Headline _ -> "";
                };
            case COVER -> cover(form).orElse("");
            case CARDS -> String.valueOf(form instanceof Note note && note.cards());
            case VIDEO -> form instanceof VideoPost post && post.video() != null ? post.video() : "";
        };
    }

    private static String words(PlatformForm form) {
        return switch (form) {
            case WechatArticle article -> article.digest();
            case Note note -> Bare.words(note.text(), note.tags());
            case VideoPost post -> post.untitled(Bare.words(post.caption(), post.tags()));
            case Headline _ -> "";
        };
    }

    private static List<String> tags(PlatformForm form) {
        return switch (form) {
            case Note note -> note.tags();
            case VideoPost post -> post.tags();
            case WechatArticle _, Headline _ -> List.of();
        };
    }
}

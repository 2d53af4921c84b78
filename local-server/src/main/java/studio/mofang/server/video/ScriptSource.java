package studio.mofang.server.video;

import java.util.Optional;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.MarkdownExport;
import studio.mofang.server.creation.CreationService;

/// Finds what a script was made from. A script is mostly pasted, and nobody says from where: without looking, the
/// film of a model's words would go out unlabelled whenever its creation is not named.
final class ScriptSource {
    /// The creations that were last worked on; what somebody pastes is hardly older.
    private static final int LATEST = 50;

    /// Fewer letters are in too many texts by chance.
    private static final int TELLING = 16;

    private final CreationService creations;

    ScriptSource(CreationService creations) {
        this.creations = creations;
    }

    /// Whose film is labelled for its own maker needs no search. Throws Problem 404 where the named creation is
    /// not the user's.
    VideoTask.Source of(long userId, VideoForm form, VideoTask.Maker maker) {
        var named = Optional.ofNullable(form.request().creationId()).map(id -> creations.living(userId, id));
        var owed = named.flatMap(AiLabel::of).or(() -> MarkdownExport.label(form.script()));
        var id = named.map(Creation::id);
        if (owed.isPresent() || maker.modelId() != null) {
            return new VideoTask.Source(id.orElse(null), owed);
        }
        var found = labelled(userId, form.script());
        return new VideoTask.Source(id.or(() -> found.map(Creation::id)).orElse(null), found.flatMap(AiLabel::of));
    }

    private Optional<Creation> labelled(long userId, String script) {
        var words = letters(script);
        return creations.latest(userId, LATEST).stream()
                .flatMap(id -> creations.kept(userId, id).stream())
                .filter(creation -> AiLabel.of(creation).isPresent())
                .filter(creation -> shared(words, letters(creation.content())))
                .findFirst();
    }

    /// A part of the text, or the text with something added.
    private static boolean shared(String script, String text) {
        boolean part = script.length() >= TELLING && text.contains(script);
        boolean whole = text.length() >= TELLING && script.contains(text);
        return part || whole || !script.isEmpty() && script.equals(text);
    }

    /// Signs and line breaks change as a text is copied out of its Markdown.
    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}

package studio.mofang.core.platform;

import org.jspecify.annotations.Nullable;

/// One place where a form breaks a rule of its platform.
///
/// @param field title, digest, author, content, text, caption, tags, pictures, cover or video
/// @param offset characters into the field from where on it is too much
/// @param line of the creation's text, from 1
/// @param picture which of the pictures, from 1
/// @param message what is wrong and what to do
/// @param source where the rule is written
public record Breach(
        String field,
        Severity severity,
        @Nullable Integer offset,
        @Nullable Integer line,
        @Nullable Integer picture,
        String message,
        Evidence evidence,
        String source) {
    /// Refused: the platform will not take it. Warned: it will, but not as the writer means it.
    public enum Severity {
        REFUSED,
        WARNED
    }

    /// How well a rule is known: in the platform's documents, from the tools and pages of others, or only by hearsay.
    public enum Evidence {
        DOCUMENTED,
        PRACTICE,
        UNVERIFIED
    }

    public boolean refused() {
        return severity == Severity.REFUSED;
    }
}

package studio.mofang.server.publish;

import java.io.Serial;

/// A platform did not do what it was asked for. The message is a Chinese sentence that a person can act on.
class PublishFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /// What is known of what was sent.
    enum Kind {
        /// The platform said no, and will say so again until a person changes something.
        REFUSED,
        /// Nothing has been done; it may well be done later.
        LATER,
        /// It may have been done: the answer is lost.
        UNKNOWN
    }

    private final Kind kind;

    PublishFailure(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    PublishFailure(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    static PublishFailure refused(String sentence) {
        return new PublishFailure(Kind.REFUSED, sentence);
    }

    static PublishFailure later(String sentence) {
        return new PublishFailure(Kind.LATER, sentence);
    }

    static PublishFailure unknown(String sentence) {
        return new PublishFailure(Kind.UNKNOWN, sentence);
    }

    Kind kind() {
        return kind;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

package studio.mofang.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server cannot start, and a person can do something about it: the message is a sentence for them.
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean damaged;
    private final @Nullable String reason;

    public StartRefused(String message) {
        this(message, null);
    }

    public StartRefused(String message, @Nullable Throwable cause) {
        this(null, message, cause, false);
    }

    private StartRefused(@Nullable String reason, String message, @Nullable Throwable cause, boolean damaged) {
        super(message, cause);
        this.reason = reason;
        this.damaged = damaged;
    }

    /// For what a window says in other languages too: `reason` is a word that stays the same.
    public static StartRefused because(String reason, String message, @Nullable Throwable cause) {
        return new StartRefused(reason, message, cause, false);
    }

    /// The store itself is what cannot be used.
    public static StartRefused damaged(String message, @Nullable Throwable cause) {
        return new StartRefused(null, message, cause, true);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /// Whether a backup in the store's place would help.
    public boolean damaged() {
        return damaged;
    }
}

package studio.mofang.server;

import org.jspecify.annotations.Nullable;

/// The server cannot start, and a person can do something about it: the message is a sentence for them.
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean damaged;

    public StartRefused(String message) {
        this(message, null);
    }

    public StartRefused(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private StartRefused(String message, @Nullable Throwable cause, boolean damaged) {
        super(message, cause);
        this.damaged = damaged;
    }

    /// The store itself is what cannot be used.
    public static StartRefused damaged(String message, @Nullable Throwable cause) {
        return new StartRefused(message, cause, true);
    }

    /// Whether a backup in the store's place would help.
    public boolean damaged() {
        return damaged;
    }
}

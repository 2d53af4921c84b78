package studio.mofang.server.keychain;

/// The keychain did not do what it was asked for. The message says for the log why; it never carries a secret.
public final class KeychainRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// What the person can do about it differs.
    public enum Reason {
        /// It is locked, and nobody unlocked it.
        LOCKED,
        /// There is none here, or it does not work.
        UNAVAILABLE
    }

    private KeychainRefused(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    private KeychainRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public static KeychainRefused locked(String message) {
        return new KeychainRefused(Reason.LOCKED, message);
    }

    public static KeychainRefused unavailable(String message) {
        return new KeychainRefused(Reason.UNAVAILABLE, message);
    }

    static KeychainRefused unavailable(String message, Throwable cause) {
        return new KeychainRefused(Reason.UNAVAILABLE, message, cause);
    }

    public Reason reason() {
        return reason;
    }
}

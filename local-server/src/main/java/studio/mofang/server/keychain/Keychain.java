package studio.mofang.server.keychain;

import java.util.Locale;
import java.util.Optional;

/// Where the person's operating system keeps secrets. Every call may block for as long as a person takes who is asked
/// to unlock it, so it is asked on a thread of its own.
public interface Keychain {
    /// Which keychain this is.
    Kind kind();

    /// Empty where it holds nothing under this name, or does not let on that it does.
    Optional<String> find(String name) throws KeychainRefused;

    /// What was kept is believed once it has been found again.
    void keep(String name, String secret) throws KeychainRefused;

    /// The keychains that the studio knows.
    enum Kind {
        MACOS,
        WINDOWS,
        SECRET_SERVICE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The one of this machine; whether it can be used shows when it is asked.
    static Keychain ofThisSystem() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return new MacKeychain();
        }
        return system.contains("windows") ? new WindowsCredentials() : new SecretService();
    }
}

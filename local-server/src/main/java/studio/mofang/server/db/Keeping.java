package studio.mofang.server.db;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the data key is kept. With `trouble` the keychain does not, or not yet, do its part.
public record Keeping(Place place, @Nullable Trouble trouble) {
    /// `BOTH` until a later start has found the key in the keychain again.
    public enum Place {
        ENVIRONMENT,
        DATABASE,
        FILE,
        BOTH,
        KEYCHAIN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What the keychain answered instead.
    public enum Trouble {
        /// It has not answered yet; perhaps it asks the person.
        WAITING,
        LOCKED,
        UNAVAILABLE,
        /// It holds no key of this store, or hides it.
        MISSING,
        /// What it holds is not the key of this store.
        FOREIGN,
        /// It took the key and did not give it back.
        FORGETFUL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

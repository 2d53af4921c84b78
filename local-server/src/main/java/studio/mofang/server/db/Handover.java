package studio.mofang.server.db;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.db.Keeping.Place;
import studio.mofang.server.db.Keeping.Trouble;
import studio.mofang.server.keychain.Keychain;
import studio.mofang.server.keychain.KeychainRefused;

/// Hands the data key to the keychain, and asks it back. The file goes only after the keychain gave the same key back
/// in a later run: one that forgets, or a power cut, may come between.
final class Handover {
    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final Keychain keychain;
    private final KeyFile file;

    Handover(Keychain keychain, KeyFile file) {
        this.keychain = keychain;
        this.file = file;
    }

    /// The key that the keychain gave back, or why there is none.
    record Fetched(Optional<DataKey> key, Keeping keeping) {
        static Fetched silent() {
            return closed(Trouble.UNAVAILABLE);
        }
    }

    /// `key` is in the file, and stays there whatever happens but for the one thing: the keychain has had it.
    Keeping moveIn(DataKey key) {
        try {
            var found = keychain.find(key.name());
            if (found.isEmpty()) {
                return lodge(key);
            }
            if (found.get().equals(key.text())) {
                file.delete();
                return new Keeping(Place.KEYCHAIN, null);
            }
            log.warn("The keychain holds another key as {}; the one in {} opens the store", key.name(), file.path());
            return new Keeping(Place.FILE, Trouble.FOREIGN);
        } catch (KeychainRefused e) {
            return new Keeping(Place.FILE, trouble(e));
        } catch (IOException e) {
            log.warn("The keychain has the data key, but {} cannot be removed", file.path(), e);
            return new Keeping(Place.BOTH, null);
        }
    }

    /// The key of the store that holds `sample`.
    Fetched fetch(SealedSample sample) {
        try {
            var found = keychain.find(sample.keyName());
            var key = found.flatMap(Handover::parsed).filter(sample::opensWith);
            if (key.isPresent()) {
                return new Fetched(key, new Keeping(Place.KEYCHAIN, null));
            }
            return closed(found.isPresent() ? Trouble.FOREIGN : Trouble.MISSING);
        } catch (KeychainRefused e) {
            return closed(trouble(e));
        }
    }

    private Keeping lodge(DataKey key) throws KeychainRefused {
        keychain.keep(key.name(), key.text());
        boolean kept = keychain.find(key.name()).filter(key.text()::equals).isPresent();
        return kept ? new Keeping(Place.BOTH, null) : new Keeping(Place.FILE, Trouble.FORGETFUL);
    }

    private static Optional<DataKey> parsed(String text) {
        try {
            return Optional.of(DataKey.of(text));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static Fetched closed(Trouble trouble) {
        return new Fetched(Optional.empty(), new Keeping(Place.KEYCHAIN, trouble));
    }

    private static Trouble trouble(KeychainRefused refused) {
        log.info("The keychain is not open: {}", refused.getMessage());
        return switch (refused.reason()) {
            case LOCKED -> Trouble.LOCKED;
            case UNAVAILABLE -> Trouble.UNAVAILABLE;
        };
    }
}

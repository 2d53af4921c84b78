package studio.mofang.core;

import org.jspecify.annotations.Nullable;

/// The words about the key that seals secrets, an extension of the contract. The key itself is never among them: it
/// goes from and to files of this machine that are named here.
public interface Vaults {
    /// `place` is keychain, both (keychain and file), file, environment or database; `open` says whether secrets can
    /// be used now; `keychain` is the kind of this machine's, where it is used; `trouble` is what keeps it from its
    /// part: waiting, locked, unavailable, missing, foreign or forgetful.
    record Keeping(
            String place,
            boolean open,
            @Nullable String keychain,
            @Nullable String trouble) {}

    /// A file of the machine that the server runs on, by its whole path.
    record KeyFile(@Nullable String file) {}
}

package studio.mofang.server.db;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Seals secrets at rest: AES-256-GCM, bound to the place they belong to, so that a ciphertext moved to another row
/// does not open (rule X10). While the keychain that holds its key is not open, neither is the vault.
public final class Vault {
    private volatile @Nullable DataKey key;
    /// Of this run alone, for what must be sealed while the vault is closed and may be lost with the run.
    private final DataKey passing = DataKey.fresh();

    Vault() {}

    void open(DataKey opening) {
        key = opening;
    }

    public boolean closed() {
        return key == null;
    }

    /// `place` names table, row and owner, such as `ai_model|7|0`. Throws VaultClosed.
    public byte[] seal(byte[] secret, String place) {
        return key().seal(secret, bytes(place));
    }

    /// Throws VaultClosed.
    public byte[] open(byte[] sealed, String place) {
        return key().open(sealed, bytes(place))
                .orElseThrow(() -> new IllegalStateException("a sealed secret does not belong to " + place));
    }

    public byte[] seal(String secret, String place) {
        return seal(bytes(secret), place);
    }

    public String openText(byte[] sealed, String place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    /// For what need not outlive this run: also seals while the vault is closed.
    public byte[] sealForNow(byte[] secret, String place) {
        var opened = key;
        return (opened == null ? passing : opened).seal(secret, bytes(place));
    }

    /// Of `sealForNow`. Empty for what another run sealed while its vault was closed. Throws VaultClosed where only
    /// the closed vault could tell.
    public Optional<byte[]> openIfStillPossible(byte[] sealed, String place) {
        var ours = passing.open(sealed, bytes(place));
        return ours.isPresent() ? ours : key().open(sealed, bytes(place));
    }

    DataKey key() {
        var opened = key;
        if (opened == null) {
            throw new VaultClosed();
        }
        return opened;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

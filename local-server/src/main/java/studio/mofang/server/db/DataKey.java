package studio.mofang.server.db;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The key that seals a store's secrets: a Tink key set, as text to be kept and ready to seal with.
final class DataKey {
    /// What Tink puts before whatever it seals: a one, and the number of the key
    /// (https://developers.google.com/tink/wire-format).
    private static final int PREFIX = 5;

    private final String text;
    private final Aead aead;

    private DataKey(String text, Aead aead) {
        this.text = text;
        this.aead = aead;
    }

    static DataKey fresh() {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return of(TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make an AES-256-GCM key", e);
        }
    }

    /// Throws GeneralSecurityException for a text that is no key set.
    static DataKey of(String text) throws GeneralSecurityException {
        var handle = TinkJsonProtoKeysetFormat.parseKeyset(text, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        return new DataKey(text.strip(), handle.getPrimitive(AeadConfig2026.get(), Aead.class));
    }

    /// The secret itself.
    String text() {
        return text;
    }

    /// Under which the keychain holds it, which is no secret: everything that it seals begins with it.
    String name() {
        return name(seal(new byte[0], new byte[0]));
    }

    /// The name of the key that `sealed` needs.
    static String name(byte[] sealed) {
        return "vault-" + HexFormat.of().formatHex(Arrays.copyOfRange(sealed, 1, PREFIX));
    }

    byte[] seal(byte[] secret, byte[] place) {
        try {
            return aead.encrypt(secret, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal a secret", e);
        }
    }

    /// Empty where another key sealed it, or for another place.
    Optional<byte[]> open(byte[] sealed, byte[] place) {
        try {
            return Optional.of(aead.decrypt(sealed, place));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "DataKey[…]";
    }
}

package studio.mofang.server.payment;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// RSA keys as merchants have them: bare Base64, or PEM. What is no key is an IllegalArgumentException.
final class RsaKeys {
    private RsaKeys() {}

    /// Without the lines around it and the breaks within.
    static String bare(String text) {
        return text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    static PrivateKey privateKey(String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(decoded(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private key of RSA in PKCS#8", e);
        }
    }

    static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(decoded(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key of RSA", e);
        }
    }

    /// Whether the two are halves of one pair.
    static boolean pair(PrivateKey privateKey, PublicKey publicKey) {
        return privateKey instanceof RSAPrivateCrtKey own
                && publicKey instanceof RSAPublicKey other
                && own.getModulus().equals(other.getModulus());
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(bare(text));
    }
}

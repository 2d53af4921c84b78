package studio.mofang.server.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Map;
import studio.mofang.core.Json;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.db.Vault;

/// Credentials as they lie on the disk: sealed, and bound to their row, so that moved ones do not open (rule
/// X10).
final class CredentialSeal {
    private static final TypeReference<Map<String, String>> CREDENTIALS = new TypeReference<>() {};

    private final Vault vault;
    private final String table;

    CredentialSeal(Vault vault, String table) {
        this.vault = vault;
        this.table = table;
    }

    byte[] closed(Map<String, String> credentials, long userId, Platform platform) {
        try {
            return vault.seal(Json.shared().writeValueAsBytes(credentials), place(userId, platform));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write credentials", e);
        }
    }

    Map<String, String> opened(byte[] secret, long userId, Platform platform) {
        var place = place(userId, platform);
        try {
            return Json.shared().readValue(vault.open(secret, place), CREDENTIALS);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the credentials of " + place, e);
        }
    }

    private String place(long userId, Platform platform) {
        return table + "|" + platform.code() + "|" + userId;
    }
}

package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.Map;
import studio.mofang.core.Vaults.Keeping;
import studio.mofang.core.Vaults.KeyFile;

/// Where the key that seals secrets is kept, and what the studio's own server does with it.
public final class VaultApi {
    private static final TypeReference<Keeping> KEEPING = new TypeReference<>() {};

    private final ApiClient client;

    public VaultApi(ApiClient client) {
        this.client = client;
    }

    public Keeping keeping() throws ApiException {
        return client.get("vault", Map.of(), KEEPING);
    }

    /// Asks the keychain once more, which may ask the person; returns at once.
    public Keeping ask() throws ApiException {
        return client.post("vault/ask", Map.of(), KEEPING);
    }

    /// Writes a copy of the key, for safekeeping.
    public Keeping export(Path target) throws ApiException {
        return client.post("vault/export", new KeyFile(target.toString()), KEEPING);
    }

    /// Opens the vault with a copy of its key.
    public Keeping restore(Path copy) throws ApiException {
        return client.post("vault/restore", new KeyFile(copy.toString()), KEEPING);
    }

    /// Gives up what a lost key had sealed.
    public Keeping startOver() throws ApiException {
        return client.post("vault/start-over", Map.of(), KEEPING);
    }
}

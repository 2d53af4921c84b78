package studio.mofang.server.keychain;

import java.nio.file.Path;
import java.util.Arrays;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.db.Custody;
import studio.mofang.server.db.Keeping.Trouble;
import studio.mofang.server.db.Store;
import studio.mofang.server.db.StoreFacts;

/// One run of a studio on the data folder that it is given, with the system's own keychain: says where the key was kept
/// in the end, and the sum of a secret that was sealed with it. For processes that `KeyringTest` shuts off from
/// whatever keychain the developer has.
final class KeyringRun {
    private KeyringRun() {}

    public static void main(String[] arguments) {
        var storage = Storage.in(Path.of(arguments[0])).keptBy(Keychain.ofThisSystem());
        try (var database = Store.open(storage);
                var custody = Custody.of(storage, database)) {
            while (custody.keeping().trouble() == Trouble.WAITING) {
                Thread.onSpinWait();
            }
            var secret = custody.vault().closed()
                    ? "closed"
                    : Arrays.hashCode(new StoreFacts(database, custody.vault()).secret("probe"));
            System.out.println(custody.keeping() + " " + secret);
        }
    }
}

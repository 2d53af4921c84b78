package studio.mofang.server.db;

import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the newest whole state in H2's file after a stop that was cut off. H2 by itself goes by the file's header and
/// its last chunk, and where the one it is sent to did not reach the disk, takes an older state for the newest and
/// writes over what was committed since. Here every block is looked at, and the header set right, before H2 opens it.
final class NewestState {
    private static final Logger log = LoggerFactory.getLogger(NewestState.class);

    private NewestState() {}

    /// Nobody else may have the store in `dataDir` open. What cannot be read is left to the engine to refuse.
    static void settle(Path dataDir) {
        var file = Store.file(dataDir);
        if (!UncleanStop.left(dataDir) || !Files.exists(file)) {
            return;
        }
        try (var store = new MVStore.Builder()
                .fileName(file.toString())
                .recoveryMode()
                .autoCommitDisabled()
                .open()) {
            log.info("The last stop was cut off; the newest state of the store is {}", store.getCurrentVersion());
        } catch (MVStoreException e) {
            log.warn("The newest state of the store could not be settled", e);
        }
    }
}

package studio.mofang.server.db;

import static studio.mofang.server.db.gen.Tables.STORE_FACT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import studio.mofang.server.StartRefused;

/// The epoch of this store: cursors of another one are worthless here (rule Y9). A restored backup gets a new id.
public final class StoreId {
    static final String FACT = "store_id";

    private StoreId() {}

    public static UUID of(Database database, Path dataDir) {
        forgetAfterRestore(database, dataDir.resolve(Backups.RESTORED));
        var id = StoreFacts.plain(
                database, FACT, () -> UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        return UUID.fromString(new String(id, StandardCharsets.UTF_8));
    }

    private static void forgetAfterRestore(Database database, Path marker) {
        if (Files.notExists(marker)) {
            return;
        }
        database.writeDurably(
                tx -> tx.deleteFrom(STORE_FACT).where(STORE_FACT.NAME.eq(FACT)).execute());
        try {
            Files.delete(marker);
        } catch (IOException e) {
            throw new StartRefused("数据文件夹无法写入:" + marker, e);
        }
    }
}

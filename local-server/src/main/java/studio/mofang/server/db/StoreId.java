package studio.mofang.server.db;

import static studio.mofang.server.db.gen.Tables.STORE_FACT;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The epoch of this store: cursors of another one are worthless here (rule Y9). A restored backup gets a new id.
public final class StoreId {
    static final String FACT = "store_id";

    private StoreId() {}

    public static UUID of(Database database) {
        var id = StoreFacts.plain(
                database, FACT, () -> UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        return UUID.fromString(new String(id, StandardCharsets.UTF_8));
    }

    /// Whoever asks next gets a new one.
    static void forget(Database database) {
        database.writeDurably(
                tx -> tx.deleteFrom(STORE_FACT).where(STORE_FACT.NAME.eq(FACT)).execute());
    }
}

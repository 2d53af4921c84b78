package studio.mofang.server.db;

import static studio.mofang.server.db.gen.Tables.AI_MODEL;
import static studio.mofang.server.db.gen.Tables.PLATFORM_ACCOUNT;
import static studio.mofang.server.db.gen.Tables.SIGNING_KEY;
import static studio.mofang.server.db.gen.Tables.STORE_FACT;

import org.jooq.DSLContext;

/// Everything in the store that its data key has sealed.
final class SealedRows {
    private SealedRows() {}

    /// As if keys and accounts had never been put in. Answers stored for repeated requests stay, so that nothing is
    /// done twice.
    static void forget(Database database) {
        database.writeDurably(tx -> {
            tx.update(AI_MODEL)
                    .setNull(AI_MODEL.API_KEY)
                    .setNull(AI_MODEL.KEY_HINT)
                    .execute();
            tx.deleteFrom(PLATFORM_ACCOUNT).execute();
            tx.deleteFrom(SIGNING_KEY).execute();
            return secretFacts(tx);
        });
    }

    private static int secretFacts(DSLContext tx) {
        return tx.deleteFrom(STORE_FACT)
                .where(STORE_FACT.NAME.notIn(Custody.FACT, StoreId.FACT))
                .execute();
    }
}

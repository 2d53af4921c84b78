package studio.mofang.server.db;

import static studio.mofang.server.db.gen.Tables.SIGNING_KEY;
import static studio.mofang.server.db.gen.Tables.STORE_FACT;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jooq.DSLContext;

/// Something that the store holds sealed: it tells which key is the store's.
record SealedSample(byte[] sealed, String place) {
    /// Empty for a store that holds nothing sealed yet.
    static Optional<SealedSample> of(Database database) {
        return database.read(sql -> fact(sql).or(() -> signingKey(sql)));
    }

    boolean opensWith(DataKey key) {
        return key.open(sealed, place.getBytes(StandardCharsets.UTF_8)).isPresent();
    }

    String keyName() {
        return DataKey.name(sealed);
    }

    private static Optional<SealedSample> fact(DSLContext sql) {
        return sql.select(STORE_FACT.CONTENT, STORE_FACT.NAME)
                .from(STORE_FACT)
                .where(STORE_FACT.NAME.notIn(Custody.FACT, StoreId.FACT))
                .orderBy(STORE_FACT.NAME)
                .limit(1)
                .fetchOptional(row -> new SealedSample(row.value1(), StoreFacts.place(row.value2())));
    }

    private static Optional<SealedSample> signingKey(DSLContext sql) {
        return sql.select(SIGNING_KEY.SECRET, SIGNING_KEY.KID)
                .from(SIGNING_KEY)
                .limit(1)
                .fetchOptional(row -> new SealedSample(row.value1(), "signing_key|" + row.value2()));
    }
}

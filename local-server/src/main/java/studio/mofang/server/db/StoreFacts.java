package studio.mofang.server.db;

import static studio.mofang.server.db.gen.Tables.STORE_FACT;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/// Named facts that every node of one store shares, made once by whoever needs them first: its id, generated secrets.
public final class StoreFacts {
    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final Vault vault;

    public StoreFacts(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// A random secret of 256 bits, sealed at rest. While the vault is closed, one of this run alone.
    public byte[] secret(String name) {
        if (vault.closed()) {
            return random();
        }
        var place = place(name);
        return vault.open(plain(database, name, () -> vault.seal(random(), place)), place);
    }

    static String place(String name) {
        return "store_fact|" + name;
    }

    /// Of a store served read-only, a missing fact is made for this run alone.
    static byte[] plain(Database database, String name, Supplier<byte[]> fresh) {
        return database.read(sql -> find(sql, name)).orElseGet(() -> firstOne(database, name, fresh.get()));
    }

    private static byte[] firstOne(Database database, String name, byte[] content) {
        if (database.readOnly()) {
            return content;
        }
        try {
            return database.writeDurably(tx -> find(tx, name).orElseGet(() -> insert(tx, name, content)));
        } catch (DataAccessException e) {
            if (Database.duplicate(e)) {
                return database.read(sql -> find(sql, name)).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private static byte[] insert(DSLContext tx, String name, byte[] content) {
        tx.insertInto(STORE_FACT)
                .set(STORE_FACT.NAME, name)
                .set(STORE_FACT.CONTENT, content)
                .set(STORE_FACT.CREATED_AT, Instant.now())
                .execute();
        return content;
    }

    private static Optional<byte[]> find(DSLContext sql, String name) {
        return sql.select(STORE_FACT.CONTENT)
                .from(STORE_FACT)
                .where(STORE_FACT.NAME.eq(name))
                .fetchOptional(STORE_FACT.CONTENT);
    }

    private static byte[] random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}

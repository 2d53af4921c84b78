package studio.mofang.server.testkit;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Store;

/// A fresh store without a server, for tests of services that no route shows.
public final class TestStore implements AutoCloseable {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Storage storage;
    private final Database database;

    public TestStore(Engine engine) {
        storage = engine.freshStorage();
        database = Store.open(storage);
    }

    public Database database() {
        return database;
    }

    public Storage storage() {
        return storage;
    }

    /// The id of a user who has nothing yet.
    public long newUser() {
        var name = "user" + NAMES.incrementAndGet();
        return database.write(tx -> {
            var users = DSL.table(DSL.name("app_user"));
            tx.insertInto(users)
                    .columns(
                            field("uuid"),
                            field("username"),
                            field("username_key"),
                            field("email"),
                            field("email_key"),
                            field("role"),
                            field("referral_code"),
                            field("created_at"))
                    .values(UUID.randomUUID(), name, name, name, name, "user", name, Instant.now())
                    .execute();
            long id = tx.select(DSL.field(DSL.name("id"), Long.class))
                    .from(users)
                    .where(DSL.field(DSL.name("username"), String.class).eq(name))
                    .fetchSingle()
                    .value1();
            ChangeSequence.open(tx, id);
            return id;
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private static org.jooq.Field<Object> field(String name) {
        return DSL.field(DSL.name(name));
    }
}

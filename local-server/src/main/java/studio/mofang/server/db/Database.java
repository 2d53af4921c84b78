package studio.mofang.server.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/// Every statement passes here. `write` is one transaction; a write inside a write joins it, so that a service may call
/// another one and an idempotent answer is stored with its effect. On H2 one writer runs at a time behind a fair lock
/// (rules S3 and S4); on PostgreSQL row locks do the ordering.
public final class Database implements AutoCloseable {
    private static final String UNIQUE_VIOLATION = "23505";

    private final ScopedValue<Transaction> current = ScopedValue.newInstance();
    private final ReentrantLock writer = new ReentrantLock(true);
    private final HikariDataSource pool;
    private final DSLContext sql;
    /// Absent where the engine's commit is durable by itself.
    private final @Nullable Durability durability;

    private final Runnable onClose;
    private volatile boolean readOnly;

    /// `onClose` runs after the last connection is gone.
    Database(HikariDataSource pool, SQLDialect dialect, Runnable onClose) {
        this.pool = pool;
        this.onClose = onClose;
        this.sql = DSL.using(configuration(pool, dialect));
        this.durability = dialect == SQLDialect.H2 ? new Durability(writer, this::checkpoint) : null;
    }

    /// One or several reads; inside a transaction they see what it has written.
    public <T> T read(Function<DSLContext, T> work) {
        return current.isBound() ? work.apply(current.get().sql()) : work.apply(sql);
    }

    /// Several reads of one moment, which no write of others comes between. Not for writes.
    public <T> T readOneMoment(Function<DSLContext, T> work) {
        return current.isBound()
                ? work.apply(current.get().sql())
                : inTransaction(new Transaction(), Connection.TRANSACTION_REPEATABLE_READ, work);
    }

    /// One transaction. Drafts go this way: a kill loses nothing, a power cut may lose the last seconds (rule S2).
    public <T> T write(Function<DSLContext, T> work) {
        if (current.isBound()) {
            return work.apply(current.get().sql());
        }
        var transaction = new Transaction();
        T result = commit(transaction, work);
        if (durability != null) {
            settle(durability, transaction);
        }
        transaction.afterCommit.forEach(Runnable::run);
        return result;
    }

    /// One transaction that has reached the disk when this returns: money, tokens, outbox, finished generations.
    public <T> T writeDurably(Function<DSLContext, T> work) {
        return write(tx -> {
            current.get().durable = true;
            return work.apply(tx);
        });
    }

    /// Returns when all that was committed before is on the disk.
    public void awaitDurable() {
        if (durability != null && !current.isBound()) {
            durability.await();
        }
    }

    /// Runs once the surrounding transaction is committed; at once outside of any.
    public void afterCommit(Runnable action) {
        if (current.isBound()) {
            current.get().afterCommit.add(action);
        } else {
            action.run();
        }
    }

    /// A guard for whatever calls the network: a transaction must never wait for it.
    public void assertNoTransaction() {
        if (current.isBound()) {
            throw new IllegalStateException("a network call inside a transaction");
        }
    }

    /// From now on every write answers with a clear refusal; reads go on (rule S6).
    public void refuseWrites() {
        readOnly = true;
    }

    public boolean readOnly() {
        return readOnly;
    }

    /// For libraries that keep their own tables; never for statements of ours.
    public DataSource source() {
        return pool;
    }

    public SQLDialect dialect() {
        return sql.dialect();
    }

    /// Somebody else was first; the same on H2 and on PostgreSQL (rule S8).
    public static boolean duplicate(DataAccessException e) {
        return UNIQUE_VIOLATION.equals(e.sqlState());
    }

    @Override
    public void close() {
        if (durability != null) {
            durability.close();
        }
        pool.close();
        onClose.run();
    }

    private <T> T commit(Transaction transaction, Function<DSLContext, T> work) {
        if (readOnly) {
            throw new ReadOnlyStore();
        }
        if (dialect() != SQLDialect.H2) {
            return inTransaction(transaction, Connection.TRANSACTION_READ_COMMITTED, work);
        }
        writer.lock();
        try {
            return inTransaction(transaction, Connection.TRANSACTION_READ_COMMITTED, work);
        } finally {
            writer.unlock();
        }
    }

    /// By hand: jOOQ's own transactions ask the server for its isolation level each time, a round trip of its own, and
    /// pay for nesting, which never happens here (`write` joins).
    private <T> T inTransaction(Transaction transaction, int isolation, Function<DSLContext, T> work) {
        try (var connection = pool.getConnection()) {
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) { // the engines' own, and the pool's
                connection.setTransactionIsolation(isolation);
            }
            connection.setAutoCommit(false);
            var tx = DSL.using(sql.configuration().derive(new DefaultConnectionProvider(connection)));
            transaction.sql = tx;
            try {
                T result = ScopedValue.where(current, transaction).call(() -> work.apply(tx));
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessException("a transaction could not be begun or committed", e);
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static Configuration configuration(DataSource pool, SQLDialect dialect) {
        return new DefaultConfiguration()
                .set(new DataSourceConnectionProvider(pool))
                .set(dialect)
                .set(new Settings().withExecuteLogging(false));
    }

    private static void settle(Durability durability, Transaction transaction) {
        if (transaction.durable) {
            durability.await();
        } else {
            durability.soon();
        }
    }

    private void checkpoint() {
        sql.execute("checkpoint sync");
    }

    private final class Transaction {
        private DSLContext sql = Database.this.sql;
        private boolean durable;
        private final List<Runnable> afterCommit = new ArrayList<>();

        DSLContext sql() {
            return sql;
        }
    }
}

package studio.mofang.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Store;
import studio.mofang.server.membership.MembershipService;

/// Ledger commits a second, each of them on the disk before the next one begins, against bare JDBC that writes the same
/// rows through the same pool without asking anything first. Rule F3: one thread on H2, sixteen on PostgreSQL, every
/// thread with users of its own; both warm, taking turns.
final class LedgerBenchmark implements Benchmarks.Benchmark {
    private static final int ROUNDS = 5;
    private static final int WARMING = 4;
    private static final int THREADS = 16;
    private static final double BAR = 0.5;

    @Override
    public List<Measure> run(Path scratch) throws IOException, InterruptedException {
        var measures = new ArrayList<Measure>();
        measures.add(compare("H2, 1 thread", Storage.in(Files.createDirectories(scratch.resolve("h2"))), 1));
        try (var postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(scratch.resolve("binaries").toFile())
                .start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            var storage = new Storage(scratch.resolve("hosted"), url, "postgres", "postgres", null, null);
            measures.add(compare("PostgreSQL, 16 threads", storage, THREADS));
        }
        return measures;
    }

    private static Measure compare(String name, Storage storage, int threads) throws InterruptedException, IOException {
        try (var database = Store.open(storage)) {
            var users = users(database, 2 * threads);
            var ledger = new Workers(users.subList(0, threads), ours(database));
            var bare = new Workers(users.subList(threads, 2 * threads), user -> new BareLedger(database, user));
            for (int round = 0; round < WARMING; round++) {
                ledger.commitsPerSecond();
                bare.commitsPerSecond();
            }
            analyze(database);
            var stack = new Samples();
            var alone = new Samples();
            for (int round = 0; round < ROUNDS; round++) {
                alone.add(bare.commitsPerSecond());
                stack.add(ledger.commitsPerSecond());
            }
            return Measure.atLeast(
                    "ledger commits, " + name,
                    Math.round(stack.median()) + "/s",
                    "bare JDBC " + Math.round(alone.median()) + "/s",
                    stack.median() / alone.median(),
                    BAR);
        } catch (SQLException | ExecutionException e) {
            throw new IOException(e);
        }
    }

    /// What PostgreSQL does by itself within a minute of a table's growing: before, it looks entries up by the wrong
    /// index.
    private static void analyze(Database database) throws SQLException {
        if (database.dialect() == SQLDialect.POSTGRES) {
            try (var connection = database.source().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("analyze credit_entry");
            }
        }
    }

    private static LongFunction<Workers.Work> ours(Database database) {
        var clock = InstantSource.system();
        var credits = new CreditService(database, new MembershipService(database, clock), clock);
        return user -> () ->
                credits.add(user, new LedgerEntry(Cause.ADMIN, UUID.randomUUID().toString(), "recharge", 1, "测量"));
    }

    private static List<Long> users(Database database, int count) throws SQLException {
        var ids = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            ids.add(user(database.source(), i));
        }
        return ids;
    }

    private static long user(DataSource source, int number) throws SQLException {
        var name = "bench" + number;
        try (var connection = source.getConnection();
                var user = connection.prepareStatement(
                        "insert into app_user (uuid, username, username_key, email, email_key, role, referral_code, created_at)"
                                + " values (?, ?, ?, ?, ?, 'user', ?, current_timestamp)",
                        new String[] {"id"});
                var counter = connection.prepareStatement("insert into change_counter values (?, 0)");
                var account = connection.prepareStatement("insert into credit_account values (?, 0, 0, 0)")) {
            user.setObject(1, UUID.randomUUID());
            for (int i = 2; i <= 6; i++) {
                user.setString(i, name);
            }
            user.executeUpdate();
            try (var keys = user.getGeneratedKeys()) {
                keys.next();
                long id = keys.getLong(1);
                counter.setLong(1, id);
                counter.executeUpdate();
                account.setLong(1, id);
                account.executeUpdate();
                return id;
            }
        }
    }

    /// The rows of one user's commits, written without a question.
    private static final class BareLedger implements Workers.Work {
        private final Database database;
        private final long user;
        private long last;

        BareLedger(Database database, long user) {
            this.database = database;
            this.user = user;
        }

        @Override
        public void once() throws SQLException {
            last++;
            try (var connection = database.source().getConnection()) {
                connection.setAutoCommit(false);
                try (var counter = connection.prepareStatement(
                                "update change_counter set last_seq = last_seq + 1 where user_id = ?");
                        var account = connection.prepareStatement(
                                "update credit_account set balance = balance + 1, last_entry = last_entry + 1"
                                        + " where user_id = ?");
                        var entry = connection.prepareStatement(
                                "insert into credit_entry (user_id, entry_no, uuid, type, amount, balance_after, cause,"
                                        + " cause_id, reference, description, created_at, version, change_seq)"
                                        + " values (?, ?, ?, 'recharge', 1, ?, 'admin', ?, ?, '测量', current_timestamp, 1, ?)")) {
                    counter.setLong(1, user);
                    counter.executeUpdate();
                    account.setLong(1, user);
                    account.executeUpdate();
                    var reference = UUID.randomUUID().toString();
                    entry.setLong(1, user);
                    entry.setLong(2, last);
                    entry.setObject(3, UUID.randomUUID());
                    entry.setLong(4, last);
                    entry.setString(5, reference);
                    entry.setString(6, reference);
                    entry.setLong(7, last);
                    entry.executeUpdate();
                }
                connection.commit();
                if (database.dialect() == SQLDialect.H2) {
                    try (var checkpoint = connection.createStatement()) {
                        checkpoint.execute("checkpoint sync");
                    }
                }
            }
        }
    }
}

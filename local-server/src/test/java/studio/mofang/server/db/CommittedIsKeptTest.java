package studio.mofang.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What we ask of the engine itself (rule S1): after each kill the newest commit is there, also when the parts of the
/// file do not lie one behind the other. H2 2.5.252 opens an older state here (ADR 35).
class CommittedIsKeptTest {
    private static final int KILLS = 40;
    private static final int ROWS = 20;

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    private int commits;

    @Test
    void theNewestCommitIsThereAfterEachKill() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute("create table word (id int primary key, text varchar)");
            statement.execute("create table newest (number int)");
            statement.execute("insert into newest values (0)");
        }
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndDie();
            assertThat(newest()).as("after kill %d", kill).isEqualTo(commits);
        }
    }

    /// Without a time of retention the engine fills the holes of its file at once, instead of after 45 seconds.
    private void writeAndDie() throws SQLException {
        var connection = open();
        try (var statement = connection.createStatement()) {
            statement.execute("set retention_time 0");
            int more = 2 + random.nextInt(6);
            for (int i = 0; i < more; i++) {
                commits++;
                int length = random.nextInt(5) == 0 ? 20_000 : 10 + random.nextInt(1_000);
                statement.execute("merge into word values (%d, repeat('%d', %d))"
                        .formatted(random.nextInt(ROWS), commits, length));
                statement.execute("update newest set number = " + commits);
                statement.execute("checkpoint sync");
            }
            statement.execute("shutdown immediately");
        }
    }

    private int newest() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select number from newest")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }
}

package studio.mofang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// The neighbour of the search: SQLite FTS5 with its trigram tokenizer, which is its only one for text without spaces.
/// Words of two characters are below three and fall back to a scan, as SQLite documents.
final class SqliteSearch implements AutoCloseable {
    private final Connection connection;

    private SqliteSearch(Connection connection) {
        this.connection = connection;
    }

    static SqliteSearch over(Path file, List<String> texts) throws IOException {
        try {
            var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("create virtual table text using fts5(content, tokenize = 'trigram')");
            }
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("insert into text (content) values (?)")) {
                for (var text : texts) {
                    insert.setString(1, text);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            return new SqliteSearch(connection);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// The count of hits and the newest twenty, as the API answers them.
    double millis(String word) {
        var condition = word.length() < 3 ? "content like '%' || ? || '%'" : "text match '\"' || ? || '\"'";
        long start = System.nanoTime();
        try (var count = connection.prepareStatement("select count(*) from text where " + condition);
                var page = connection.prepareStatement("select substr(content, 1, 200) from text where " + condition
                        + " order by rowid desc limit 20")) {
            count.setString(1, word);
            page.setString(1, word);
            try (var _ = count.executeQuery();
                    var rows = page.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
            return (System.nanoTime() - start) / 1e6;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

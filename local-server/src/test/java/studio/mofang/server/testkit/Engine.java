package studio.mofang.server.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.ServerConfig.Mode;
import studio.mofang.server.ServerConfig.Storage;

/// The two databases that every journey runs on.
public enum Engine {
    H2(Mode.STANDALONE),
    POSTGRES(Mode.HOSTED);

    private static @Nullable EmbeddedPostgres postgres;

    private final Mode mode;

    Engine(Mode mode) {
        this.mode = mode;
    }

    public Mode mode() {
        return mode;
    }

    /// A fresh, empty store.
    public Storage freshStorage() {
        try {
            var folder = Files.createTempDirectory("mofang-test");
            return this == H2 ? Storage.in(folder) : freshDatabase(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Storage freshDatabase(Path folder) throws IOException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
        }
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database", e);
        }
        return new Storage(folder, postgres.getJdbcUrl("postgres", name), "postgres", "postgres", null, null);
    }
}

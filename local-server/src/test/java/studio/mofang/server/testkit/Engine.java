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
import studio.mofang.server.db.Store;

/// The two databases that every journey runs on.
public enum Engine {
    H2(Mode.STANDALONE),
    POSTGRES(Mode.HOSTED);

    private static final String H2_FILE = "mofang.mv.db";

    private static @Nullable EmbeddedPostgres postgres;

    private final Mode mode;
    /// Migrated once and copied for each test that needs a store: a run needs some two hundred.
    private @Nullable Storage pattern;

    Engine(Mode mode) {
        this.mode = mode;
    }

    public Mode mode() {
        return mode;
    }

    /// A store with all its tables and nothing in them.
    public synchronized Storage freshStorage() {
        try {
            if (pattern == null) {
                pattern = emptyStorage();
                Store.open(pattern).close();
            }
            var folder = Files.createTempDirectory("mofang-test");
            if (this == H2) {
                Files.copy(pattern.dataDir().resolve(H2_FILE), folder.resolve(H2_FILE));
                return Storage.in(folder);
            }
            return newDatabase(folder, " template " + name(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A store without a table, as a first start finds it.
    public Storage emptyStorage() {
        try {
            var folder = Files.createTempDirectory("mofang-test");
            return this == H2 ? Storage.in(folder) : newDatabase(folder, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Storage newDatabase(Path folder, String like) throws IOException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
        }
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + like);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database", e);
        }
        return new Storage(folder, postgres.getJdbcUrl("postgres", name), "postgres", "postgres", null, null);
    }

    private static String name(Storage storage) {
        var url = String.valueOf(storage.databaseUrl());
        return url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }
}

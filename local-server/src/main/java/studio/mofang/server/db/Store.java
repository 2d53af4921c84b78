package studio.mofang.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.StartRefused;

/// Opens the database that the configuration names, migrates it, and reads back that it runs as the rules demand.
public final class Store {
    private static final String NAME = "mofang";
    private static final String BEFORE_UPGRADE = "before-upgrade";
    private static final int H2_CONNECTIONS = 8;
    /// Parsed statements that each connection keeps; H2 by itself keeps 8, and parsing costs more than most of them.
    private static final int H2_STATEMENTS = 128;

    private static final int POSTGRES_CONNECTIONS = 16;
    private static final int DATABASE_IN_USE = 90020;
    /// What the H2 file must report of itself (rule S4); anything else loses acknowledged commits on a kill.
    private static final Map<String, String> DEMANDED = Map.of("WRITE_DELAY", "0", "MODE", "PostgreSQL");

    private Store() {}

    /// Throws StartRefused when another process holds the data, or a newer version wrote them.
    public static Database open(Storage storage) {
        return open(storage, "file:");
    }

    /// `fileSystem` is H2's prefix for whoever stands between it and the disk.
    public static Database open(Storage storage, String fileSystem) {
        var url = storage.databaseUrl();
        return url == null ? openFile(storage.dataDir(), fileSystem) : openHosted(storage, url);
    }

    /// What a person is told of a start that failed with `e`: a file that cannot be read or written may be damaged.
    public static RuntimeException refusal(Database database, RuntimeException e) {
        return e instanceof DataAccessException && database.dialect() == SQLDialect.H2 ? unusable(e) : e;
    }

    /// The file of the store in `dataDir`.
    static Path file(Path dataDir) {
        return dataDir.resolve(NAME + ".mv.db");
    }

    /// A copy of a store that nobody else knows of, in a folder of its own.
    static Database openCopy(Path folder) {
        return onFile(folder, "file:", Store::somethingIsThere, () -> {});
    }

    private static Database openFile(Path dataDir, String fileSystem) {
        var lock = FolderLock.take(dataDir);
        try {
            Backups.refuseToBeginAnew(dataDir);
            return onFile(dataDir, fileSystem, (pool, empty) -> backup(pool, empty, dataDir), lock::close);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Optional<Path> backup(DataSource source, boolean empty, Path dataDir) {
        return empty ? Optional.empty() : Optional.of(Backups.take(source, dataDir, BEFORE_UPGRADE));
    }

    private static Optional<Path> somethingIsThere(DataSource source, boolean empty) {
        if (empty) {
            throw new StartRefused("它不是墨坊的备份");
        }
        return Optional.empty();
    }

    private static Database onFile(Path folder, String fileSystem, Migrations.Before before, Runnable onClose) {
        HeaderLast.begin();
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + HeaderLast.SCHEME + ":" + fileSystem
                + folder.resolve(NAME).toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=" + H2_STATEMENTS);
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(H2_CONNECTIONS);
        var pool = pool(config);
        try {
            Migrations.run(pool, "h2", before);
            assertSafe(pool);
            return new Database(pool, SQLDialect.H2, onClose);
        } catch (RuntimeException e) {
            pool.close();
            throw e instanceof StartRefused ? e : unusable(e);
        }
    }

    private static Database openHosted(Storage storage, String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(storage.databaseUser());
        config.setPassword(storage.databasePassword());
        config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
        var pool = pool(config);
        try {
            Migrations.run(pool, "postgresql", (_, _) -> Optional.empty());
            return new Database(pool, SQLDialect.POSTGRES, () -> {});
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(HikariConfig config) {
        config.setPoolName("store");
        config.setMinimumIdle(1);
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw refused(e);
        }
    }

    private static StartRefused refused(HikariPool.PoolInitializationException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_IN_USE) {
                return FolderLock.inUse();
            }
        }
        return unusable(e);
    }

    private static StartRefused unusable(Exception e) {
        return StartRefused.damaged("打不开数据库：" + e.getMessage(), e);
    }

    private static void assertSafe(HikariDataSource pool) {
        DEMANDED.forEach((name, demanded) -> {
            var effective = setting(pool, name);
            if (!demanded.equalsIgnoreCase(effective)) {
                throw new StartRefused("数据库设置不安全：" + name + " = " + effective + "，应为 " + demanded);
            }
        });
    }

    private static String setting(HikariDataSource pool, String name) {
        try (var connection = pool.getConnection();
                var query = connection.prepareStatement(
                        "select setting_value from information_schema.settings where setting_name = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new StartRefused("无法读取数据库设置 " + name, e);
        }
    }
}

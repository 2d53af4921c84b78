package studio.mofang.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jooq.SQLDialect;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.StartRefused;

/// Opens the database that the configuration names, migrates it, and reads back that it runs as the rules demand.
public final class Store {
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

    private static Database openFile(Path dataDir, String fileSystem) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + fileSystem + dataDir.resolve("mofang").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=" + H2_STATEMENTS);
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(H2_CONNECTIONS);
        var lock = FolderLock.take(dataDir);
        try {
            var pool = pool(config);
            Migrations.run(pool, "h2", dataDir);
            assertSafe(pool);
            return new Database(pool, SQLDialect.H2, lock::close);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Database openHosted(Storage storage, String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(storage.databaseUser());
        config.setPassword(storage.databasePassword());
        config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
        var pool = pool(config);
        Migrations.run(pool, "postgresql", storage.dataDir());
        return new Database(pool, SQLDialect.POSTGRES, () -> {});
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
        return new StartRefused("打不开数据库:" + e.getMessage(), e);
    }

    private static void assertSafe(HikariDataSource pool) {
        DEMANDED.forEach((name, demanded) -> {
            var effective = setting(pool, name);
            if (!demanded.equalsIgnoreCase(effective)) {
                throw new StartRefused("数据库设置不安全:" + name + " = " + effective + ",应为 " + demanded);
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

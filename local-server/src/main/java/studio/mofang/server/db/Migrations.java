package studio.mofang.server.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.StartRefused;

/// Brings an older store up to this version, after a backup of it; refuses one that a newer version wrote.
final class Migrations {
    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    static void run(DataSource source, String vendor, Path dataDir) {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .ignoreMigrationPatterns("*:future")
                .load();
        refuseNewer(flyway);
        if (vendor.equals("h2")
                && flyway.info().current() != null
                && flyway.info().pending().length > 0) {
            backup(source, dataDir);
        }
        flyway.migrate();
    }

    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState().name().startsWith("FUTURE")) {
                throw new StartRefused("这些数据由更新版本的墨坊写入,请升级本程序后再打开");
            }
        }
    }

    /// Through the database, never by copying a live file (rule S7).
    private static void backup(DataSource source, Path dataDir) {
        var name = "before-upgrade-"
                + DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").format(LocalDateTime.now());
        var target = dataDir.resolve("backups").resolve(name + ".zip");
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("backup to ?")) {
            Files.createDirectories(target.getParent());
            statement.setString(1, target.toString());
            statement.execute();
            log.info("Backed up the store before upgrading it: {}", target);
        } catch (SQLException | IOException e) {
            throw new StartRefused("升级数据前无法备份到 " + target + ":" + e.getMessage(), e);
        }
    }
}

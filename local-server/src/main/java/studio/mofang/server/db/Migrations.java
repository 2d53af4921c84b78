package studio.mofang.server.db;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import studio.mofang.server.StartRefused;

/// Brings an older store up to this version, after a backup of it; refuses one that a newer version wrote.
final class Migrations {
    private Migrations() {}

    static void run(DataSource source, String vendor, Path dataDir) {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .ignoreMigrationPatterns("*:future")
                .load();
        var info = flyway.info();
        refuseNewer(info);
        if (info.pending().length == 0) {
            return;
        }
        if (vendor.equals("h2") && info.current() != null) {
            backup(source, dataDir);
        }
        flyway.migrate();
    }

    private static void refuseNewer(MigrationInfoService info) {
        for (MigrationInfo applied : info.applied()) {
            if (applied.getState().name().startsWith("FUTURE")) {
                throw new StartRefused("这些数据由更新版本的墨坊写入,请升级本程序后再打开");
            }
        }
    }

    private static void backup(DataSource source, Path dataDir) {
        try {
            Backups.take(source, dataDir.resolve("backups"), "before-upgrade");
        } catch (IllegalStateException e) {
            throw new StartRefused("升级数据前无法备份,请检查磁盘空间和权限:" + e.getMessage(), e);
        }
    }
}

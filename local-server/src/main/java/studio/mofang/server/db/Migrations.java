package studio.mofang.server.db;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import studio.mofang.server.StartRefused;

/// Brings an older store up to this version, after a backup of it; refuses one that a newer version wrote, and one that
/// an upgrade left half-way.
final class Migrations {
    private Migrations() {}

    /// What is done before a store of an older version is changed.
    interface Before {
        /// The backup that was taken, where one is needed; nothing was ever in an `empty` store.
        Optional<Path> upgrade(DataSource source, boolean empty);
    }

    static void run(DataSource source, String vendor, Before before) {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .ignoreMigrationPatterns("*:future")
                .load();
        var info = flyway.info();
        refuse(info, "FUTURE", StartRefused.because("data_newer", "这些数据由更新版本的墨坊写入，请升级本程序后再打开", null));
        refuse(info, "FAILED", StartRefused.damaged("上次升级数据没有完成，请恢复升级前的备份（backups 中的 before-upgrade-…）", null));
        if (info.pending().length == 0) {
            return;
        }
        var backup = backup(before, source, info.current() == null);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw refused(backup, e);
        }
    }

    private static void refuse(MigrationInfoService info, String state, StartRefused refusal) {
        boolean found = Arrays.stream(info.applied())
                .anyMatch(applied -> applied.getState().name().startsWith(state));
        if (found) {
            throw refusal;
        }
    }

    private static Optional<Path> backup(Before before, DataSource source, boolean empty) {
        try {
            return before.upgrade(source, empty);
        } catch (IllegalStateException e) {
            throw StartRefused.because("no_backup_before_upgrade", "升级数据前无法备份，请检查磁盘空间和权限：" + e.getMessage(), e);
        }
    }

    private static StartRefused refused(Optional<Path> backup, FlywayException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        var wayOut =
                backup.map(file -> "。升级前的数据备份在 " + file + "，可以恢复它再试，或用原来的版本打开").orElse("");
        return StartRefused.damaged("数据升级失败：" + reason + wayOut, e);
    }
}

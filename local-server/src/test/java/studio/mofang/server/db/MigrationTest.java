package studio.mofang.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.db.gen.Tables.APP_USER;
import static studio.mofang.server.db.gen.Tables.MEDIA;
import static studio.mofang.server.db.gen.Tables.URGENT_PAYMENT_EVENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.StartRefused;
import studio.mofang.server.testkit.Engine;

/// A store of any version becomes one of this version, on both engines, and nothing in it is lost.
class MigrationTest {
    private static final String SOMEBODY = """
            insert into app_user (uuid, username, username_key, email, email_key, role, referral_code, created_at)
            values ('0190b7a0-0000-7000-8000-000000000001', '老用户', '老用户', 'a@b.cn', 'a@b.cn', 'user', 'OLD', current_timestamp)""";

    private static final String PURGED = """
            insert into creation (user_id, id, uuid, type, state, title, content, excerpt, word_count, version, cause, hand,
                                  version_since, change_seq, created_at, updated_at, deleted_at)
            values (1, 7, '0190b7a0-0000-7000-8000-000000000002', 'video', 'purged', '', '', '', 0, 2, 'generated', 'model',
                    current_timestamp, 1, current_timestamp, current_timestamp, current_timestamp)""";

    private static final String ITS_FILE = """
            insert into media (user_id, id, state, content_type, byte_size, sha256, width, height, duration_millis,
                               creation_id, created_at)
            values (1, '0190b7a0-0000-7000-8000-000000000003', 'stored', 'video/mp4', 1, 'x', 1, 1, 1, 7, current_timestamp)""";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void allOfThemApplyInOrder(Engine engine) {
        var storage = engine.emptyStorage();
        Store.open(storage).close();

        var applied = List.of(flyway(engine, storage).load().info().applied());

        assertThat(applied).extracting(MigrationInfo::getState).containsOnly(MigrationState.SUCCESS);
        assertThat(applied).extracting(MigrationInfo::getVersion).isSorted().doesNotHaveDuplicates();
        assertThat(applied).extracting(MigrationInfo::getVersion).containsAll(all(engine));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anOlderStoreOfAnyVersionIsUpgradedWithAllThatIsInIt(Engine engine) throws SQLException {
        for (var version : olderVersions(engine)) {
            var storage = older(engine, version);

            try (var database = Store.open(storage)) {
                var names = database.read(
                        sql -> sql.select(APP_USER.USERNAME).from(APP_USER).fetchSet(APP_USER.USERNAME));
                assertThat(names).as("from %s", version).containsExactly("老用户");
            }
            assertThat(flyway(engine, storage).load().info().pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasPurgedBeforeFilesWereLetGoLetsThemGoNow(Engine engine) throws SQLException {
        var storage = older(engine, MigrationVersion.fromVersion("012"));
        execute(engine, storage, PURGED);
        execute(engine, storage, ITS_FILE);

        try (var database = Store.open(storage)) {
            int loose = database.read(
                    sql -> sql.fetchCount(MEDIA, MEDIA.LOOSE_AT.isNotNull().and(MEDIA.CREATION_ID.isNull())));
            assertThat(loose).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void moneyThatWasRefusedBeforeItWasListedIsListedOnceNow(Engine engine) throws SQLException {
        var storage = older(engine, MigrationVersion.fromVersion("018"));
        execute(engine, storage, paymentEvent("R1", "T1", "other_amount"));
        execute(engine, storage, paymentEvent("R1", "T1", "other_amount"));
        execute(engine, storage, paymentEvent("R1", "T2", "paid"));
        execute(engine, storage, paymentEvent("R9", "", "unknown_order"));
        execute(engine, storage, paymentEvent("R2", "T3", "paid_twice"));

        try (var database = Store.open(storage)) {
            var listed = database.read(sql -> sql.select(URGENT_PAYMENT_EVENT.TRANSACTION_ID)
                    .from(URGENT_PAYMENT_EVENT)
                    .where(URGENT_PAYMENT_EVENT.STATUS.eq("open"))
                    .fetch(URGENT_PAYMENT_EVENT.TRANSACTION_ID));
            assertThat(listed).containsExactlyInAnyOrder("T1", "T3");
        }
    }

    @Test
    void theBackupBeforeAnUpgradeIsTheOlderStore() throws SQLException, IOException {
        var storage = older(Engine.H2, all(Engine.H2).getFirst());
        Store.open(storage).close();
        Store.open(storage).close();

        var backups = backups(storage.dataDir());
        assertThat(backups).hasSize(1);
        var unpacked = Engine.H2.emptyStorage();
        Restore.execute(backups.getFirst().toString(), unpacked.dataDir().toString(), null);
        assertThat(flyway(Engine.H2, unpacked).load().info().applied()).hasSize(1);
    }

    @Test
    void aBackupOfAnOlderStoreIsRestoredAsOneOfThisVersion() throws SQLException, IOException {
        var storage = older(Engine.H2, all(Engine.H2).getFirst());
        Store.open(storage).close();

        Restoration.restore(backups(storage.dataDir()).getFirst(), storage.dataDir(), _ -> List.of());

        assertThat(flyway(Engine.H2, storage).load().info().pending()).isEmpty();
        assertThat(backups(storage.dataDir())).hasSize(1);
    }

    @Test
    void anUpgradeThatFailsNamesTheBackupAndIsNotGoneOnWith() throws SQLException, IOException {
        var storage = older(Engine.H2, all(Engine.H2).getFirst());
        obstruct(Engine.H2, storage);

        assertThatThrownBy(() -> Store.open(storage))
                .isInstanceOfSatisfying(
                        StartRefused.class, e -> assertThat(e.damaged()).isTrue())
                .hasMessageContaining("升级失败")
                .hasMessageContaining("before-upgrade-");
        assertThatThrownBy(() -> Store.open(storage))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("没有完成");
        assertThat(backups(storage.dataDir())).hasSize(1);
    }

    @Test
    void anUpgradeThatFailsOnPostgresChangesNothing() throws SQLException {
        var storage = older(Engine.POSTGRES, all(Engine.POSTGRES).getFirst());
        obstruct(Engine.POSTGRES, storage);

        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(() -> Store.open(storage))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("升级失败");
        }
    }

    @Test
    void aFreshStoreNeedsNoBackup() throws IOException {
        var storage = Engine.H2.emptyStorage();
        Store.open(storage).close();

        assertThat(backups(storage.dataDir())).isEmpty();
    }

    /// The first and the last: the ones between differ from them by less than they do from each other.
    private static List<MigrationVersion> olderVersions(Engine engine) {
        var all = all(engine);
        var older = all.subList(0, all.size() - 1);
        return List.of(older.getFirst(), older.getLast());
    }

    private static Storage older(Engine engine, MigrationVersion version) throws SQLException {
        var storage = engine.emptyStorage();
        flyway(engine, storage).target(version).load().migrate();
        execute(engine, storage, SOMEBODY);
        return storage;
    }

    /// Something of ours is in the way of a later migration.
    private static void obstruct(Engine engine, Storage storage) throws SQLException {
        execute(engine, storage, "create table creation (id int)");
    }

    private static String paymentEvent(String order, String transaction, String outcome) {
        return """
            insert into payment_event (source, provider, order_id, transaction_id, outcome, message, received_at)
            values ('notify', 'alipay', '%s', '%s', '%s', '', current_timestamp)""".formatted(order, transaction, outcome);
    }

    private static void execute(Engine engine, Storage storage, String sql) throws SQLException {
        try (var connection = source(engine, storage).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<MigrationVersion> all(Engine engine) {
        return Arrays.stream(flyway(engine, engine.emptyStorage()).load().info().all())
                .map(MigrationInfo::getVersion)
                .sorted()
                .toList();
    }

    private static FluentConfiguration flyway(Engine engine, Storage storage) {
        var vendor = engine == Engine.H2 ? "h2" : "postgresql";
        return Flyway.configure()
                .dataSource(source(engine, storage))
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor);
    }

    private static DataSource source(Engine engine, Storage storage) {
        if (engine == Engine.POSTGRES) {
            var source = new PGSimpleDataSource();
            source.setUrl(storage.databaseUrl());
            source.setUser(storage.databaseUser());
            source.setPassword(storage.databasePassword());
            return source;
        }
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + storage.dataDir().resolve("mofang")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    private static List<Path> backups(Path dataDir) throws IOException {
        var folder = dataDir.resolve("backups");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}

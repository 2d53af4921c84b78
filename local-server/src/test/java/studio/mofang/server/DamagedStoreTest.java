package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Creations.Draft;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.db.Store;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Rule S6 on the whole server: what does not add up is never silently written to again.
class DamagedStoreTest {
    @TempDir
    private Path folder;

    @Test
    void aDamagedLedgerIsServedReadOnlyUntilABackupIsRestored() throws IOException, ApiException {
        start().close();
        var backup = backup();
        damage();
        Files.createFile(folder.resolve("running"));

        for (int start = 0; start < 2; start++) {
            try (var server = start()) {
                assertThatThrownBy(() -> new AccountApi(server.client(Bearer.none()))
                                .register(new Registration("somebody", "some@example.com", "password123", null)))
                        .isInstanceOfSatisfying(
                                ApiException.class, e -> assertThat(e.code()).isEqualTo(503));
            }
        }

        LocalServer.restore(backup, folder);

        try (var server = start()) {
            server.newUser();
        }
    }

    @Test
    void aRestoredBackupIsServedAndSearchedAsItWas() throws IOException, ApiException {
        try (var server = start()) {
            write(server, "最早的文章");
        }
        var backup = backup();
        try (var server = start()) {
            assertThat(found(server, write(server, "后来的文章"))).isEqualTo(2);
        }

        LocalServer.restore(backup, folder);

        try (var server = start()) {
            assertThat(found(server, write(server, "恢复后的文章"))).isEqualTo(2);
        }
    }

    @Test
    void aBackupOfADamagedStoreIsNotRestored() throws IOException {
        start().close();
        damage();
        var backup = backup();

        assertThatThrownBy(() -> LocalServer.restore(backup, folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("更早的备份");
    }

    @Test
    void aLostVaultKeyIsNotReplacedByAFreshOne() throws IOException {
        start().close();
        Files.delete(folder.resolve("vault.key"));

        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining("vault.key");
        assertThat(folder.resolve("vault.key")).doesNotExist();
    }

    private static TestUser write(TestServer server, String text) throws ApiException {
        var writer = server.admin();
        new CreationApi(writer.client()).create(new Draft(null, "writing", null, "标题", text, List.of(), null));
        return writer;
    }

    private static long found(TestServer server, TestUser writer) throws ApiException {
        return new CreationApi(writer.client())
                .list(new Query("文章", null, null, null, false, 1, 20))
                .total();
    }

    private Path backup() throws IOException {
        var file = Files.createDirectories(folder.resolve("backups")).resolve("daily-20260101-000000.zip");
        try (var database = Store.open(Storage.in(folder))) {
            database.read(sql -> sql.execute("backup to '" + file + "'"));
        }
        return file;
    }

    private TestServer start() {
        return TestServer.with(TestServer.config(Engine.H2, Storage.in(folder)));
    }

    private void damage() {
        try (var database = Store.open(Storage.in(folder))) {
            database.write(
                    tx -> tx.execute(
                            "insert into credit_account (user_id, balance, held, last_entry) select id, 5, 0, 0 from app_user"));
        }
    }
}

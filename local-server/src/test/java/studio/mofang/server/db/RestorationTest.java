package studio.mofang.server.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.StartRefused;

class RestorationTest {
    @TempDir
    private Path folder;

    @Test
    void aRestoredBackupIsWhatItWasAndANewStore() {
        var before = write("kept");
        var backup = backup();
        write("later");

        restore(backup);

        try (var database = open()) {
            assertThat(known(database, "kept")).isTrue();
            assertThat(known(database, "later")).isFalse();
            assertThat(StoreId.of(database)).isNotEqualTo(before);
            assertThat(Backups.take(database.source(), folder, "after-restore")).isNotEmptyFile();
        }
    }

    @Test
    void whatWasThereBeforeIsKeptEachTime() throws IOException {
        write("first");
        var backup = backup();
        write("second");

        var first = restore(backup);
        write("third");
        var second = restore(backup);

        assertThat(second).isNotEqualTo(first);
        assertKeeps(first, "second");
        assertKeeps(second, "third");
    }

    @Test
    void aRunningServerKeepsItsStore() {
        write("kept");
        var backup = backup();
        try (var database = open()) {
            assertThatThrownBy(() -> restore(backup))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("另一个墨坊进程");
            assertThat(known(database, "kept")).isTrue();
        }
    }

    @Test
    void whatIsNoBackupChangesNothing() throws IOException {
        write("kept");
        var real = backup();

        assertRefused(Files.writeString(folder.resolve("garbage.zip"), "PK garbage"), "");
        assertRefused(folder.resolve("nowhere.zip"), "找不到");
        assertRefused(zip("holiday.jpg", new byte[] {1}), "不是墨坊的备份");
        assertRefused(zip("mofang.mv.db", "no database".getBytes(UTF_8)), "打不开");
        assertRefused(zip("mofang.mv.db", new byte[0]), "不是墨坊的备份");
        assertRefused(Files.write(folder.resolve("half.zip"), half(Files.readAllBytes(real))), "");

        assertThat(folder).isDirectoryNotContaining("glob:**" + Restoration.KEPT + "*");
        try (var database = open()) {
            assertThat(known(database, "kept")).isTrue();
        }
    }

    @Test
    void aBackupThatDoesNotAddUpIsNotRestored() {
        write("kept");
        var backup = backup();
        write("later");

        assertThatThrownBy(() -> Restoration.restore(backup, folder, _ -> List.of(_ -> List.of("a sum is wrong"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("更早的备份");
        try (var database = open()) {
            assertThat(known(database, "later")).isTrue();
        }
    }

    @Test
    void whatACutRestorationLeftIsNoHindrance() throws IOException {
        write("kept");
        var backup = backup();
        Files.createDirectories(folder.resolve("restoring"));
        Files.writeString(folder.resolve("restoring").resolve("mofang.mv.db"), "half of it");

        restore(backup);

        try (var database = open()) {
            assertThat(known(database, "kept")).isTrue();
        }
        assertThat(folder.resolve("restoring")).doesNotExist();
    }

    @Test
    void aStoreThatIsGoneIsNotBegunAnew() throws IOException {
        write("kept");
        var backup = backup();
        var kept = restore(backup);
        Files.delete(folder.resolve("mofang.mv.db"));

        assertThatThrownBy(this::open)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--restore")
                .hasMessageContaining(kept.getFileName().toString());
        Files.delete(kept);
        Files.createFile(folder.resolve("mofang.mv.db"));
        assertThatThrownBy(this::open).isInstanceOf(StartRefused.class).hasMessageContaining("backups");

        restore(backup);
        try (var database = open()) {
            assertThat(known(database, "kept")).isTrue();
        }
    }

    private void assertRefused(Path backup, String reason) {
        assertThatThrownBy(() -> restore(backup))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(backup.toString())
                .hasMessageContaining("没有改动")
                .hasMessageContaining(reason);
    }

    private static void assertKeeps(Path kept, String fact) throws IOException {
        var elsewhere = Files.createTempDirectory("kept");
        Files.copy(kept, elsewhere.resolve("mofang.mv.db"));
        try (var database = Store.open(Storage.in(elsewhere))) {
            assertThat(known(database, fact)).as(fact).isTrue();
        }
    }

    private Path zip(String entry, byte[] content) throws IOException {
        var file = folder.resolve("other.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return file;
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private UUID write(String fact) {
        try (var database = open()) {
            StoreFacts.plain(database, fact, () -> new byte[] {1});
            return StoreId.of(database);
        }
    }

    private static boolean known(Database database, String fact) {
        return StoreFacts.plain(database, fact, () -> new byte[] {2})[0] == 1;
    }

    private Path backup() {
        try (var database = open()) {
            return Backups.take(database.source(), folder, "daily");
        }
    }

    private Path restore(Path backup) {
        return Restoration.restore(backup, folder, _ -> List.of()).orElseThrow();
    }

    private Database open() {
        return Store.open(Storage.in(folder));
    }
}

package studio.mofang.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.StartRefused;

class StoreTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondServerOnTheSameDataIsToldSo() {
        try (var first = open()) {
            assertThat(first.readOnly()).isFalse();
            assertThatThrownBy(this::open).isInstanceOf(StartRefused.class).hasMessageContaining("另一个墨坊进程");
        }
    }

    @Test
    void dataOfANewerVersionAreRefused() {
        try (var database = open()) {
            database.write(tx -> tx.execute("""
                    insert into "flyway_schema_history"
                    select max("installed_rank") + 1, '999', 'later', 'SQL', 'V999__later.sql', 1, 'sa',
                           current_timestamp, 1, true from "flyway_schema_history\""""));
        }
        assertThatThrownBy(this::open).isInstanceOf(StartRefused.class).hasMessageContaining("更新版本");
    }

    @Test
    void onlyOneWriterIsInsideAtATime() throws InterruptedException {
        try (var database = open()) {
            var inside = new AtomicInteger();
            var most = new AtomicInteger();
            var done = new CountDownLatch(8);
            for (int i = 0; i < 8; i++) {
                Thread.ofVirtual().start(() -> {
                    for (int n = 0; n < 20; n++) {
                        database.writeDurably(tx -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            tx.selectOne().fetch();
                            return inside.decrementAndGet();
                        });
                    }
                    done.countDown();
                });
            }
            done.await();
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void aNetworkCallInsideATransactionIsACodingError() {
        try (var database = open()) {
            assertThatThrownBy(() -> database.write(_ -> {
                        database.assertNoTransaction();
                        return "";
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aStoreThatDoesNotAddUpIsServedReadOnly() throws IOException {
        UncleanStop.begin(folder);
        try (var database = open()) {
            Integrity.checkAfterUncleanStop(
                    database, UncleanStop.begin(folder), List.of(_ -> List.of("the ledger does not add up")));

            assertThatThrownBy(() -> database.write(tx -> tx.selectOne().fetch()))
                    .isInstanceOf(ReadOnlyStore.class);
            int rows = database.read(sql -> sql.fetchCount(sql.selectOne()));
            assertThat(rows).isEqualTo(1);
        }
    }

    @Test
    void aWholeStoreIsServedAfterAnUncleanStop() throws IOException {
        UncleanStop.begin(folder);
        try (var database = open()) {
            Integrity.checkAfterUncleanStop(database, UncleanStop.begin(folder), List.of());

            assertThat(database.readOnly()).isFalse();
        }
    }

    @Test
    void theDaysBackupIsTakenOnceTheStudioHasSettled() {
        var clock = new studio.mofang.server.testkit.TestClock();
        try (var database = open()) {
            var backups = new Backups(database, folder, clock);
            backups.sweep();
            assertThat(folder.resolve("backups")).doesNotExist();
            clock.advance(java.time.Duration.ofMinutes(3));
            backups.sweep();
            backups.sweep();
            assertThat(folder.resolve("backups")).isDirectoryContaining("glob:**daily-*.zip");
        }
    }

    private Database open() {
        return Store.open(Storage.in(folder));
    }
}

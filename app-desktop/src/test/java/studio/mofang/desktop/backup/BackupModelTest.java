package studio.mofang.desktop.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import studio.mofang.desktop.backup.BackupModel.State;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class BackupModelTest {
    private static final Backup BACKUP = new Backup(Path.of("daily.zip"), "daily", Instant.EPOCH, 1);
    private static final Path KEPT = Path.of("replaced.mv.db");

    private final List<String> done = new ArrayList<>();
    private @Nullable Exception textsFail;
    private @Nullable Exception storeFails;
    private final BackupModel model = new BackupModel(
            new HandTurnedDelay().background(),
            then -> {
                done.add("texts");
                then.accept(textsFail);
            },
            new FakeStore());

    @Test
    void whatIsTypedIsSafeBeforeTheDatabaseIsReplaced() {
        model.restore(BACKUP);

        assertThat(done).containsExactly("texts", "daily.zip");
        assertThat(model.stateProperty().get()).isEqualTo(State.RESTORED);
        assertThat(model.kept()).contains(KEPT);
    }

    @Test
    void aTextThatCannotBeKeptStopsTheRestoration() {
        textsFail = new IOException("the disk is full");

        model.restore(BACKUP);

        assertThat(done).containsExactly("texts");
        assertThat(model.stateProperty().get()).isEqualTo(State.CHOOSING);
        assertThat(model.failureProperty().get()).isSameAs(textsFail);
    }

    @Test
    void anotherBackupCanBeChosenAfterOneThatIsRefused() {
        storeFails = new IOException("no backup");
        model.restore(BACKUP);
        assertThat(model.failureProperty().get()).isSameAs(storeFails);
        storeFails = null;

        model.restore(BACKUP);

        assertThat(model.failureProperty().get()).isNull();
        assertThat(model.stateProperty().get()).isEqualTo(State.RESTORED);
    }

    /// Remembers what was restored.
    private final class FakeStore implements BackupModel.Store {
        @Override
        public List<Backup> backups() {
            return List.of(BACKUP);
        }

        @Override
        public Optional<Path> restore(Backup backup) throws Exception {
            if (storeFails != null) {
                throw storeFails;
            }
            done.add(backup.file().toString());
            return Optional.of(KEPT);
        }
    }
}

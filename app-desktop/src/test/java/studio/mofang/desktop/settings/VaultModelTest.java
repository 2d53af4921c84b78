package studio.mofang.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Fault;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class VaultModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay delay = new HandTurnedDelay();
    private final VaultModel model = new VaultModel(delay.background(), studio.backend());

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aKeychainThatIsBeingAskedIsLookedAtUntilItHasAnswered() {
        studio.vault().becomes("keychain", false, "waiting");
        model.refresh();
        model.refresh();
        delay.pass(VaultModel.BETWEEN_LOOKS.multipliedBy(3));
        assertThat(studio.calls()).hasSize(5);
        assertThat(VaultModel.closed(model.keepingProperty().get())).isFalse();

        studio.vault().becomes("keychain", false, "locked");
        delay.pass(VaultModel.BETWEEN_LOOKS.multipliedBy(3));

        assertThat(VaultModel.closed(model.keepingProperty().get())).isTrue();
        assertThat(studio.calls()).hasSize(6);
    }

    @Test
    void askingAgainGoesOnUntilTheVaultIsOpen() {
        studio.vault().becomes("keychain", false, "locked");
        model.ask(VaultModelTest::unexpected);
        studio.vault().becomes("keychain", true, null);
        delay.pass(VaultModel.BETWEEN_LOOKS);

        assertThat(model.keepingProperty().get().open()).isTrue();
    }

    @Test
    void theKeyGoesToTheFileThatThePersonNamesAndComesBackFromIt() {
        var done = new AtomicInteger();
        var file = Path.of("copy.key").toAbsolutePath();
        model.export(file, done::incrementAndGet, VaultModelTest::unexpected);
        model.restore(file, done::incrementAndGet, VaultModelTest::unexpected);

        assertThat(studio.vault().files()).containsExactly("export " + file, "restore " + file);
        assertThat(done).hasValue(2);
    }

    @Test
    void aFailureIsTold() {
        var failures = new AtomicInteger();
        studio.fails(Fault.LOCKED);
        model.export(Path.of("copy.key"), () -> {}, _ -> failures.incrementAndGet());
        model.startOver(() -> {}, _ -> failures.incrementAndGet());
        model.refresh();

        assertThat(failures).hasValue(2);
    }

    private static void unexpected(Exception problem) {
        throw new AssertionError(problem);
    }
}

package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.keychain.Keychain;
import studio.mofang.server.keychain.KeychainRefused;

/// The key in the settings, from the first evening to a new computer.
class VaultJourneyTest {
    private final Drawers keychain = new Drawers();

    @TempDir
    private Path folder;

    /// A keychain in memory, locked while a test wants it.
    private static final class Drawers implements Keychain {
        private final Map<String, String> entries = new ConcurrentHashMap<>();
        private volatile boolean locked;

        @Override
        public Kind kind() {
            return Kind.SECRET_SERVICE;
        }

        @Override
        public Optional<String> find(String name) throws KeychainRefused {
            if (locked) {
                throw KeychainRefused.locked("locked on purpose");
            }
            return Optional.ofNullable(entries.get(name));
        }

        @Override
        public void keep(String name, String secret) {
            entries.put(name, secret);
        }
    }

    @Test
    @Timeout(300)
    void whereTheKeyLivesIsSaidAndItsCopyOpensTheDataOnANewComputer() throws Exception {
        evening(this::theFirstEvening);
        evening(this::theSecond);
        keychain.locked = true;
        evening(this::lockedOut);
        keychain.locked = false;
        keychain.entries.clear();
        evening(this::onANewComputer);
    }

    private void theFirstEvening(Driver person) {
        settings(person);
        person.awaitThat(() -> place(person).contains("下次启动"));
        assertThat(folder.resolve("vault.key")).exists();
        person.shot("80-vault-both");
    }

    private void theSecond(Driver person) {
        settings(person);
        person.awaitThat(() -> place(person).endsWith("在系统钥匙串里。"));
        assertThat(folder.resolve("vault.key")).doesNotExist();
        person.shot("81-vault-keychain");
        person.click("#vault-export");
        person.awaitThat(() -> Files.exists(person.exports().resolve("mofang-vault.key")));
        person.awaitSeen(".toast");
        person.shot("82-vault-exported");
        english(person, "83-vault-english");
    }

    private void lockedOut(Driver person) {
        person.awaitSeen(".toast-warning");
        person.shot("84-vault-locked-at-the-start");
        person.awaitSeen("#title");
        settings(person);
        person.awaitThat(() -> place(person).contains("锁着"));
        person.shot("85-vault-locked");
        english(person, "86-vault-locked-english");
        keychain.locked = false;
        person.click("#vault-again");
        person.awaitThat(() -> place(person).endsWith("在系统钥匙串里。"));
    }

    private void onANewComputer(Driver person) {
        settings(person);
        person.awaitThat(() -> place(person).contains("另一台电脑"));
        person.shot("87-vault-missing");
        person.click("#vault-lost");
        person.awaitSeen("#vault-lost-sure");
        person.shot("88-vault-lost");
        person.onScreen(() -> {
            ((Button) person.find(".dialog .button").orElseThrow()).fire();
            return true;
        });
        person.awaitThat(() -> person.find("#vault-lost-sure").isEmpty());
        person.click("#vault-restore");
        person.awaitThat(() -> place(person).contains("下次启动"));
        assertThat(keychain.entries).hasSize(1);
    }

    private static void settings(Driver person) {
        person.click("#go-settings");
        person.awaitSeen("#vault-place");
        person.onScreen(() -> {
            ((ScrollPane) person.find(".quiet-scroll").orElseThrow()).setVvalue(1);
            return true;
        });
    }

    private static void english(Driver person, String shot) {
        speaks(person, "#language-en");
        person.awaitThat(() -> place(person).startsWith("The encryption key is"));
        person.shot(shot);
        speaks(person, "#language-zh");
        person.awaitThat(() -> place(person).contains("密钥"));
    }

    private static void speaks(Driver person, String language) {
        person.onScreen(() -> {
            ((ToggleButton) person.find(language).orElseThrow()).fire();
            return true;
        });
        settings(person);
    }

    private static String place(Driver person) {
        return person.find("#vault-place")
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private interface Evening {
        void spend(Driver person) throws Exception;
    }

    private void evening(Evening evening) throws Exception {
        var person = new Driver(folder, data -> EmbeddedServer.start(data, keychain));
        try {
            evening.spend(person);
        } finally {
            person.leave();
        }
    }
}

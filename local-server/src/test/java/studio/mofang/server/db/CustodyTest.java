package studio.mofang.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.StartRefused;
import studio.mofang.server.db.Custody.BroughtBack;
import studio.mofang.server.db.Keeping.Place;
import studio.mofang.server.db.Keeping.Trouble;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeKeychain;

/// Where the key is, through starts, moves and misfortunes. A run is a Custody on the same store.
class CustodyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SECRET = "media-link";

    private final FakeKeychain keychain = new FakeKeychain();

    @TempDir
    private Path folder;

    private Database database;
    private Path file;

    @BeforeEach
    void open() {
        database = Store.open(Storage.in(folder));
        file = folder.resolve("vault.key");
    }

    @AfterEach
    void close() {
        keychain.answer();
        database.close();
    }

    @Test
    void withoutAKeychainTheKeyIsAFileThatOnlyItsOwnerReads() throws Exception {
        try (var custody = Custody.of(Storage.in(folder), database)) {
            assertThat(custody.keeping()).isEqualTo(new Keeping(Place.FILE, null));
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theFilesKeyMovesInAndTheFileGoesWhenALaterStartHasFoundItThere() throws Exception {
        var secret = anOldInstallation();
        var key = Files.readString(file);

        run(Place.BOTH, null, secret);
        assertThat(keychain.entries()).containsValue(key);
        assertThat(file).hasContent(key);

        run(Place.KEYCHAIN, null, secret);
        assertThat(file).doesNotExist();

        run(Place.KEYCHAIN, null, secret);
        assertThat(file).doesNotExist();
    }

    @Test
    void aKeychainThatForgetsNeverCostsTheFile() throws Exception {
        var secret = anOldInstallation();
        keychain.forgetEverything();

        run(Place.FILE, Trouble.FORGETFUL, secret);
        run(Place.FILE, Trouble.FORGETFUL, secret);

        assertThat(file).exists();
    }

    @Test
    void aKeychainThatForgetsBetweenTwoRunsIsGivenTheKeyAgain() throws Exception {
        var secret = anOldInstallation();
        run(Place.BOTH, null, secret);
        keychain.entries().clear();

        run(Place.BOTH, null, secret);

        assertThat(file).exists();
        assertThat(keychain.entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whereverTheMoveIsCutOffTheNextStartsFindTheKey(int finished) throws Exception {
        var secret = anOldInstallation();
        var key = Files.readString(file);
        keychain.dieAfter(finished);
        start().close();
        start().close();
        assertThat(Files.exists(file) || keychain.entries().containsValue(key)).isTrue();
        keychain.comeBack();

        opens(secret);
        opens(secret);

        run(Place.KEYCHAIN, null, secret);
    }

    @Test
    void aLockedKeychainLeavesTheKeyInTheFile() throws Exception {
        var secret = anOldInstallation();
        keychain.lock();

        run(Place.FILE, Trouble.LOCKED, secret);

        assertThat(file).exists();
    }

    @Test
    void aKeyInALockedKeychainClosesTheVaultUntilItIsUnlocked() throws Exception {
        var secret = movedIn();
        keychain.lock();

        try (var custody = start()) {
            assertThat(custody.keeping()).isEqualTo(new Keeping(Place.KEYCHAIN, Trouble.LOCKED));
            assertThatThrownBy(() -> custody.vault().seal("secret", "place")).isInstanceOf(VaultClosed.class);
            assertThatThrownBy(() -> custody.export(folder.resolve("copy"))).isInstanceOf(VaultClosed.class);
            assertThat(custody.startOver()).isFalse();

            keychain.unlock();
            custody.ask();

            Eventually.holds(PATIENCE, "the vault opens", () -> !custody.vault().closed());
            assertThat(facts(custody).secret(SECRET)).isEqualTo(secret);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aKeychainThatAsksAPersonIsNotWaitedForAndOpensTheVaultWhenItAnswers() throws Exception {
        var secret = movedIn();
        keychain.hang();

        try (var custody = Custody.of(Storage.in(folder).keptBy(keychain), database, Duration.ofMillis(50))) {
            assertThat(custody.keeping()).isEqualTo(new Keeping(Place.KEYCHAIN, Trouble.WAITING));
            assertThat(custody.vault().closed()).isTrue();
            assertThat(facts(custody).secret(SECRET)).isNotEqualTo(secret);

            keychain.answer();

            Eventually.holds(PATIENCE, "the vault opens", () -> !custody.vault().closed());
            assertThat(facts(custody).secret(SECRET)).isEqualTo(secret);
        }
    }

    @Test
    void aFolderWithoutItsKeychainIsNeitherRefusedNorGivenAnotherKey() throws Exception {
        var secret = movedIn();
        var copy = folder.resolve("copy.key");
        try (var custody = start()) {
            custody.export(copy);
        }
        keychain.entries().clear();

        try (var custody = start()) {
            assertThat(custody.keeping()).isEqualTo(new Keeping(Place.KEYCHAIN, Trouble.MISSING));
            assertThat(file).doesNotExist();
            assertThat(keychain.entries()).isEmpty();

            assertThat(custody.bringBack(copy)).isEqualTo(BroughtBack.OPENED);
            assertThat(facts(custody).secret(SECRET)).isEqualTo(secret);
            settled(custody, new Keeping(Place.BOTH, null));
        }
    }

    @Test
    void aMachineWithoutAnyKeychainIsToldSoAndTakesTheCopyAsAFile() throws Exception {
        var secret = movedIn();
        var copy = folder.resolve("copy.key");
        try (var custody = start()) {
            custody.export(copy);
        }
        keychain.leave();

        try (var custody = start()) {
            assertThat(custody.keeping()).isEqualTo(new Keeping(Place.KEYCHAIN, Trouble.UNAVAILABLE));
            custody.bringBack(copy);
            settled(custody, new Keeping(Place.FILE, Trouble.UNAVAILABLE));
        }
        run(Place.FILE, Trouble.UNAVAILABLE, secret);
    }

    @Test
    void onlyTheKeyOfThisStoreIsTakenBack() throws Exception {
        movedIn();
        keychain.entries().clear();
        var other = folder.resolve("other.key");
        new KeyFile(other).write(DataKey.fresh());
        var text = Files.writeString(folder.resolve("text.key"), "不是密钥");

        try (var custody = start()) {
            assertThat(custody.bringBack(other)).isEqualTo(BroughtBack.KEY_OF_ANOTHER_STORE);
            assertThat(custody.bringBack(text)).isEqualTo(BroughtBack.NO_KEY);
            assertThat(custody.vault().closed()).isTrue();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void ofTwoKeysTheOneThatOpensTheStoreWinsAndNothingIsDeleted() throws Exception {
        var secret = movedIn();
        new KeyFile(file).write(DataKey.fresh());
        var stranger = Files.readString(file);

        run(Place.KEYCHAIN, null, secret);

        assertThat(file).hasContent(stranger);
        assertThat(keychain.entries()).hasSize(1);
    }

    @Test
    void aStrangersEntryOfTheSameNameIsNotOverwritten() throws Exception {
        var secret = anOldInstallation();
        var name = DataKey.name(sample().sealed());
        keychain.entries().put(name, "somebody else's");

        run(Place.FILE, Trouble.FOREIGN, secret);

        assertThat(keychain.entries()).containsEntry(name, "somebody else's");
        assertThat(file).exists();
    }

    @Test
    void whoHasLostTheKeyStartsOverAndWhatItSealedIsGivenUp() throws Exception {
        var secret = movedIn();
        keychain.entries().clear();
        new KeyFile(file).write(DataKey.fresh());
        var stranger = Files.readString(file);

        try (var custody = start()) {
            assertThat(custody.startOver()).isTrue();
            assertThat(facts(custody).secret(SECRET)).isNotEqualTo(secret);
            settled(custody, new Keeping(Place.BOTH, null));
        }
        assertThat(folder.resolve("vault.key.old-1")).hasContent(stranger);
        try (var custody = start()) {
            assertThat(custody.startOver()).isTrue();
            settled(custody, new Keeping(Place.KEYCHAIN, null));
        }
        assertThat(keychain.entries()).hasSize(1);
    }

    @Test
    void withoutAKeychainAStrangersFileIsRefusedWithAWayOn() throws Exception {
        anOldInstallation();
        new KeyFile(file).write(DataKey.fresh());

        assertThatThrownBy(() -> Custody.of(Storage.in(folder), database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("vault.key")
                .hasMessageContaining("导出");
    }

    /// Whose key is in the file, with something sealed.
    private byte[] anOldInstallation() {
        try (var custody = Custody.of(Storage.in(folder), database)) {
            return facts(custody).secret(SECRET);
        }
    }

    /// Whose key is in the keychain alone.
    private byte[] movedIn() throws Exception {
        var secret = anOldInstallation();
        run(Place.BOTH, null, secret);
        run(Place.KEYCHAIN, null, secret);
        return secret;
    }

    private void run(Place place, Trouble trouble, byte[] secret) throws Exception {
        try (var custody = start()) {
            assertThat(facts(custody).secret(SECRET)).isEqualTo(secret);
            settled(custody, new Keeping(place, trouble));
        }
    }

    private void opens(byte[] secret) throws Exception {
        try (var custody = start()) {
            assertThat(facts(custody).secret(SECRET)).isEqualTo(secret);
        }
    }

    /// Comes back when the keychain has answered.
    private Custody start() throws Exception {
        var custody = Custody.of(Storage.in(folder).keptBy(keychain), database, PATIENCE);
        answered(custody);
        return custody;
    }

    private static void settled(Custody custody, Keeping expected) throws Exception {
        answered(custody);
        assertThat(custody.keeping()).isEqualTo(expected);
    }

    private static void answered(Custody custody) throws Exception {
        Eventually.holds(
                PATIENCE, "the keychain has answered", () -> custody.keeping().trouble() != Trouble.WAITING);
    }

    private StoreFacts facts(Custody custody) {
        return new StoreFacts(database, custody.vault());
    }

    private SealedSample sample() {
        return SealedSample.of(database).orElseThrow();
    }
}

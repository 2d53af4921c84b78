package studio.mofang.server.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.StartRefused;
import studio.mofang.server.db.Handover.Fetched;
import studio.mofang.server.db.Keeping.Place;
import studio.mofang.server.db.Keeping.Trouble;
import studio.mofang.server.keychain.Keychain;

/// Where the key that seals secrets is kept, and the vault that it opens (ADR 31). On a desktop: its keychain, and a
/// file of mode 600 beside the data for as long as there is none. On another single machine that file. Hosted, where
/// all nodes need the same key: `MOFANG_VAULT_KEY`, or else the database itself, which is said in the log.
///
/// The keychain may ask the person, so it is asked on a thread of its own, and the store is served meanwhile.
public final class Custody implements AutoCloseable {
    static final String FACT = "vault_key";

    private static final Logger log = LoggerFactory.getLogger(Custody.class);
    /// What a start waits for a keychain that asks nobody.
    private static final Duration BRIEFLY = Duration.ofSeconds(3);
    /// Then a person may give up what is sealed; a locked keychain can be unlocked.
    private static final Set<Trouble> LOSSES = EnumSet.of(Trouble.MISSING, Trouble.FOREIGN, Trouble.UNAVAILABLE);

    private final Vault vault = new Vault();
    private final Database database;
    private final KeyFile file;
    private final @Nullable Keychain keychain;
    private final Duration patience;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keychain").factory());
    private volatile Keeping keeping;

    /// What came of a file that a person brought.
    public enum BroughtBack {
        OPENED,
        NO_KEY,
        KEY_OF_ANOTHER_STORE
    }

    private Custody(Storage storage, Database database, Duration patience, Place place) {
        this.patience = patience;
        this.database = database;
        this.file = KeyFile.beside(storage.dataDir());
        this.keychain = storage.keychain();
        this.keeping = new Keeping(place, null);
    }

    /// Throws StartRefused where the store cannot be served without its key.
    public static Custody of(Storage storage, Database database) {
        return of(storage, database, BRIEFLY);
    }

    static Custody of(Storage storage, Database database, Duration patience) {
        var given = storage.vaultKey();
        if (given != null) {
            return opened(new Custody(storage, database, patience, Place.ENVIRONMENT), given);
        }
        if (storage.hosted()) {
            return opened(new Custody(storage, database, patience, Place.DATABASE), fromDatabase(database));
        }
        var custody = new Custody(storage, database, patience, Place.FILE);
        custody.begin();
        return custody;
    }

    private static Custody opened(Custody custody, String key) {
        custody.vault.open(parsed(key));
        return custody;
    }

    public Vault vault() {
        return vault;
    }

    public Keeping keeping() {
        return keeping;
    }

    public Optional<Keychain.Kind> keychain() {
        return Optional.ofNullable(keychain).map(Keychain::kind);
    }

    /// Asks the keychain once more, which may ask the person. Returns at once.
    public synchronized void ask() {
        if (keychain == null || keeping.trouble() == null || keeping.trouble() == Trouble.WAITING) {
            return;
        }
        if (vault.closed()) {
            var _ = fetch(keychain, sample().orElseThrow());
        } else {
            moveIn(vault.key());
        }
    }

    /// A copy for safekeeping. Throws VaultClosed.
    public void export(Path target) throws IOException {
        new KeyFile(target).write(vault.key());
        log.info("The data key was exported to {}", target);
    }

    /// Takes the key from a copy and opens the vault with it. Throws IOException where the file cannot be read.
    public synchronized BroughtBack bringBack(Path copy) throws IOException {
        var key = new KeyFile(copy).read();
        if (key.isEmpty()) {
            return BroughtBack.NO_KEY;
        }
        if (!fits(key.get())) {
            return BroughtBack.KEY_OF_ANOTHER_STORE;
        }
        if (vault.closed()) {
            take(key.get());
            log.info("The data key was brought back from {}", copy);
        }
        return BroughtBack.OPENED;
    }

    /// Gives up what the lost key had sealed, and goes on with a fresh one. An open vault stays as it is; false where
    /// the key of a closed one may still come.
    public synchronized boolean startOver() throws IOException {
        if (!vault.closed()) {
            return true;
        }
        if (!LOSSES.contains(keeping.trouble())) {
            return false;
        }
        SealedRows.forget(database);
        take(DataKey.fresh());
        log.warn("The data key is lost: what it had sealed was given up, and a fresh one was made");
        return true;
    }

    /// An answer of the keychain that is still to come is not waited for.
    @Override
    public void close() {
        asking.shutdownNow();
    }

    private void begin() {
        var kept = fromFile().filter(this::fits);
        if (kept.isPresent()) {
            vault.open(kept.get());
            moveIn(kept.get());
        } else if (keychain == null) {
            throw refused();
        } else {
            awaitBriefly(fetch(keychain, sample().orElseThrow()));
        }
    }

    /// A store in which nothing is sealed yet gets its key here.
    private Optional<DataKey> fromFile() {
        try {
            if (!file.exists() && sample().isEmpty()) {
                file.write(DataKey.fresh());
            }
            return file.exists() ? file.read() : Optional.empty();
        } catch (IOException e) {
            throw new StartRefused("数据密钥文件无法读写：" + file.path(), e);
        }
    }

    private Optional<SealedSample> sample() {
        return SealedSample.of(database);
    }

    private boolean fits(DataKey key) {
        return sample().map(held -> held.opensWith(key)).orElse(true);
    }

    /// Into the file first: from there it gets into the keychain as every other.
    private void take(DataKey key) throws IOException {
        var there = file.exists() ? file.read() : Optional.<DataKey>empty();
        if (there.filter(other -> other.text().equals(key.text())).isEmpty()) {
            if (file.exists()) {
                file.setAside();
            }
            file.write(key);
        }
        vault.open(key);
        moveIn(key);
    }

    private void moveIn(DataKey key) {
        if (keychain == null) {
            settle(new Keeping(Place.FILE, null));
            return;
        }
        keeping = new Keeping(Place.FILE, Trouble.WAITING);
        var handover = new Handover(keychain, file);
        asking.execute(() -> settle(answer(() -> handover.moveIn(key), Custody::silentWithFile)));
    }

    private Future<?> fetch(Keychain keeper, SealedSample sample) {
        keeping = new Keeping(Place.KEYCHAIN, Trouble.WAITING);
        var handover = new Handover(keeper, file);
        return asking.submit(() -> arrived(answer(() -> handover.fetch(sample), Fetched::silent)));
    }

    /// Unless a person was faster and brought the key.
    private synchronized void arrived(Fetched fetched) {
        if (vault.closed()) {
            fetched.key().ifPresent(vault::open);
            settle(fetched.keeping());
        }
    }

    /// An edge: whatever a keychain of the system throws, the store is served.
    private static <T> T answer(Supplier<T> question, Supplier<T> silence) {
        try {
            return question.get();
        } catch (RuntimeException | LinkageError e) {
            log.error("The keychain could not be asked", e);
            return silence.get();
        }
    }

    private static Keeping silentWithFile() {
        return new Keeping(Place.FILE, Trouble.UNAVAILABLE);
    }

    private void settle(Keeping now) {
        keeping = now;
        log.info(
                "The data key is kept in: {}{}",
                now.place().word(),
                now.trouble() == null ? "" : " (keychain: " + now.trouble().word() + ")");
    }

    private void awaitBriefly(Future<?> answer) {
        try {
            answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            log.info("The keychain takes its time: secrets open when it answers");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the keychain was not asked", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A fresh key over sealed rows would make them unreadable for good.
    private StartRefused refused() {
        var how = "请放回与数据一起保存的 vault.key；如果它在桌面版的系统钥匙串里，请直接打开桌面版，或在它的「设置 → 密钥保管」导出密钥，放成这个文件";
        return new StartRefused((file.exists() ? "这不是这份数据的密钥：" : "找不到数据密钥 ") + file.path() + "。" + how);
    }

    private static String fromDatabase(Database database) {
        log.warn("MOFANG_VAULT_KEY is not set: the key that seals secrets is kept in the database beside them");
        var key = StoreFacts.plain(database, FACT, () -> DataKey.fresh().text().getBytes(StandardCharsets.UTF_8));
        return new String(key, StandardCharsets.UTF_8);
    }

    private static DataKey parsed(String text) {
        try {
            return DataKey.of(text);
        } catch (GeneralSecurityException e) {
            throw new StartRefused("数据密钥无法读取，请检查 MOFANG_VAULT_KEY", e);
        }
    }
}

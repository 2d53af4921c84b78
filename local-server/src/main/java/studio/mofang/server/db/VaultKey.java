package studio.mofang.server.db;

import static studio.mofang.server.db.gen.Tables.SIGNING_KEY;
import static studio.mofang.server.db.gen.Tables.STORE_FACT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.StartRefused;

/// Where the key lives that seals secrets. On one machine: a file of mode 600 beside the data. Hosted, where all nodes
/// need the same one: `MOFANG_VAULT_KEY`, or else the database itself, which is said in the log.
public final class VaultKey {
    private static final Logger log = LoggerFactory.getLogger(VaultKey.class);
    private static final String FACT = "vault_key";

    private VaultKey() {}

    public static Vault vault(Storage storage, Database database) {
        var given = storage.vaultKey();
        if (given != null) {
            return Vault.of(given);
        }
        return Vault.of(storage.hosted() ? fromDatabase(database) : fromFile(database, storage.dataDir()));
    }

    private static String fromDatabase(Database database) {
        log.warn("MOFANG_VAULT_KEY is not set: the key that seals secrets is kept in the database beside them");
        var key = StoreFacts.plain(database, FACT, () -> Vault.newKeyset().getBytes(StandardCharsets.UTF_8));
        return new String(key, StandardCharsets.UTF_8);
    }

    private static String fromFile(Database database, Path dataDir) {
        var file = dataDir.resolve("vault.key");
        try {
            if (Files.notExists(file)) {
                refuseToReplace(database, file);
                writePrivately(file, Vault.newKeyset());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartRefused("数据密钥文件无法读写:" + file, e);
        }
    }

    /// A fresh key over sealed rows would make them unreadable for good.
    private static void refuseToReplace(Database database, Path file) {
        boolean used = database.read(sql ->
                sql.fetchExists(SIGNING_KEY) || sql.fetchExists(STORE_FACT, STORE_FACT.NAME.notIn(FACT, StoreId.FACT)));
        if (used) {
            throw new StartRefused("找不到数据密钥 " + file + "。它与数据一起备份:请把原来的 vault.key 放回这里");
        }
    }

    private static void writePrivately(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var channel = java.nio.channels.FileChannel.open(
                fresh, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

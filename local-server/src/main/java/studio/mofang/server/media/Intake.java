package studio.mofang.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file on its way into the store: on disk, measured and hashed. Closing it removes what is left of it.
record Intake(Path file, long size, String sha256) implements AutoCloseable {
    /// Reads at most `largest` bytes; one more makes `size` larger than that, and whoever asked refuses it.
    static Intake spool(Path folder, InputStream in, long largest) throws IOException {
        Files.createDirectories(folder);
        var file = Files.createTempFile(folder, "in-", ".part");
        try (var digest = new DigestOutputStream(Files.newOutputStream(file), hasher())) {
            long size = copy(in, digest, largest);
            return new Intake(
                    file,
                    size,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static long copy(InputStream in, DigestOutputStream out, long largest) throws IOException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = in.read(buffer); read >= 0 && size <= largest; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            size += read;
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static MessageDigest hasher() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

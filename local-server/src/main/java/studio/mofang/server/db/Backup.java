package studio.mofang.server.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// One copy of an H2 store, and what its name tells: the occasion it was taken on (`daily`, `before-upgrade`) and when.
public record Backup(Path file, String occasion, Instant taken, long bytes) {
    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{8}-\\d{6})\\.zip");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    /// The file's name for a copy taken now.
    static String name(String occasion) {
        return occasion + "-" + STAMP.format(LocalDateTime.now()) + ".zip";
    }

    /// Absent for a file that is none of ours.
    static Optional<Backup> of(Path file) throws IOException {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        var taken = LocalDateTime.parse(name.group(2), STAMP).atZone(ZoneId.systemDefault());
        return Optional.of(new Backup(file, name.group(1), taken.toInstant(), Files.size(file)));
    }
}

package studio.mofang.desktop.backup;

import java.nio.file.Path;
import java.time.Instant;

/// One copy of the database that can take its place. `occasion` is the server's word: daily, before-upgrade.
public record Backup(Path file, String occasion, Instant taken, long bytes) {}

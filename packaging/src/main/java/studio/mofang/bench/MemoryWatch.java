package studio.mofang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Follows the resident memory of a process (Linux's /proc) until it ends, and leaves its last figure.
final class MemoryWatch {
    static final String KEY = "RSS";
    private static final long PAUSE_NANOS = 20_000_000;

    private final long pid;
    private final Map<String, Long> figures;

    MemoryWatch(long pid, Map<String, Long> figures) {
        this.pid = pid;
        this.figures = figures;
    }

    void run() {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            try (var lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("VmRSS:"))
                        .findFirst()
                        .ifPresent(line -> figures.put(KEY, Long.parseLong(line.replaceAll("\\D", ""))));
            } catch (IOException e) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}

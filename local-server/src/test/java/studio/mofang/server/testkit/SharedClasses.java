package studio.mofang.server.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// The classes of the servers that tests kill, archived as a first server loaded them: a start with
/// [class-data sharing](https://docs.oracle.com/en/java/javase/25/vm/class-data-sharing.html) takes half of the
/// processor time, and tests make some forty. All test processes of one build share one archive; where the first server
/// cannot be asked to end (Windows) there is none, and starts take what they take. It takes jars only, so folders of
/// classes are packed first.
final class SharedClasses {
    private static final Path FOLDER = Path.of("target", "shared-classes");
    private static final List<String> FLAGS = flagsOfBuild();

    private SharedClasses() {}

    /// What a JVM needs to find the server's classes, and to find them fast.
    static List<String> flags() {
        return FLAGS;
    }

    private static List<String> flagsOfBuild() {
        var entries = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var classPath = entries.stream().map(SharedClasses::jar).collect(Collectors.joining(File.pathSeparator));
        var archive = FOLDER.resolve("server.jsa");
        var recorded = FOLDER.resolve("recorded");
        try {
            Files.createDirectories(FOLDER);
            try (var channel = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (recorded.toFile().lastModified() < newest(entries)) {
                    pack(entries);
                    record(List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath));
                    Files.writeString(recorded, "");
                }
            }
        } catch (IOException | InterruptedException refused) {
            throw new IllegalStateException("the server's classes were not archived", refused);
        }
        return List.of("-XX:SharedArchiveFile=" + archive, "-cp", classPath);
    }

    private static void record(List<String> flags) throws IOException, InterruptedException {
        try (var first = ServerProcess.start(Files.createTempDirectory("first-server"), Map.of(), flags)) {
            first.stop();
        }
    }

    private static long newest(List<String> entries) throws IOException {
        var newest = 0L;
        for (var entry : entries) {
            try (var files = Files.walk(Path.of(entry))) {
                newest = Math.max(
                        newest,
                        files.mapToLong(file -> file.toFile().lastModified())
                                .max()
                                .orElse(0));
            }
        }
        return newest;
    }

    private static void pack(List<String> entries) {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        for (var entry : entries) {
            if (!entry.endsWith(".jar")
                    && tool.run(System.out, System.err, "-c0f", jar(entry), "-C", entry, ".") != 0) {
                throw new IllegalStateException("not packed: " + entry);
            }
        }
    }

    /// Where a folder's classes are packed: `core/target/classes` as `core-classes.jar`.
    private static String jar(String entry) {
        var path = Path.of(entry);
        return entry.endsWith(".jar")
                ? entry
                : FOLDER.resolve(path.getName(path.getNameCount() - 3) + "-" + path.getFileName() + ".jar")
                        .toString();
    }
}

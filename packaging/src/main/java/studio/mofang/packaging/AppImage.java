package studio.mofang.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/// The folder that runs by itself: launcher, runtime and jars.
public final class AppImage {
    static final String MAIN_CLASS = "studio.mofang.desktop.Main";

    /// In English, for an .msi on a Windows of another language refuses Chinese.
    static final String DESCRIPTION = "Mofang Studio: write, generate, keep and publish";

    /// What every start of the studio gets; the cache is refused unless its training run had the same. The fixed
    /// limit of the heap keeps object pointers the same width on machines with much memory: the cache needs that.
    /// Mapping the cache where it was written spares every start the patching of its pointers, and one compiler is
    /// enough for a program that mostly waits for a person (ADR 17).
    public static final List<String> JAVA_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms24m",
            "-Xmn10m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:MetaspaceSize=96m",
            "-Xmx2g",
            "-Dfile.encoding=UTF-8");

    private AppImage() {}

    static void assemble(Build build) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                build.system().programName(),
                "--app-version",
                build.systemVersion(),
                "--vendor",
                "Mofang Studio",
                "--description",
                DESCRIPTION,
                "--icon",
                build.resources("icons").resolve(build.system().icon()).toString(),
                "--input",
                build.jars().toString(),
                "--main-jar",
                "app-desktop-" + build.version() + ".jar",
                "--main-class",
                MAIN_CLASS,
                "--runtime-image",
                build.runtime().toString(),
                "--java-options",
                "-XX:AOTCache=$APPDIR/" + build.startupCache().getFileName(),
                "--dest",
                build.work().toString()));
        JAVA_OPTIONS.forEach(option -> arguments.addAll(List.of("--java-options", option)));
        if (build.system() == HostSystem.MAC) {
            arguments.addAll(List.of("--mac-package-identifier", "studio.mofang"));
        }
        Command.ofJdk("jpackage", arguments).run();
        setTimes(build);
    }

    /// The class path in the launcher's own order, which the cache must repeat.
    static List<Path> classPath(Build build) throws IOException {
        var settings = build.appFolder().resolve(build.system().programName() + ".cfg");
        return Files.readAllLines(settings).stream()
                .filter(line -> line.startsWith("app.classpath="))
                .map(line -> line.substring(line.lastIndexOf(line.contains("\\") ? '\\' : '/') + 1))
                .map(build.appFolder()::resolve)
                .toList();
    }

    /// HotSpot records the time of every jar in the cache and compares it at each start (25.0.3 forgets to, later
    /// releases do not), so the times have to survive the making of the installers: all bear the build's.
    private static void setTimes(Build build) throws IOException {
        for (var jar : classPath(build)) {
            Files.setLastModifiedTime(jar, FileTime.from(build.timestamp()));
        }
    }
}

package studio.mofang.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The ahead-of-time cache (JEP 514) that halves the start: one run of the studio inside its own image, which shows the
/// window with all its panes and ends by itself.
public final class StartupCache {
    private StartupCache() {}

    /// What makes a start of the studio write the cache.
    public static List<String> training(Path cache) {
        return List.of(
                // What the methods of this run did would have them compiled at once, in the way of the first frame.
                "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + cache, "-Dmofang.train=true");
    }

    static void train(Build build) throws IOException, InterruptedException {
        var home = Files.createDirectories(build.work().resolve("training-home"));
        var words = new ArrayList<String>();
        words.add(build.system().java(build.image()).toString());
        words.addAll(AppImage.JAVA_OPTIONS);
        words.addAll(training(build.startupCache()));
        words.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off", "-Duser.home=" + home));
        words.addAll(displayOptions());
        words.addAll(List.of("-cp", joined(AppImage.classPath(build)), AppImage.MAIN_CLASS));
        Command.of(words).with(dataFolders(home)).run();
        if (!Files.exists(build.startupCache())) {
            throw new IOException("the training run left no cache at " + build.startupCache());
        }
    }

    /// Without a screen the window is shown in memory; the cache then lacks only the classes that talk to the screen.
    private static List<String> displayOptions() {
        var screen = System.getenv("DISPLAY");
        return HostSystem.current() == HostSystem.LINUX && (screen == null || screen.isBlank())
                ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw")
                : List.of();
    }

    /// Training must not meet, nor leave behind, the data of the person who builds.
    private static Map<String, String> dataFolders(Path home) {
        return Map.of(
                "XDG_DATA_HOME", home.toString(),
                "XDG_CONFIG_HOME", home.toString(),
                "XDG_CACHE_HOME", home.toString(),
                "APPDATA", home.toString(),
                "LOCALAPPDATA", home.toString());
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

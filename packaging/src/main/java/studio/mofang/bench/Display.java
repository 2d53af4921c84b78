package studio.mofang.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How JavaFX shows windows here: on the screen there is, or in memory; the same for both sides of a ratio.
final class Display {
    private static final String NUMBER = ":93";
    private static boolean virtual;

    private Display() {}

    /// A screen in memory that real windows are drawn on, where there is none, and Xvfb and GTK 3, which JavaFX shows
    /// windows with, are installed; its end is ours. Says which screen it is.
    static String begin() throws IOException {
        var xvfb = Path.of("/usr/bin/Xvfb");
        if (System.getenv("DISPLAY") == null && Files.isExecutable(xvfb) && hasGtk()) {
            var process = new ProcessBuilder(xvfb.toString(), NUMBER, "-screen", "0", "1280x900x24")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
            virtual = true;
            return "No screen: windows are shown on an Xvfb of our own, " + NUMBER;
        }
        return flags().contains("-Dglass.platform=Headless")
                ? "Neither a screen nor Xvfb with GTK 3: windows are drawn in memory only, and the native screen is not measured"
                : "Windows are shown on the screen that is there";
    }

    @SuppressWarnings("restricted") // Only whether it is there is asked.
    private static boolean hasGtk() {
        try {
            return SymbolLookup.libraryLookup("libgtk-3.so.0", Arena.global())
                    .find("gtk_init")
                    .isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// For a program that shows a window.
    static ProcessBuilder on(List<String> words) {
        var builder = new ProcessBuilder(words);
        if (virtual) {
            builder.environment().put("DISPLAY", NUMBER);
        }
        return builder;
    }

    static List<String> flags() {
        boolean screen = virtual
                || System.getenv("DISPLAY") != null
                || !System.getProperty("os.name")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("linux");
        return screen ? List.of("-Dprism.order=sw") : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    }
}

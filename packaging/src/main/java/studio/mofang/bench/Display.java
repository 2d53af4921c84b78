package studio.mofang.bench;

import java.util.List;

/// How JavaFX shows windows here: on the screen there is, or in memory; the same for both sides of a ratio.
final class Display {
    private Display() {}

    static List<String> flags() {
        boolean screen = System.getenv("DISPLAY") != null
                || !System.getProperty("os.name")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("linux");
        return screen ? List.of("-Dprism.order=sw") : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    }
}

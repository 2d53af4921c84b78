package studio.mofang.packaging;

import java.nio.file.Path;
import java.util.Locale;

/// The system that the build runs on, the only one it can make an image for; and where jpackage puts things there.
enum HostSystem {
    LINUX("mofang-studio", "mofang-studio", "lib/app", "lib/runtime", "png"),
    MAC("Mofang Studio", "Mofang Studio.app", "Contents/app", "Contents/runtime/Contents/Home", "icns"),
    WINDOWS("Mofang Studio", "Mofang Studio", "app", "runtime", "ico");

    private final String programName;
    private final String folder;
    private final String app;
    private final String runtime;
    private final String iconType;

    HostSystem(String programName, String folder, String app, String runtime, String iconType) {
        this.programName = programName;
        this.folder = folder;
        this.app = app;
        this.runtime = runtime;
        this.iconType = iconType;
    }

    static HostSystem current() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MAC : LINUX;
    }

    String programName() {
        return programName;
    }

    Path image(Path destination) {
        return destination.resolve(folder);
    }

    Path appFolder(Path image) {
        return image.resolve(app);
    }

    Path java(Path image) {
        return image.resolve(runtime, "bin", this == WINDOWS ? "java.exe" : "java");
    }

    String icon() {
        return "mofang." + iconType;
    }
}

package studio.mofang.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log of a program without a console: two files of at most a megabyte, in the data folder.
final class StudioLog {
    private static final int LONGEST = 1_000_000;
    private static final int FILES = 2;
    private static final String LINE = "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";

    private StudioLog() {}

    /// `-Djava.util.logging.config.file` of the JVM overrides it.
    static void into(Path dataFolder) throws IOException {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        var folder = Files.createDirectories(dataFolder.resolve("logs"));
        var file = new FileHandler(folder.resolve("studio.%g.log").toString(), LONGEST, FILES, true);
        file.setFormatter(new SimpleFormatter());
        file.setLevel(Level.INFO);
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        root.addHandler(file);
    }
}

package studio.mofang.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/// Sets the program's log to one readable line an event; `-Djava.util.logging.config.file` of the JVM overrides it.
public final class Logging {
    private Logging() {}

    public static void configure() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (var settings = Logging.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read logging.properties", e);
        }
    }
}

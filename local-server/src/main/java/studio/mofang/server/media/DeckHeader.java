package studio.mofang.server.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/// Tells a PowerPoint deck from other zips, and refuses archives that would blow up (rule X14).
final class DeckHeader {
    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST = 1024L * 1024 * 1024;
    private static final long STEEPEST = 100;

    private DeckHeader() {}

    static boolean isDeck(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            return zip.getEntry("ppt/presentation.xml") != null
                    && zip.getEntry("[Content_Types].xml") != null
                    && harmless(zip);
        } catch (java.util.zip.ZipException _) {
            // Begins like a zip and is none.
            return false;
        }
    }

    private static boolean harmless(ZipFile zip) {
        long packed = 1;
        long whole = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            packed += Math.max(0, entry.getCompressedSize());
            whole += Math.max(0, entry.getSize());
        }
        return zip.size() <= MOST_ENTRIES && whole <= LARGEST && whole / packed <= STEEPEST;
    }
}

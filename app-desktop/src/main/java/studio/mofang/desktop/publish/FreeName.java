package studio.mofang.desktop.publish;

import java.nio.file.Files;
import java.nio.file.Path;

/// A name under which nothing lies yet. Only the file that the person has chosen, and was asked about, may be written
/// over.
final class FreeName {
    private FreeName() {}

    /// `wanted` is without its ending.
    static Path of(Path wanted, String ending, Path chosen) {
        var file = wanted.resolveSibling(wanted.getFileName() + ending);
        for (int copy = 2; !file.equals(chosen) && Files.exists(file); copy++) {
            file = wanted.resolveSibling(wanted.getFileName() + " (" + copy + ")" + ending);
        }
        return file;
    }
}

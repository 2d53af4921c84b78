package studio.mofang.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The class path of this run without folders: an AOT cache is only made of jars.
final class ClassPath {
    private ClassPath() {}

    static String ofJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Files.isRegularFile(Path.of(entry)))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}

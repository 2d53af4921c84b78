package studio.mofang.packaging;

import java.io.IOException;
import java.util.List;

/// The part of the JDK that the studio needs. The list is kept by hand: libraries on the class path name no modules,
/// and jdeps cannot see what they load by name.
final class JavaRuntime {
    private static final List<String> MODULES = List.of(
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.scripting",
            "java.security.jgss",
            "java.sql",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.jsobject",
            "jdk.localedata",
            "jdk.unsupported",
            "jdk.xml.dom",
            "jdk.zipfs");

    private JavaRuntime() {}

    static void link(Build build) throws IOException, InterruptedException {
        Command.ofJdk(
                        "jlink",
                        List.of(
                                "--add-modules",
                                String.join(",", MODULES),
                                "--include-locales=en,zh",
                                "--no-header-files",
                                "--no-man-pages",
                                "--strip-debug",
                                "--output",
                                build.runtime().toString()))
                .run();
    }
}

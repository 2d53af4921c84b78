package studio.mofang.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppImageTest {
    @TempDir
    Path module;

    @Test
    void classPathKeepsTheOrderOfTheLauncherOnUnix() throws IOException {
        var build = build(HostSystem.LINUX);
        settings(build, "app.classpath=$APPDIR/b.jar", "app.mainclass=x.Main", "app.classpath=$APPDIR/a.jar");
        assertThat(AppImage.classPath(build))
                .containsExactly(
                        build.appFolder().resolve("b.jar"), build.appFolder().resolve("a.jar"));
    }

    @Test
    void classPathKeepsTheOrderOfTheLauncherOnWindows() throws IOException {
        var build = build(HostSystem.WINDOWS);
        settings(build, "app.classpath=$APPDIR\\b.jar", "app.classpath=$APPDIR\\a.jar");
        assertThat(AppImage.classPath(build))
                .containsExactly(
                        build.appFolder().resolve("b.jar"), build.appFolder().resolve("a.jar"));
    }

    @Test
    void aVersionBeforeTheFirstIsNamedAsMacosAllowsIt() {
        assertThat(build(HostSystem.MAC).systemVersion()).isEqualTo("1.0");
        assertThat(build(HostSystem.LINUX).systemVersion()).isEqualTo("0.1.0");
    }

    private Build build(HostSystem system) {
        return new Build(module, "0.1.0", Instant.EPOCH, system);
    }

    private static void settings(Build build, String... lines) throws IOException {
        Files.createDirectories(build.appFolder());
        Files.write(build.appFolder().resolve(build.system().programName() + ".cfg"), List.of(lines));
    }
}

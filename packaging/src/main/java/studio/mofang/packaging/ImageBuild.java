package studio.mofang.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// Makes the application image and its installers from the jars Maven gathered: `./mvnw -Pimage package`.
final class ImageBuild {
    private ImageBuild() {}

    /// @param args the folder of this module, the version, and the time all files shall bear
    public static void main(String[] args) throws IOException, InterruptedException {
        var build = new Build(Path.of(args[0]), args[1], Instant.parse(args[2]), HostSystem.current());
        JavaRuntime.link(build);
        AppImage.assemble(build);
        StartupCache.train(build);
        new Installers(build).make();
    }
}

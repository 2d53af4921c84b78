package studio.mofang.packaging;

import java.nio.file.Path;
import java.time.Instant;

/// One build of the image: the module it runs in, the version it makes and the time that every file of it bears.
record Build(Path module, String version, Instant timestamp, HostSystem system) {
    /// The jars of the studio, put there by Maven.
    Path jars() {
        return work().resolve("lib");
    }

    Path runtime() {
        return work().resolve("runtime");
    }

    Path image() {
        return system.image(work());
    }

    Path appFolder() {
        return system.appFolder(image());
    }

    Path startupCache() {
        return appFolder().resolve("app.aot");
    }

    Path work() {
        return module.resolve("target", "image");
    }

    Path installers() {
        return module.resolve("target", "installers");
    }

    Path resources(String name) {
        return module.resolve("src", "main", name);
    }

    /// macOS refuses a version that starts with 0, so 0.3.1 is called 1.0 there until there is a 1.0.
    String systemVersion() {
        return system == HostSystem.MAC && version.startsWith("0.") ? "1.0" : version;
    }
}

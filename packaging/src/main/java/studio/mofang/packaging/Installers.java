package studio.mofang.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The installers that this system can make, each only where its tools are found.
final class Installers {
    private static final System.Logger LOG = System.getLogger(Installers.class.getName());

    private final Build build;

    Installers(Build build) {
        this.build = build;
    }

    void make() throws IOException, InterruptedException {
        Files.createDirectories(build.installers());
        switch (build.system()) {
            case LINUX -> linux();
            case MAC -> dmg();
            case WINDOWS -> msi();
        }
    }

    private void linux() throws IOException, InterruptedException {
        if (Command.installed("dpkg-deb") && Command.installed("fakeroot")) {
            fromImage("deb", linuxOptions("libgtk-3-0")).with(clampedTimes()).run();
        } else {
            skip(".deb", "dpkg-deb and fakeroot");
        }
        if (Command.installed("rpmbuild")) {
            fromImage("rpm", linuxOptions("gtk3")).with(rpmTimes()).run();
        } else {
            skip(".rpm", "rpmbuild");
        }
    }

    private List<String> linuxOptions(String dependency) {
        return List.of(
                "--linux-package-name",
                "mofang-studio",
                "--linux-package-deps",
                dependency,
                "--linux-shortcut",
                "--linux-app-category",
                "editors",
                "--linux-menu-group",
                "Office;Publishing;",
                "--resource-dir",
                build.resources("jpackage").resolve("linux").toString());
    }

    /// jpackage copies the image and with that loses the times of the jars; dpkg-deb sets back any that is later.
    private Map<String, String> clampedTimes() {
        return Map.of("SOURCE_DATE_EPOCH", Long.toString(build.timestamp().getEpochSecond()));
    }

    /// As above; rpmbuild must be asked to, in the user's macros.
    private Map<String, String> rpmTimes() throws IOException {
        var home = Files.createDirectories(build.work().resolve("rpm-home"));
        Files.writeString(home.resolve(".rpmmacros"), """
                %clamp_mtime_to_source_date_epoch 1
                %build_mtime_policy clamp_to_source_date_epoch
                """);
        var variables = new HashMap<>(clampedTimes());
        variables.put("HOME", home.toString());
        return variables;
    }

    /// By hand rather than by jpackage, which copies the image and with that loses the times of the jars.
    private void dmg() throws IOException, InterruptedException {
        // The cache came after jpackage's signature; an unsigned or half-signed program does not start on Apple
        // silicon.
        Command.of(List.of(
                        "codesign",
                        "--force",
                        "--deep",
                        "--sign",
                        "-",
                        build.image().toString()))
                .run();
        var volume = Files.createDirectories(build.work().resolve("volume"));
        Command.of(List.of("cp", "-Rp", build.image().toString(), volume.toString()))
                .run();
        Files.createSymbolicLink(volume.resolve("Applications"), Path.of("/Applications"));
        var file = build.installers().resolve("mofang-studio-" + build.version() + ".dmg");
        Command.of(List.of(
                        "hdiutil",
                        "create",
                        "-ov",
                        "-volname",
                        build.system().programName(),
                        "-srcfolder",
                        volume.toString(),
                        "-format",
                        "UDZO",
                        file.toString()))
                .run();
    }

    /// An .msi keeps times in the zone of the machine that built it: elsewhere the studio may start without its cache.
    private void msi() throws IOException, InterruptedException {
        if (!Command.installed("wix") && !Command.installed("candle")) {
            skip(".msi", "WiX");
            return;
        }
        fromImage(
                        "msi",
                        List.of(
                                "--win-menu",
                                "--win-shortcut",
                                "--win-dir-chooser",
                                "--win-per-user-install",
                                "--win-upgrade-uuid",
                                "6d4b0b5e-4c55-4b8c-9a35-0f6f1c1f7a21"))
                .run();
    }

    private Command fromImage(String type, List<String> options) {
        var arguments = new ArrayList<>(List.of(
                "--type", type,
                "--name", build.system().programName(),
                "--app-image", build.image().toString(),
                "--app-version", build.systemVersion(),
                "--vendor", "Mofang Studio",
                "--description", AppImage.DESCRIPTION,
                "--license-file", build.module().resolveSibling("LICENSE").toString(),
                "--dest", build.installers().toString()));
        arguments.addAll(options);
        return Command.ofJdk("jpackage", arguments);
    }

    private static void skip(String installer, String tools) {
        LOG.log(System.Logger.Level.INFO, "No {0} is made: {1} not found.", installer, tools);
    }
}

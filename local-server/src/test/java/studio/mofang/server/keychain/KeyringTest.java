package studio.mofang.server.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The Secret Service as Linux really has it, on a bus of its own and in a home of its own: no keyring of the developer
/// is ever asked.
class KeyringTest {
    private static final String LOCK = "dbus-send --session --print-reply --dest=org.freedesktop.secrets"
            + " /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock"
            + " array:objpath:/org/freedesktop/secrets/collection/login > lock.log";

    @TempDir
    private Path home;

    @Test
    @Timeout(180)
    void gnomesKeyringTakesTheKeyKeepsItAndClosesTheVaultWhileItIsLocked() throws Exception {
        assumeTrue(linux(), "The Secret Service is Linux's: it is not tested here");
        for (var program : List.of("gnome-keyring-daemon", "dbus-run-session", "dbus-send")) {
            assumeTrue(
                    installed(program),
                    program + " is not installed (gnome-keyring, dbus, libsecret-1-0): no real keyring is tested here");
        }

        var said = shell(
                "dbus-run-session -- sh script.sh",
                "printf password | gnome-keyring-daemon --unlock --components=secrets > daemon.log &",
                // Unlocked at the latest when its password's keyring is there.
                "until [ -e .local/share/keyrings/login.keyring ]; do sleep 0.1; done",
                run(),
                run(),
                "[ -e data/vault.key ] && echo FILE",
                run(),
                LOCK,
                run());

        assertThat(said).hasSize(4);
        var secret = said.get(0).substring(said.get(0).lastIndexOf(' '));
        assertThat(said)
                .containsExactly(
                        "Keeping[place=BOTH, trouble=null]" + secret,
                        "Keeping[place=KEYCHAIN, trouble=null]" + secret,
                        "Keeping[place=KEYCHAIN, trouble=null]" + secret,
                        "Keeping[place=KEYCHAIN, trouble=LOCKED] closed");
    }

    @Test
    @Timeout(60)
    void withoutABusTheKeyStaysInItsFile() throws Exception {
        assumeTrue(linux(), "D-Bus is Linux's: its absence is not tested here");

        assertThat(shell("sh script.sh", run()))
                .singleElement()
                .asString()
                .startsWith("Keeping[place=FILE, trouble=UNAVAILABLE] ");
        assertThat(home.resolve("data/vault.key")).exists();
    }

    private List<String> shell(String command, String... script) throws IOException, InterruptedException {
        Files.writeString(home.resolve("script.sh"), String.join("\n", script));
        var runtime = Files.createDirectory(
                home.resolve("runtime"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(home.resolve("data"));
        var builder = new ProcessBuilder("sh", "-c", command)
                .directory(home.toFile())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        var environment = builder.environment();
        List.of("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL")
                .forEach(environment::remove);
        environment.put("HOME", home.toString());
        environment.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
        environment.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
        environment.put("XDG_RUNTIME_DIR", runtime.toString());
        var process = builder.start();
        if (!process.waitFor(170, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.isAlive()).as(Files.readString(home.resolve("err"))).isFalse();
        return Files.readAllLines(home.resolve("out"));
    }

    private static String run() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return "'" + java + "' -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '"
                + System.getProperty("java.class.path") + "' " + KeyringRun.class.getName() + " data";
    }

    private static boolean linux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(path -> Path.of(path, program))
                .anyMatch(Files::isExecutable);
    }
}

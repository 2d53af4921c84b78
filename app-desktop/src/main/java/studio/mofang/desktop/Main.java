package studio.mofang.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import studio.mofang.desktop.SingleInstance.Entrance;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.kit.Theme;
import studio.mofang.desktop.shell.Complaint;
import studio.mofang.desktop.shell.SystemOutside;

/// Starts the studio: its window, or, on a machine without a display, its API alone.
public final class Main {
    private static final int INVALID = 2;
    private static final int REFUSED = 1;
    private static final int API_PORT = 8000;
    /// A studio that is leaving lets its server finish what it does.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(
                switch (Launch.of(arguments, System.getenv())) {
                    case Launch.Help _ -> say(Launch.USAGE, 0);
                    case Launch.Invalid(var complaint) -> say(complaint, INVALID);
                    case Launch.Studio(var folder) ->
                        hasDisplay(System.getenv()) ? window(folder) : api(folder, "没有显示器");
                });
    }

    private static int window(Path folder) {
        try {
            return switch (SingleInstance.enter(folder, PATIENCE)) {
                case Entrance.Held(var instance) -> studio(folder, instance);
                case Entrance.Summoned _ -> 0;
                case Entrance.Silent _ -> complain(folder, "start.silent", folder);
            };
        } catch (IOException e) {
            return complain(folder, "start.folder", folder, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            return REFUSED;
        }
    }

    private static int studio(Path folder, SingleInstance instance) {
        Optional<String> obstacle;
        try (instance) {
            obstacle = obstacleToWindows(() -> Platform.setImplicitExit(false));
            if (obstacle.isEmpty()) {
                return untilLeft(() -> new App(folder, instance, SystemOutside::new, starter(System.getenv())));
            }
        } catch (IOException e) {
            return say("数据目录 " + folder + " 没有正常释放：" + e.getMessage(), REFUSED);
        }
        return api(folder, "窗口打不开，Linux 上需要 GTK 3（libgtk-3-0）和连得上的显示器（" + obstacle.get() + "）");
    }

    private static int untilLeft(Supplier<App> apps) throws IOException {
        int code;
        do {
            code = apps.get().run(System.out::println);
        } while (code == App.AGAIN);
        return code;
    }

    /// In a window of its own: who started the studio from a menu sees no terminal. Blocks until it is closed.
    private static int complain(Path folder, String key, Object... about) {
        var preferences = new Preferences(folder);
        var messages = new Messages(Language.of(preferences.value("language").orElse("")));
        say(messages.text(key, about), REFUSED);
        var closed = new CompletableFuture<Void>();
        var obstacle = obstacleToWindows(() -> {
            var complaint = new Complaint(messages, messages.text(key, about), () -> closed.complete(null));
            complaint
                    .themes()
                    .wantedProperty()
                    .set(Theme.of(preferences.value("theme").orElse("")));
            complaint.show();
        });
        if (obstacle.isEmpty()) {
            closed.join();
        }
        return REFUSED;
    }

    /// What keeps JavaFX from showing windows on this machine; where nothing does, `first` is run on its thread.
    private static Optional<String> obstacleToWindows(Runnable first) {
        try {
            Platform.startup(first);
            return Optional.empty();
        } catch (RuntimeException e) {
            // Without GTK, or a display: unsupported. Without what GTK itself needs, such as libX11: wrapped so.
            if (e instanceof UnsupportedOperationException || e.getCause() instanceof LinkageError) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static EmbeddedServer.Starter starter(Map<String, String> environment) {
        boolean off = "off".equals(environment.get("MOFANG_KEYCHAIN"));
        return off ? EmbeddedServer::start : EmbeddedServer::startWithKeychain;
    }

    /// Only Linux can be without a display; headless JavaFX brings its own.
    private static boolean hasDisplay(Map<String, String> environment) {
        return !System.getProperty("os.name", "").startsWith("Linux")
                || "Headless".equals(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static int api(Path folder, String reason) {
        try (var server = EmbeddedServer.standalone(folder, API_PORT)) {
            say(reason + "：墨坊只提供接口 " + server.address() + "/api/v1，按 Ctrl+C 停止", 0);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            new CountDownLatch(1).await();
            return 0;
        } catch (EmbeddedServer.Refused refused) {
            return say(refused.refusal().sentence(), REFUSED);
        } catch (InterruptedException _) {
            return 0;
        }
    }

    private static int say(String sentence, int code) {
        (code == 0 ? System.out : System.err).println(sentence.strip());
        return code;
    }
}

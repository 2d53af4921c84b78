package studio.mofang.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import studio.mofang.desktop.shell.SystemOutside;

/// Starts the studio: its window, or, on a machine without a display, its API alone.
public final class Main {
    private static final int INVALID = 2;
    private static final int REFUSED = 1;
    private static final int API_PORT = 8000;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(
                switch (Launch.of(arguments, System.getenv())) {
                    case Launch.Help _ -> say(Launch.USAGE, 0);
                    case Launch.Invalid(var complaint) -> say(complaint, INVALID);
                    case Launch.Studio(var folder) -> hasDisplay(System.getenv()) ? window(folder) : api(folder);
                });
    }

    private static int window(Path folder) {
        try (var instance = SingleInstance.hold(folder).orElse(null)) {
            if (instance != null) {
                Platform.startup(() -> {});
                return new App(folder, instance, SystemOutside::new).run(System.out::println);
            }
            return SingleInstance.summon(folder) ? 0 : say("墨坊正在使用这个数据目录，但没有响应：" + folder, REFUSED);
        } catch (IOException e) {
            return say("无法使用数据目录 " + folder + "：" + e.getMessage(), REFUSED);
        } catch (InterruptedException _) {
            return REFUSED;
        }
    }

    /// Only Linux can be without a display; headless JavaFX brings its own.
    private static boolean hasDisplay(Map<String, String> environment) {
        return !System.getProperty("os.name", "").startsWith("Linux")
                || "Headless".equals(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static int api(Path folder) {
        try (var server = EmbeddedServer.standalone(folder, API_PORT)) {
            say("没有显示器：墨坊只提供接口 " + server.address() + "/api/v1，按 Ctrl+C 停止", 0);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            new CountDownLatch(1).await();
            return 0;
        } catch (EmbeddedServer.Refused refused) {
            return say(refused.sentence(), REFUSED);
        } catch (InterruptedException _) {
            return 0;
        }
    }

    private static int say(String sentence, int code) {
        System.out.println(sentence.strip());
        return code;
    }
}

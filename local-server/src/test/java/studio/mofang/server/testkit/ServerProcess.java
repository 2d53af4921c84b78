package studio.mofang.server.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A server in a process of its own, for tests that kill it.
public final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Returns once it serves. The sandbox's callbacks are signed with `TestServer.CALLBACK_SECRET`.
    public static ServerProcess start(Path dataDir, Map<String, String> environment) throws IOException {
        return start(dataDir, environment, SharedClasses.flags());
    }

    static ServerProcess start(Path dataDir, Map<String, String> environment, List<String> classes) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(classes);
        command.addAll(List.of("studio.mofang.server.Main", "--port", "0", "--data-dir", dataDir.toString()));
        var builder = new ProcessBuilder(command)
                .redirectError(dataDir.resolve("stderr.log").toFile());
        builder.environment().put("MOFANG_RATE_LIMITS", "off");
        builder.environment().put("MOFANG_CALLBACK_SECRET", TestServer.CALLBACK_SECRET);
        builder.environment().putAll(environment);
        var process = builder.start();
        return new ServerProcess(process, port(process));
    }

    private static int port(Process process) throws IOException {
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
        }
        throw new IOException("the server ended without serving");
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// As a power button does it: no shutdown hook runs.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// As an administrator does it; true when it ended by itself in time.
    public boolean stop() throws InterruptedException {
        process.destroy();
        return endsWithin(Duration.ofSeconds(15));
    }

    /// Whether it ends by itself in time, as by a death from within.
    public boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience);
    }

    @Override
    public void close() {
        kill();
    }
}

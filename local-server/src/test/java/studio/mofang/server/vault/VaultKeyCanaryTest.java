package studio.mofang.server.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Json;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Mode;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeKeychain;
import studio.mofang.server.testkit.OverheardLog;
import studio.mofang.server.testkit.TestServer;

/// The key that seals everything is nowhere but where the person is told that it is: in no answer, no log line, and no
/// file of the data folder once it has moved into the keychain (rule X5).
class VaultKeyCanaryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeKeychain keychain = new FakeKeychain();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void neitherAnswersNorLogNorDataFolderHoldTheKey() throws Exception {
        var ours = Logger.getLogger("studio.mofang");
        var log = new OverheardLog(seen);
        ours.setLevel(Level.ALL);
        try {
            walkThrough();
        } finally {
            log.close();
            ours.setLevel(null);
        }
        var key = key(Files.readString(elsewhere.resolve("copy.key")));
        assertThat(String.join("\n", seen))
                .contains("The data key is kept in: keychain")
                .doesNotContain(key);
        assertThat(holding(key)).isEmpty();
        assertThat(keychain.entries().values()).singleElement().asString().contains(key);
    }

    private void walkThrough() throws Exception {
        try (var server = start()) {
            await(server, "both");
            post(
                    server,
                    "vault/export",
                    Map.of("file", elsewhere.resolve("copy.key").toString()));
        }
        try (var server = start()) {
            await(server, "keychain");
            post(
                    server,
                    "vault/export",
                    Map.of(
                            "file",
                            elsewhere
                                    .resolve("no-such-folder")
                                    .resolve("copy.key")
                                    .toString()));
            post(
                    server,
                    "vault/restore",
                    Map.of("file", elsewhere.resolve("copy.key").toString()));
            post(server, "vault/start-over", Map.of());
        }
        keychain.lock();
        try (var server = start()) {
            post(
                    server,
                    "vault/restore",
                    Map.of("file", folder.resolve("mofang.mv.db").toString()));
            post(server, "vault/ask", Map.of());
        }
        keychain.unlock();
    }

    /// Of the JSON that Tink writes, the secret part.
    private static String key(String keyset) throws IOException {
        var key = Json.shared().readTree(keyset).at("/key/0/keyData/value").asText();
        assertThat(key).hasSizeGreaterThan(40);
        return key;
    }

    private List<Path> holding(String key) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, key))
                    .toList();
        }
    }

    private static boolean contains(Path file, String key) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(key);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private void await(TestServer server, String place) throws Exception {
        Eventually.holds(
                PATIENCE,
                "the key is in " + place,
                () -> call(server, "vault", null).contains("\"place\":\"" + place + "\""));
    }

    private void post(TestServer server, String path, Map<String, ?> body) throws IOException {
        call(server, path, Json.shared().writeValueAsString(body));
    }

    private String call(TestServer server, String path, String body) throws IOException {
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/" + path)
                .header("Authorization", "Bearer " + server.server().secret());
        if (body != null) {
            request.post(RequestBody.create(body, MediaType.get("application/json")));
        }
        try (var response = server.http().newCall(request.build()).execute()) {
            var text = response.headers() + "\n" + response.body().string();
            seen.add(text);
            return text;
        }
    }

    private TestServer start() {
        var plain = TestServer.config(Engine.H2, Storage.in(folder).keptBy(keychain));
        return TestServer.with(new ServerConfig(
                Mode.EMBEDDED, plain.listen(), plain.storage(), plain.secrets(), plain.upstreams(), false));
    }
}

package studio.mofang.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.VaultApi;
import studio.mofang.core.AiModels;
import studio.mofang.core.Creations;
import studio.mofang.core.Fault;
import studio.mofang.core.Vaults;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Mode;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeKeychain;
import studio.mofang.server.testkit.TestServer;

/// The studio's server while its keychain is locked: texts are there and grow, secrets wait, nothing is lost.
class ClosedVaultJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeKeychain keychain = new FakeKeychain();

    @TempDir
    private Path folder;

    private long text;

    @Test
    void textsAreReachableAndSecretsWaitUntilTheKeychainIsUnlocked() throws Exception {
        long model = firstDays();
        keychain.lock();
        try (var server = start()) {
            var creations = new CreationApi(client(server));
            var models = new ModelApi(client(server));
            assertThat(keeping(server).open()).isFalse();
            assertThat(keeping(server).trouble()).isEqualTo("locked");

            assertThat(creations.creation(text).title()).isEqualTo("开门之前");
            var written = creations.create(draft("锁着也能写")).id();
            assertThat(creations.creation(written).title()).isEqualTo("锁着也能写");
            assertThat(models.models())
                    .filteredOn(each -> each.id() == model)
                    .singleElement()
                    .satisfies(each -> assertThat(each.keyHint()).isEqualTo("1234"));
            isLocked(() -> models.test(model));
            isLocked(() -> models.change(model, keyOnly("sk-another-key-5678")));

            keychain.unlock();
            assertThat(new VaultApi(client(server)).ask().place()).isEqualTo("keychain");
            Eventually.holds(PATIENCE, "the vault opens", () -> keeping(server).open());
            models.change(model, keyOnly("sk-another-key-5678"));
        }
        try (var server = start()) {
            assertThat(texts(server)).isEqualTo(2);
            assertThat(keeping(server).open()).isTrue();
        }
    }

    @Test
    void aRepeatedRequestIsAnsweredInTheSameRunAndNeverDoneTwiceInAnother() throws Exception {
        firstDays();
        keychain.lock();
        var key = UUID.randomUUID().toString();
        try (var server = start()) {
            var first = create(server, key);
            assertThat(create(server, key)).isEqualTo(first).startsWith("200");
        }
        try (var server = start()) {
            assertThat(create(server, key)).startsWith("423");
        }
        keychain.unlock();
        try (var server = start()) {
            assertThat(create(server, key)).startsWith("409");
            assertThat(texts(server)).isEqualTo(2);
        }
    }

    @Test
    void aFolderFromAnotherMachineOpensWithTheExportedKeyOrStartsOver() throws Exception {
        long model = firstDays();
        var copy = folder.resolve("exports").resolve("key-for-safekeeping");
        Files.createDirectories(copy.getParent());
        try (var server = start()) {
            new VaultApi(client(server)).export(copy);
        }
        var entries = Map.copyOf(keychain.entries());
        keychain.entries().clear();
        try (var server = start()) {
            var vault = new VaultApi(client(server));
            assertThat(keeping(server).trouble()).isEqualTo("missing");
            assertThat(keychain.entries()).isEmpty();
            assertThatThrownBy(() -> vault.restore(folder.resolve("nothing.key")))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(400));

            assertThat(vault.restore(copy).open()).isTrue();
            Eventually.holds(
                    PATIENCE, "the key is back", () -> keychain.entries().equals(entries));
        }
        keychain.entries().clear();
        Files.delete(folder.resolve("vault.key"));
        try (var server = start()) {
            assertThat(new VaultApi(client(server)).startOver().open()).isTrue();
            assertThat(new ModelApi(client(server)).models())
                    .filteredOn(each -> each.id() == model)
                    .singleElement()
                    .satisfies(each -> assertThat(each.keyHint()).isNull());
            assertThat(new CreationApi(client(server)).creation(text).title()).isEqualTo("开门之前");
        }
    }

    @Test
    void otherServersDoNotWriteKeysToFiles() throws Exception {
        var server = TestServer.shared(Engine.H2);
        var admin = server.admin();

        assertThat(new VaultApi(admin.client()).keeping().place()).isEqualTo("file");
        assertThatThrownBy(() -> new VaultApi(admin.client()).export(folder.resolve("copy")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(404));
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    /// A text and a key, which ends up in the keychain alone.
    private long firstDays() throws Exception {
        long model;
        try (var server = start()) {
            text = new CreationApi(client(server)).create(draft("开门之前")).id();
            var added = new ModelApi(client(server))
                    .add(new AiModels.Draft(
                            "自己的",
                            "openai",
                            "some-model",
                            "text",
                            "sk-some-own-key-1234",
                            "http://127.0.0.1:1",
                            Map.of("allow_local", true),
                            0,
                            true));
            model = added.id();
            Eventually.holds(PATIENCE, "the key is kept", () -> keeping(server).trouble() == null);
            assertThat(keeping(server).place()).isEqualTo("both");
        }
        try (var server = start()) {
            Eventually.holds(
                    PATIENCE, "the file is gone", () -> keeping(server).place().equals("keychain"));
        }
        assertThat(folder.resolve("vault.key")).doesNotExist();
        return model;
    }

    private static long texts(TestServer server) throws ApiException {
        return new CreationApi(client(server))
                .list(new CreationApi.Query(null, null, null, null, false, 1, 20))
                .total();
    }

    private static Creations.Draft draft(String title) {
        return new Creations.Draft(null, "writing", null, title, "正文", null, null);
    }

    private static AiModels.Draft keyOnly(String key) {
        return new AiModels.Draft(null, null, null, null, key, null, null, null, null);
    }

    private static String create(TestServer server, String key) throws Exception {
        var body = "{\"type\":\"writing\",\"title\":\"一次\",\"content\":\"只写一次\"}";
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/creations")
                .header("Authorization", "Bearer " + server.server().secret())
                .header("Idempotency-Key", key)
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
        try (var response = server.http().newCall(request).execute()) {
            return response.code() + response.body().string();
        }
    }

    private static void isLocked(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(Fault.LOCKED.code()));
    }

    private static Vaults.Keeping keeping(TestServer server) throws ApiException {
        return new VaultApi(client(server)).keeping();
    }

    private static ApiClient client(TestServer server) {
        return server.client(Bearer.fixed(server.server().secret()));
    }

    private TestServer start() {
        var plain = TestServer.config(Engine.H2, Storage.in(folder).keptBy(keychain));
        return TestServer.with(new ServerConfig(
                Mode.EMBEDDED, plain.listen(), plain.storage(), plain.secrets(), plain.upstreams(), false));
    }
}

package studio.mofang.desktop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.HealthApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.client.VaultApi;
import studio.mofang.client.WritingApi;
import studio.mofang.desktop.backup.Backup;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.StartRefused;
import studio.mofang.server.db.Backups;
import studio.mofang.server.keychain.Keychain;

/// The server in this process, and the only class that knows it; everybody else calls it over HTTP.
final class EmbeddedServer implements AutoCloseable {
    /// Every other call is answered from this machine's own disk.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /// A model may think this long before the next piece of text.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private final LocalServer server;

    private EmbeddedServer(LocalServer server) {
        this.server = server;
    }

    /// Why there is no server: data in use, a newer database, a damaged ledger, a port that is taken.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final StartRefused refused;

        Refused(StartRefused cause) {
            super(cause.getMessage(), cause);
            refused = cause;
        }

        Refusal refusal() {
            return new Refusal(String.valueOf(getMessage()), refused.reason().orElse(""), refused.damaged());
        }
    }

    /// How the window starts its server.
    interface Starter {
        EmbeddedServer start(Path dataFolder) throws Refused;
    }

    /// For the window: a free port, and a secret that only this process knows.
    static EmbeddedServer start(Path dataFolder) throws Refused {
        return start(ServerConfig.embedded(dataFolder));
    }

    /// The same with the person's own keychain; for the program itself, and no test.
    static EmbeddedServer startWithKeychain(Path dataFolder) throws Refused {
        return start(dataFolder, Keychain.ofThisSystem());
    }

    static EmbeddedServer start(Path dataFolder, Keychain keychain) throws Refused {
        return start(ServerConfig.embedded(ServerConfig.Storage.in(dataFolder).keptBy(keychain)));
    }

    /// For a machine without a display.
    static EmbeddedServer standalone(Path dataFolder, int port) throws Refused {
        return start(ServerConfig.standalone(port, dataFolder));
    }

    static EmbeddedServer start(ServerConfig config) throws Refused {
        try {
            return new EmbeddedServer(LocalServer.start(config));
        } catch (StartRefused refused) {
            throw new Refused(refused);
        }
    }

    /// The newest first.
    static List<Backup> backups(Path dataFolder) {
        return Backups.of(dataFolder).stream()
                .map(each -> new Backup(each.file(), each.occasion(), each.taken(), each.bytes()))
                .toList();
    }

    /// While none runs. Returns what keeps the database that was there before.
    static Optional<Path> restore(Path backup, Path dataFolder) throws Refused {
        try {
            return LocalServer.restore(backup, dataFolder);
        } catch (StartRefused refused) {
            throw new Refused(refused);
        }
    }

    /// Whether the database did not pass its check, so that nothing is written into it.
    boolean readOnly() throws ApiException {
        return new HealthApi(client(plain())).health().readOnly();
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    Backend.Api api() {
        var http = plain();
        var client = client(http);
        return new Backend.Api(
                new WritingApi(
                        client(http.newBuilder().readTimeout(LONGEST_SILENCE).build())),
                new CreationApi(client),
                new CreditApi(client),
                new PaymentApi(client),
                new ModelApi(client),
                Backend.Operation.of(client),
                new MediaApi(client),
                new SlidesApi(client),
                Backend.Publishing.of(client),
                Backend.Making.of(client),
                new VaultApi(client));
    }

    /// Clear text stays on the loopback, and spares the start the reading of this machine's certificates.
    private static OkHttpClient plain() {
        return new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .readTimeout(LONGEST_WAIT)
                .build();
    }

    private ApiClient client(OkHttpClient http) {
        return new ApiClient(http, address(), Bearer.fixed(server.secret()));
    }

    @Override
    public void close() {
        server.close();
    }
}

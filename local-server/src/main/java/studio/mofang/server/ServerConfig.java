package studio.mofang.server;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.account.PasswordCost;
import studio.mofang.server.keychain.Keychain;
import studio.mofang.server.media.Bucket;
import studio.mofang.server.payment.Merchants;
import studio.mofang.server.payment.PaymentSettings;
import studio.mofang.server.publish.PlatformUrls;

/// Everything that distinguishes one running server from another. `Main` reads it from flags and the environment; the
/// studio asks for `embedded`.
public record ServerConfig(
        Mode mode, Listen listen, Storage storage, Secrets secrets, Upstreams upstreams, boolean rateLimits) {

    /// Who uses the server decides what it trusts: embedded serves the process it lives in and nobody else.
    public enum Mode {
        EMBEDDED,
        STANDALONE,
        HOSTED
    }

    /// Port 0 takes a free one. `publicUrl` is how others reach the server, for links in answers.
    /// `X-Forwarded-For` counts only when it comes from one of `trustedProxies`.
    public record Listen(String bind, int port, @Nullable String publicUrl, List<String> trustedProxies) {
        public Listen {
            trustedProxies = List.copyOf(trustedProxies);
        }

        /// Without a slash at its end.
        public @Nullable String publicAddress() {
            return publicUrl == null ? null : publicUrl.replaceFirst("/+$", "");
        }

        /// How others reach the server, which listens on `boundPort`.
        public String address(int boundPort) {
            var address = publicAddress();
            if (address != null) {
                return address;
            }
            var everywhere = bind.equals("0.0.0.0") || bind.equals("::");
            return "http://" + (everywhere ? "127.0.0.1" : bind) + ":" + boundPort;
        }
    }

    /// Without `databaseUrl` the store is an H2 file in `dataDir`; without `bucket` media lie in a folder
    /// there; without `keychain` the key that seals secrets does.
    public record Storage(
            Path dataDir,
            @Nullable String databaseUrl,
            @Nullable String databaseUser,
            @Nullable String databasePassword,
            @Nullable String vaultKey,
            @Nullable Bucket bucket,
            @Nullable Keychain keychain) {
        public Storage(
                Path dataDir,
                @Nullable String databaseUrl,
                @Nullable String databaseUser,
                @Nullable String databasePassword,
                @Nullable String vaultKey,
                @Nullable Bucket bucket) {
            this(dataDir, databaseUrl, databaseUser, databasePassword, vaultKey, bucket, null);
        }

        public static Storage in(Path dataDir) {
            return new Storage(dataDir, null, null, null, null, null);
        }

        public Storage keptBy(Keychain keeper) {
            return new Storage(dataDir, databaseUrl, databaseUser, databasePassword, vaultKey, bucket, keeper);
        }

        public boolean hosted() {
            return databaseUrl != null;
        }

        @Override
        public String toString() {
            return "Storage[" + dataDir + (hosted() ? ", database" : "") + "]";
        }
    }

    /// `callbackSecret` signs the documented payment callback; where it is absent the store makes its own. `merchants`
    /// receive the money. No flag and no environment makes passwords cheaper to guess.
    public record Secrets(
            @Nullable String adminPassword,
            @Nullable String callbackSecret,
            Merchants merchants,
            PasswordCost passwordCost) {
        public Secrets(@Nullable String adminPassword, @Nullable String callbackSecret, Merchants merchants) {
            this(adminPassword, callbackSecret, merchants, PasswordCost.OWASP);
        }

        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }

    /// Where the services of others are reached. `sandboxPayments` allows the simulated gateway.
    public record Upstreams(
            @Nullable String dashscopeKey, String dashscopeBaseUrl, boolean sandboxPayments, PlatformUrls platforms) {
        public static final String DASHSCOPE = "https://dashscope.aliyuncs.com/api/v1";

        /// With the platforms where the environment says, which is where they really are if it says
        /// nothing.
        public Upstreams(@Nullable String dashscopeKey, String dashscopeBaseUrl, boolean sandboxPayments) {
            this(dashscopeKey, dashscopeBaseUrl, sandboxPayments, PlatformUrls.read(System::getenv));
        }

        @Override
        public String toString() {
            return "Upstreams[" + dashscopeBaseUrl + "]";
        }
    }

    /// For the studio: loopback, a free port, no limits, the local owner. The person's own keychain is asked only by
    /// who names it.
    public static ServerConfig embedded(Path dataDir) {
        return embedded(Storage.in(dataDir));
    }

    public static ServerConfig embedded(Storage storage) {
        var merchants = PaymentSettings.read(System::getenv, null, storage.dataDir());
        return new ServerConfig(
                Mode.EMBEDDED,
                new Listen("127.0.0.1", 0, null, List.of()),
                storage,
                new Secrets(null, null, merchants),
                new Upstreams(System.getenv("DASHSCOPE_API_KEY"), dashscopeBaseUrl(), merchants.none()),
                false);
    }

    /// For a headless box: as `java -jar local-server.jar --port … --data-dir …` without further flags.
    public static ServerConfig standalone(int port, Path dataDir) {
        var merchants = PaymentSettings.read(System::getenv, null, dataDir);
        return new ServerConfig(
                Mode.STANDALONE,
                new Listen("127.0.0.1", port, null, List.of()),
                Storage.in(dataDir),
                new Secrets(System.getenv("MOFANG_ADMIN_PASSWORD"), System.getenv("MOFANG_CALLBACK_SECRET"), merchants),
                new Upstreams(System.getenv("DASHSCOPE_API_KEY"), dashscopeBaseUrl(), merchants.none()),
                !"off".equals(System.getenv("MOFANG_RATE_LIMITS")));
    }

    private static String dashscopeBaseUrl() {
        var given = System.getenv("DASHSCOPE_BASE_URL");
        return given == null || given.isBlank() ? Upstreams.DASHSCOPE : given;
    }
}

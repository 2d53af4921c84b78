package studio.mofang.server.payment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.StartRefused;

/// Reads the merchant accounts from the environment or from a file of the same names (`NAME=…`); the environment wins.
/// Keys may stand in files of their own, named by `NAME_FILE`. What is half configured or no key is refused
/// (StartRefused) with the names that are missing: nobody is to find out by the first customer's payment.
public final class PaymentSettings {
    /// Where the file is looked for when none is named: beside the data.
    public static final String FILE = "payments.properties";

    private static final String ALIPAY = "MOFANG_ALIPAY_";
    private static final String WECHAT = "MOFANG_WECHATPAY_";
    private static final int API_V3_KEY_BYTES = 32;

    private final SettingSource source;

    private PaymentSettings(SettingSource source) {
        this.source = source;
    }

    /// `environment` is asked by name and may answer null. `file` must exist; without one, `FILE` in `dataDir` is read
    /// where there is one.
    public static Merchants read(Function<String, @Nullable String> environment, @Nullable Path file, Path dataDir) {
        var beside = dataDir.resolve(FILE);
        var chosen = file == null && Files.exists(beside) ? beside : file;
        var settings = new PaymentSettings(new SettingSource(environment, properties(chosen), chosen));
        return new Merchants(settings.alipay(), settings.wechat());
    }

    private @Nullable AlipayMerchant alipay() {
        var group = new Group("支付宝", ALIPAY);
        var appId = group.text("APP_ID", "\\d{8,32}", "应用的 APPID");
        var sellerId = group.text("SELLER_ID", "\\d{16}", "收款方 ID，2088 开头的 16 位数字");
        var privateKey = group.key("PRIVATE_KEY", "PKCS#8 格式的应用私钥", RsaKeys::privateKey);
        var publicKey = group.key("PUBLIC_KEY", "支付宝公钥，不是应用公钥", RsaKeys::publicKey);
        if (group.empty()) {
            return null;
        }
        group.complete();
        group.demand(
                !RsaKeys.pair(RsaKeys.privateKey(privateKey), RsaKeys.publicKey(publicKey)),
                ALIPAY + "PUBLIC_KEY 是应用自己的公钥，请换成开放平台上的「支付宝公钥」");
        var address = address(ALIPAY, AlipayMerchant.HOST);
        var path = address.getPath();
        var gateway = path == null || path.isEmpty() || path.equals("/") ? address.resolve("/gateway.do") : address;
        return new AlipayMerchant(appId, sellerId, RsaKeys.bare(privateKey), RsaKeys.bare(publicKey), gateway);
    }

    private @Nullable WechatMerchant wechat() {
        var group = new Group("微信支付", WECHAT);
        var appId = group.text("APP_ID", "\\S{8,32}", "与商户号绑定的 AppID");
        var merchantId = group.text("MCH_ID", "\\d{6,16}", "商户号");
        var privateKey = group.key("PRIVATE_KEY", "商户 API 私钥，即 apiclient_key.pem", RsaKeys::privateKey);
        var serial = group.text("SERIAL", "[0-9A-Fa-f]{8,64}", "商户 API 证书序列号");
        var publicKey = group.key("PUBLIC_KEY", "微信支付公钥，即 pub_key.pem", RsaKeys::publicKey);
        var publicKeyId = group.text("PUBLIC_KEY_ID", "PUB_KEY_ID_\\w{1,64}", "微信支付公钥 ID，PUB_KEY_ID_ 开头");
        var apiV3Key = group.text("API_V3_KEY", "[!-~]{" + API_V3_KEY_BYTES + "}", "APIv3 密钥，32 个字符");
        if (group.empty()) {
            return null;
        }
        group.complete();
        return new WechatMerchant(
                appId,
                merchantId,
                RsaKeys.privateKey(privateKey),
                serial,
                RsaKeys.publicKey(publicKey),
                publicKeyId,
                apiV3Key,
                address(WECHAT, WechatMerchant.HOST));
    }

    private URI address(String prefix, String otherwise) {
        var given = source.text(prefix + "URL");
        try {
            var address = URI.create(given == null ? otherwise : given);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new StartRefused(prefix + "URL 应是 http 或 https 网址", e);
        }
        throw new StartRefused(prefix + "URL 应是 http 或 https 网址");
    }

    private static Properties properties(@Nullable Path file) {
        var properties = new Properties();
        if (file == null) {
            return properties;
        }
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused("无法读取收款配置文件 " + file, e);
        }
    }

    /// What one provider demands. Reads all of it first, so that everything wrong is said at once.
    private final class Group {
        private final String provider;
        private final String prefix;
        private final List<String> missing = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private boolean any;

        Group(String provider, String prefix) {
            this.provider = provider;
            this.prefix = prefix;
        }

        /// Empty when it is missing, which `complete` tells.
        String text(String name, String form, String meaning) {
            var given = source.text(prefix + name);
            note(given, name, meaning);
            if (given != null && !given.matches(form)) {
                wrong.add(prefix + name + "（" + meaning + "）");
            }
            return given == null ? "" : given;
        }

        String key(String name, String meaning, Function<String, ?> parser) {
            var given = source.text(prefix + name);
            note(given, name, meaning);
            if (given != null && !parses(given, parser)) {
                wrong.add(prefix + name + "（" + meaning + "）");
            }
            return given == null ? "" : given;
        }

        boolean empty() {
            return !any;
        }

        void complete() {
            demand(missing.isEmpty(), provider + "收款配置不完整，还缺：" + String.join("、", missing));
            demand(wrong.isEmpty(), provider + "收款配置有误，格式不对：" + String.join("、", wrong));
        }

        void demand(boolean holds, String sentence) {
            if (!holds) {
                throw new StartRefused(sentence);
            }
        }

        private void note(@Nullable String given, String name, String meaning) {
            any |= given != null;
            if (given == null) {
                missing.add(prefix + name + "（" + meaning + "）");
            }
        }

        private static boolean parses(String given, Function<String, ?> parser) {
            try {
                var _ = parser.apply(given);
                return true;
            } catch (IllegalArgumentException _) {
                return false; // Told by complete(), without the key's text.
            }
        }
    }
}

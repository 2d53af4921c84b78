package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.StartRefused;

/// A merchant is whole, or absent, or the server does not start and says what is missing.
class PaymentSettingsTest {
    private final Map<String, String> alipay = Till.ALIPAY.environment();
    private final Map<String, String> wechat = Till.WECHAT.environment();

    @TempDir
    private Path folder;

    @Test
    void withoutAnySettingThereIsNoMerchant() {
        assertThat(read(Map.of()).none()).isTrue();
        assertThat(read(Map.of("MOFANG_ALIPAY_URL", "http://localhost:1")).none())
                .isTrue();
    }

    @Test
    void theEnvironmentConfiguresEitherProvider() {
        var both = new HashMap<>(alipay);
        both.putAll(wechat);

        assertThat(read(alipay).alipay()).isEqualTo(Till.ALIPAY.merchant());
        assertThat(read(alipay).wechat()).isNull();
        assertThat(read(wechat).wechat()).isEqualTo(Till.WECHAT.merchant());
        assertThat(read(both)).isEqualTo(new Merchants(Till.ALIPAY.merchant(), Till.WECHAT.merchant()));
    }

    @Test
    void aFileBesideTheDataDoesTheSameAndItsPathsCountFromThere() throws IOException {
        Files.writeString(folder.resolve("key.pem"), pem(wechat.get("MOFANG_WECHATPAY_PRIVATE_KEY")));
        var lines = new HashMap<>(wechat);
        lines.remove("MOFANG_WECHATPAY_PRIVATE_KEY");
        lines.put("MOFANG_WECHATPAY_PRIVATE_KEY_FILE", "key.pem");
        Files.writeString(folder.resolve(PaymentSettings.FILE), written(lines));

        assertThat(read(Map.of()).wechat()).isEqualTo(Till.WECHAT.merchant());
    }

    @Test
    void whatIsMissingIsNamed() {
        for (var name : alipay.keySet()) {
            if (!name.endsWith("_URL")) {
                assertRefused(without(alipay, name), "支付宝收款配置不完整", name);
            }
        }
        assertRefused(
                Map.of("MOFANG_WECHATPAY_MCH_ID", "1900000001"),
                "微信支付收款配置不完整",
                "MOFANG_WECHATPAY_PRIVATE_KEY",
                "MOFANG_WECHATPAY_SERIAL",
                "MOFANG_WECHATPAY_PUBLIC_KEY_ID",
                "MOFANG_WECHATPAY_API_V3_KEY");
    }

    @Test
    void whatCannotBeIsNamedWithoutItsText() {
        assertRefused(with(alipay, "MOFANG_ALIPAY_PRIVATE_KEY", "c2VjcmV0"), "格式不对", "MOFANG_ALIPAY_PRIVATE_KEY");
        assertRefused(with(alipay, "MOFANG_ALIPAY_PUBLIC_KEY", "geheim!"), "格式不对", "MOFANG_ALIPAY_PUBLIC_KEY");
        assertRefused(with(wechat, "MOFANG_WECHATPAY_API_V3_KEY", "short"), "格式不对", "MOFANG_WECHATPAY_API_V3_KEY");
        assertRefused(with(alipay, "MOFANG_ALIPAY_URL", "ftp://x"), "MOFANG_ALIPAY_URL");
        assertRefused(Map.of("MOFANG_ALIPAY_PRIVATE_KEY_FILE", "/nowhere/key.pem"), "/nowhere/key.pem");
    }

    @Test
    void theApplicationsOwnPublicKeyInPlaceOfAlipaysIsNoticed() {
        var own = RsaKeys.privateKey(Till.ALIPAY.merchant().privateKey());
        var crt = (java.security.interfaces.RSAPrivateCrtKey) own;
        var publicKey = publicOf(crt);

        assertRefused(with(alipay, "MOFANG_ALIPAY_PUBLIC_KEY", publicKey), "应用自己的公钥");
    }

    @Test
    void noSecretIsWrittenOut() {
        var merchants = new Merchants(Till.ALIPAY.merchant(), Till.WECHAT.merchant());

        assertThat(merchants.toString())
                .doesNotContain(Till.ALIPAY.merchant().privateKey().substring(0, 40))
                .doesNotContain(Till.WECHAT.merchant().apiV3Key());
    }

    private Merchants read(Map<String, String> environment) {
        return PaymentSettings.read(environment::get, null, folder);
    }

    private void assertRefused(Map<String, String> environment, String... told) {
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(StartRefused.class)
                .message()
                .contains(told)
                .doesNotContain("c2VjcmV0", "geheim");
    }

    private static Map<String, String> without(Map<String, String> all, String name) {
        var fewer = new HashMap<>(all);
        fewer.remove(name);
        return fewer;
    }

    private static Map<String, String> with(Map<String, String> all, String name, String text) {
        var changed = new HashMap<>(all);
        changed.put(name, text);
        return changed;
    }

    private static String written(Map<String, String> lines) {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String pem(String base64) {
        return "-----BEGIN PRIVATE KEY-----\n" + base64.replaceAll("(.{64})", "$1\n") + "\n-----END PRIVATE KEY-----\n";
    }

    private static String publicOf(java.security.interfaces.RSAPrivateCrtKey key) {
        try {
            var half = new java.security.spec.RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            var publicKey = java.security.KeyFactory.getInstance("RSA").generatePublic(half);
            return java.util.Base64.getEncoder().encodeToString(publicKey.getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

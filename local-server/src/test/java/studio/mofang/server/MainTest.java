package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

/// What the command says before it serves.
class MainTest {
    @TempDir
    private Path folder;

    @Test
    void aMerchantThatIsHalfConfiguredEndsTheStartWithALineAndTwo() throws Exception {
        var file = folder.resolve("half.properties");
        Files.writeString(file, "MOFANG_ALIPAY_APP_ID=2021004100000001\n");

        var said = refused("--data-dir", folder.toString(), "--payments-file", file.toString());

        assertThat(said).contains("支付宝收款配置不完整", "MOFANG_ALIPAY_PRIVATE_KEY").hasLineCount(1);
    }

    @Test
    void aFileOfMerchantsThatIsNotThereIsRefused() {
        assertThat(refused("--data-dir", folder.toString(), "--payments-file", "/nowhere/payments.properties"))
                .contains("/nowhere/payments.properties");
    }

    @Test
    void aBackupIsNotRestoredUnderARunningServer() throws Exception {
        var garbage = Files.writeString(folder.resolve("bad.zip"), "PK garbage");
        try (var server = TestServer.with(TestServer.config(Engine.H2, Storage.in(folder)))) {
            assertThat(refused("--data-dir", folder.toString(), "--restore", garbage.toString()))
                    .contains("正被另一个墨坊进程使用")
                    .hasLineCount(1);
            server.newUser();
        }
        assertThat(folder.resolve("mofang.mv.db")).isNotEmptyFile();
    }

    @Test
    void whatIsNoBackupIsRefusedWithALineAndTwo() throws Exception {
        TestServer.with(TestServer.config(Engine.H2, Storage.in(folder))).close();
        var garbage = Files.writeString(folder.resolve("bad.zip"), "PK garbage");

        assertThat(refused("--data-dir", folder.toString(), "--restore", garbage.toString()))
                .contains("现有的数据没有改动", garbage.toString())
                .hasLineCount(1);
        assertThat(folder.resolve("mofang.mv.db")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --nonsense           | 不认识的参数：--nonsense
            nonsense             | 不认识的参数：nonsense
            --port=abc           | --port 的值无效：abc
            --port               | --port 后面缺少值
            --port=1 --port=2    | --port 只能给出一次
            --port=70000         | --port 应为 0 到 65535 的整数
            --rate-limits=maybe  | --rate-limits 只能是 on 或 off
            --public-url=example | --public-url 应是 http 或 https 网址
            """)
    void aFlagThatIsNoneIsToldInOneLine(String flags, String sentence) {
        assertThat(refused(flags.split(" "))).isEqualTo(sentence + "（--help 列出所有参数）");
    }

    @Test
    void aPortThatIsTakenIsTold() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = String.valueOf(taken.getLocalPort());

            assertThat(refused("--data-dir", folder.toString(), "--port", port))
                    .contains("无法在 127.0.0.1:" + port + " 上监听");
        }
    }

    @Test
    void theHelpNamesEveryFlagAndVariable() {
        var help = new StringWriter();
        var line = Main.line(_ -> {}, _ -> null).setOut(new PrintWriter(help));

        assertThat(line.execute("--help")).isZero();
        assertThat(help.toString())
                .contains("--port", "--bind", "--data-dir", "--public-url", "--database-url", "--media-url")
                .contains("MOFANG_PORT", "MOFANG_BIND", "MOFANG_DATA_DIR", "MOFANG_PUBLIC_URL", "MOFANG_DATABASE_URL")
                .contains("MOFANG_MEDIA_URL", "MOFANG_DATABASE_USER", "MOFANG_DATABASE_PASSWORD", "MOFANG_RATE_LIMITS")
                .contains("MOFANG_ADMIN_PASSWORD", "MOFANG_CALLBACK_SECRET", "DASHSCOPE_API_KEY", "DASHSCOPE_BASE_URL")
                .contains("MOFANG_WECHAT_URL", "MOFANG_DOUYIN_URL", "MOFANG_KUAISHOU_URL")
                .contains("MOFANG_ALIPAY_URL", "MOFANG_WECHATPAY_URL");
    }

    @Test
    void aBlankVariableCountsAsAbsent() {
        var config = understood(
                Map.of("MOFANG_DATABASE_URL", "", "MOFANG_PUBLIC_URL", " ", "MOFANG_MEDIA_URL", "", "MOFANG_PORT", ""));

        assertThat(config.storage().hosted()).isFalse();
        assertThat(config.storage().bucket()).isNull();
        assertThat(config.listen().publicUrl()).isNull();
        assertThat(config.listen().port()).isEqualTo(8000);
    }

    @Test
    void aVariableStandsInForItsFlagAndTheFlagWins() {
        var environment = Map.of(
                "MOFANG_PORT", "9001", "MOFANG_RATE_LIMITS", "off", "MOFANG_TRUSTED_PROXIES", "10.0.0.1,10.0.0.2");

        assertThat(understood(environment).listen().port()).isEqualTo(9001);
        assertThat(understood(environment).rateLimits()).isFalse();
        assertThat(understood(environment).listen().trustedProxies()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(understood(environment, "--port=9002").listen().port()).isEqualTo(9002);
    }

    private ServerConfig understood(Map<String, String> environment, String... flags) {
        var seen = new AtomicReference<ServerConfig>();
        var args = Stream.concat(Stream.of("--data-dir", folder.toString()), Stream.of(flags));

        assertThat(Main.line(seen::set, environment::get).execute(args.toArray(String[]::new)))
                .isZero();
        return seen.get();
    }

    private static String refused(String... args) {
        var before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(args)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }
}

package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

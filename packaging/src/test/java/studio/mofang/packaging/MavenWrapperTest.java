package studio.mofang.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Runs the shell checks of `mvnw`; Windows has its own `mvnw.cmd`.
@DisabledOnOs(OS.WINDOWS)
final class MavenWrapperTest {
    @Test
    void takesTheRightJdkAndTheRightMaven() throws IOException, InterruptedException {
        var checks = new ProcessBuilder(
                        "sh", Path.of("src/test/sh/mvnw-test.sh").toString())
                .redirectErrorStream(true)
                .start();
        checks.getOutputStream().close();
        var output = new String(checks.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(checks.waitFor()).as(output).isZero();
    }
}

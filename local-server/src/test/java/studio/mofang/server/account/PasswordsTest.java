package studio.mofang.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Secrets;
import studio.mofang.server.payment.Merchants;
import studio.mofang.server.testkit.TestServer;

class PasswordsTest {
    private final Passwords passwords = new Passwords(PasswordCost.OWASP);

    @Test
    void aHashIsMadeAtTheCostThatOwaspAsksFor() {
        var hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("wrong horse", hash)).isFalse();
        assertThat(passwords.matches("correct horse", null)).isFalse();
        assertThat(passwords.outdated(hash)).isFalse();
    }

    @Test
    void aHashOfAnotherCostStillMatchesAndIsToBeMadeAnew() {
        var cheap = new Passwords(TestServer.CHEAP).hash("correct horse");

        assertThat(passwords.matches("correct horse", cheap)).isTrue();
        assertThat(passwords.outdated(cheap)).isTrue();
    }

    @Test
    void whoNamesNoCostHasTheOneOfOwasp() {
        assertThat(new Secrets(null, null, Merchants.NONE).passwordCost()).isEqualTo(PasswordCost.OWASP);
        assertThat(ServerConfig.embedded(Path.of("data")).secrets().passwordCost())
                .isEqualTo(PasswordCost.OWASP);
    }
}

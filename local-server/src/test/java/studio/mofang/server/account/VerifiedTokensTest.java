package studio.mofang.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.server.db.Custody;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;

class VerifiedTokensTest {
    private final TestStore store = new TestStore(Engine.H2);
    private final TestClock clock = new TestClock();
    private final Tokens tokens = new Tokens(
            new SigningKeys(
                    store.database(),
                    Custody.of(store.storage(), store.database()).vault(),
                    clock),
            clock);
    private final VerifiedTokens verified = new VerifiedTokens(tokens, clock);
    private final Tokens.Claims claims = new Tokens.Claims(7, UUID.randomUUID(), "id");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRememberedTokenEndsWithItsTime() {
        var access = tokens.sign(Tokens.Kind.ACCESS, claims);

        assertThat(verified.claims(access)).contains(claims);
        clock.advance(Duration.ofMinutes(119));
        assertThat(verified.claims(access)).contains(claims);
        clock.advance(Duration.ofMinutes(1));
        assertThat(verified.claims(access)).isEmpty();
    }

    @Test
    void aTokenChangedByOneLetterIsAnother() {
        var access = tokens.sign(Tokens.Kind.ACCESS, claims);
        assertThat(verified.claims(access)).isPresent();

        var last = access.charAt(access.length() - 2) == 'A' ? 'B' : 'A';
        var forged = access.substring(0, access.length() - 2) + last + access.substring(access.length() - 1);

        assertThat(verified.claims(forged)).isEmpty();
    }

    @Test
    void aRefreshTokenIsNoAccessTokenHoweverOftenItIsTried() {
        var refresh = tokens.sign(Tokens.Kind.REFRESH, claims);

        assertThat(verified.claims(refresh)).isEmpty();
        assertThat(verified.claims(refresh)).isEmpty();
    }
}

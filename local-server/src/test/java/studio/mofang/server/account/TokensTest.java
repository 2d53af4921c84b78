package studio.mofang.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.server.db.Custody;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;

class TokensTest {
    private final TestStore store = new TestStore(Engine.H2);
    private final TestClock clock = new TestClock();
    private final SigningKeys keys = new SigningKeys(
            store.database(), Custody.of(store.storage(), store.database()).vault(), clock);
    private final Tokens tokens = new Tokens(keys, clock);
    private final Tokens.Claims claims = new Tokens.Claims(7, UUID.randomUUID(), "id");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTokenIsGoodForItsKindAndItsTime() {
        var access = tokens.sign(Tokens.Kind.ACCESS, claims);

        assertThat(tokens.verify(Tokens.Kind.ACCESS, access).map(Tokens.Valid::claims))
                .contains(claims);
        assertThat(tokens.verify(Tokens.Kind.REFRESH, access)).isEmpty();
        clock.advance(Duration.ofMinutes(121));
        assertThat(tokens.verify(Tokens.Kind.ACCESS, access)).isEmpty();
    }

    @Test
    void aTokenWithoutASignatureIsNone() {
        assertThat(tokens.verify(Tokens.Kind.ACCESS, new PlainJWT(body("mofang", "mofang")).serialize()))
                .isEmpty();
    }

    @Test
    void aForeignKeyIssuerOrAudienceIsRefused() throws JOSEException {
        var ours = keys.current();

        assertThat(verified(ours.kid(), ours.secret(), "mofang", "mofang")).isTrue();
        assertThat(verified(ours.kid(), new byte[32], "mofang", "mofang")).isFalse();
        assertThat(verified("unknown", ours.secret(), "mofang", "mofang")).isFalse();
        assertThat(verified(ours.kid(), ours.secret(), "other", "mofang")).isFalse();
        assertThat(verified(ours.kid(), ours.secret(), "mofang", "other")).isFalse();
    }

    @Test
    void tokensOfTheFormerKeyStayGoodUntilTheLastRefreshTokenEnds() {
        var old = tokens.sign(Tokens.Kind.REFRESH, claims);

        keys.rotate();
        clock.advance(Duration.ofDays(6));

        assertThat(tokens.verify(Tokens.Kind.REFRESH, old).map(Tokens.Valid::claims))
                .contains(claims);
        assertThat(tokens.sign(Tokens.Kind.REFRESH, claims)).isNotEqualTo(old);
    }

    private boolean verified(String kid, byte[] secret, String issuer, String audience) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(kid)
                .type(new JOSEObjectType("access+jwt"))
                .build();
        var token = new SignedJWT(header, body(issuer, audience));
        token.sign(new MACSigner(secret));
        return tokens.verify(Tokens.Kind.ACCESS, token.serialize()).isPresent();
    }

    private JWTClaimsSet body(String issuer, String audience) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("7")
                .jwtID("id")
                .claim("sid", claims.sessionId().toString())
                .notBeforeTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .build();
    }
}

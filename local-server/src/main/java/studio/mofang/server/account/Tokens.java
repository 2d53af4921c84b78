package studio.mofang.server.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Signed tokens (JWT, RFC 7519): access ones for two hours, refresh ones for seven days, as appendix I says. One
/// algorithm, keys of our own set only, and type, issuer, audience and times are all checked (rule X6).
final class Tokens {
    static final Duration ACCESS_LIFE = Duration.ofHours(2);
    static final Duration REFRESH_LIFE = Duration.ofDays(7);
    private static final String ISSUER = "mofang";

    /// What a token is good for; the other kind is refused in its place.
    enum Kind {
        ACCESS("access+jwt"),
        REFRESH("refresh+jwt");

        private final JOSEObjectType type;

        Kind(String type) {
            this.type = new JOSEObjectType(type);
        }
    }

    /// Whom a token stands for. `id` is its own, by which a refresh token is recognised.
    record Claims(long userId, UUID sessionId, String id) {}

    /// The claims of a token that is ours, and the time in which it is good.
    record Valid(Claims claims, Instant from, Instant until) {
        boolean at(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    private final SigningKeys keys;
    private final InstantSource clock;

    Tokens(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String sign(Kind kind, Claims claims) {
        var key = keys.current();
        Instant now = clock.instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(key.kid())
                .type(kind.type)
                .build();
        var body = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(ISSUER)
                .subject(String.valueOf(claims.userId()))
                .jwtID(claims.id())
                .claim("sid", claims.sessionId().toString())
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(kind == Kind.ACCESS ? ACCESS_LIFE : REFRESH_LIFE)))
                .build();
        var token = new SignedJWT(header, body);
        try {
            token.sign(new MACSigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
        return token.serialize();
    }

    /// Empty for whatever is not a valid token of this kind, now.
    Optional<Valid> verify(Kind kind, String token) {
        try {
            var parsed = SignedJWT.parse(token);
            return signedByUs(kind, parsed) ? current(parsed.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean signedByUs(Kind kind, SignedJWT token) throws JOSEException {
        var header = token.getHeader();
        if (!JWSAlgorithm.HS256.equals(header.getAlgorithm()) || !kind.type.equals(header.getType())) {
            return false;
        }
        var kid = header.getKeyID();
        var key = kid == null ? Optional.<SigningKeys.Key>empty() : keys.find(kid);
        return key.isPresent() && token.verify(new MACVerifier(key.get().secret()));
    }

    private Optional<Valid> current(JWTClaimsSet claims) throws ParseException {
        boolean ours = ISSUER.equals(claims.getIssuer())
                && List.of(ISSUER).equals(claims.getAudience())
                && claims.getExpirationTime() != null
                && claims.getNotBeforeTime() != null;
        if (!ours) {
            return Optional.empty();
        }
        var whose = new Claims(
                Long.parseLong(claims.getSubject()), UUID.fromString(claims.getStringClaim("sid")), claims.getJWTID());
        return Optional.of(new Valid(
                        whose,
                        claims.getNotBeforeTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .filter(valid -> valid.at(clock.instant()));
    }
}

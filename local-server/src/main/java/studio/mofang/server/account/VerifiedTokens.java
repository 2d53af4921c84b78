package studio.mofang.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import studio.mofang.server.account.Tokens.Claims;
import studio.mofang.server.account.Tokens.Kind;
import studio.mofang.server.account.Tokens.Valid;

/// Access tokens whose signature has been checked, so that it is not checked again with every request. What a token is
/// worth is looked up elsewhere; here it is kept by its hash, and is worth nothing outside of its own time.
final class VerifiedTokens {
    private static final int MOST = 50_000;

    private final Tokens tokens;
    private final InstantSource clock;
    private final Cache<ByteBuffer, Valid> verified = Caffeine.newBuilder()
            .expireAfterWrite(Tokens.ACCESS_LIFE)
            .maximumSize(MOST)
            .build();

    VerifiedTokens(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /// Empty for whatever is not a valid access token, now.
    Optional<Claims> claims(String token) {
        var hash = ByteBuffer.wrap(Sha256.of(token));
        var known = verified.getIfPresent(hash);
        if (known != null) {
            return known.at(clock.instant()) ? Optional.of(known.claims()) : Optional.empty();
        }
        var fresh = tokens.verify(Kind.ACCESS, token);
        fresh.ifPresent(valid -> verified.put(hash, valid));
        return fresh.map(Valid::claims);
    }
}

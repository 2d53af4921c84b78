package studio.mofang.server.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Identifies one intent of one caller: user (0 before login), route, the client's `Idempotency-Key`, and the hash of
/// address and body, by which another request under the same key is told apart.
public record RequestKey(long userId, String route, String requestId, String bodyHash) {
    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 128;

    static Optional<RequestKey> of(Call call, Context context, byte[] body) {
        var id = context.header(HEADER);
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        if (id.length() > MAX_LENGTH) {
            throw Problem.invalid(HEADER, "最多 " + MAX_LENGTH + " 个字符");
        }
        var caller = call.callerIfAny();
        var route = context.method() + " " + context.endpoint().path;
        var hash = hexOf(context.path().getBytes(StandardCharsets.UTF_8), body);
        return Optional.of(
                caller == null
                        ? new RequestKey(0, route, strangers(call, id), hash)
                        : new RequestKey(caller.userId(), route, id, hash));
    }

    /// Before login nobody owns a key: two strangers who chose the same one must not meet, nor two who show tokens of
    /// their own.
    private static String strangers(Call call, String id) {
        var who = call.address() + "\0" + call.bearer().orElse("");
        return hexOf(who.getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8));
    }

    private static String hexOf(byte[] first, byte[] second) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(second));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

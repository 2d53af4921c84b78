package studio.mofang.server.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;

/// Stands before every route. An embedded server admits only the program it lives in: exact `Host` (DNS rebinding), no
/// foreign `Origin`, and the secret of this launch, compared in constant time (rules X2 to X4). Elsewhere it only tells
/// the caller's address.
public final class Gate {
    private final @Nullable Embedded embedded;
    private final Set<String> trustedProxies;

    private Gate(@Nullable Embedded embedded, List<String> trustedProxies) {
        this.embedded = embedded;
        this.trustedProxies = Set.copyOf(trustedProxies);
    }

    private record Embedded(byte[] secret) {}

    public static Gate embedded(String secret) {
        return new Gate(new Embedded(secret.getBytes(StandardCharsets.UTF_8)), List.of());
    }

    public static Gate open(List<String> trustedProxies) {
        return new Gate(null, trustedProxies);
    }

    /// Throws unless this request may reach a route; what leads to a page is asked only where it matters.
    public void admit(Context context, Predicate<String> leadsToPage) {
        if (embedded != null) {
            admit(context, leadsToPage.test(context.path()));
        }
    }

    /// Throws unless this request may reach a route; `page` ones prove themselves otherwise.
    void admit(Context context, boolean page) {
        if (embedded == null) {
            return;
        }
        requireLocal(context, page);
        if (!page) {
            requireSecret(context, embedded.secret());
        }
    }

    /// The address that limits count by: the peer, or what a trusted proxy says of it.
    public String address(Context context) {
        var peer = context.req().getRemoteAddr();
        var forwarded = context.header("X-Forwarded-For");
        if (forwarded == null || !trustedProxies.contains(peer)) {
            return peer;
        }
        var hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!trustedProxies.contains(hop)) {
                return hop;
            }
        }
        return peer;
    }

    private static void requireLocal(Context context, boolean page) {
        int port = context.req().getLocalPort();
        var own = Set.of("127.0.0.1:" + port, "localhost:" + port);
        var host = context.header("Host");
        if (host == null || !own.contains(host)) {
            throw new Problem(Fault.MISDIRECTED);
        }
        var origin = context.header("Origin");
        boolean samePage = page && origin != null && own.contains(origin.replaceFirst("^http://", ""));
        if (origin != null && !samePage) {
            throw new Problem(Fault.FORBIDDEN, "不接受来自网页的访问");
        }
        if ("cross-site".equals(context.header("Sec-Fetch-Site")) && !page) {
            throw new Problem(Fault.FORBIDDEN, "不接受来自网页的访问");
        }
    }

    private static void requireSecret(Context context, byte[] secret) {
        var given = Bearers.of(context).orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, secret)) {
            throw new Problem(Fault.UNAUTHENTICATED);
        }
    }
}

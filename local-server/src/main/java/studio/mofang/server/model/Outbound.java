package studio.mofang.server.model;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// The HTTP clients with which addresses from outside are called. `open` goes anywhere; `guarded` reaches
/// the public Internet alone, whether a host comes by name, by number or by a redirect. Both follow at most
/// three redirects, never turn a POST into a GET, and hand no credentials to another host (rule X12). Each call has a
/// connection of its own: one that was kept may be over by then, and what costs money is not sent twice.
public final class Outbound {
    private static final int MOST_REDIRECTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(120);

    private @Nullable OkHttpClient open;
    private @Nullable OkHttpClient guarded;

    /// Made when first needed: a client reads the machine's certificates, which the start need not wait for.
    public synchronized OkHttpClient open() {
        if (open == null) {
            open = new OkHttpClient.Builder()
                    .followRedirects(false)
                    .connectTimeout(CONNECT)
                    .readTimeout(SILENCE)
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                    .addInterceptor(chain -> followed(chain, _ -> true))
                    .build();
        }
        return open;
    }

    public synchronized OkHttpClient guarded() {
        if (guarded == null) {
            guarded = guarded(open());
        }
        return guarded;
    }

    /// Whether the host of an address is written as a number, or as `localhost`, that is not public. Names
    /// are only judged when they are looked up, at each call.
    static boolean plainlyClosed(HttpUrl url) {
        var host = url.host();
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || literal(host)
                        .filter(address -> !PublicAddresses.isPublic(address))
                        .isPresent();
    }

    /// The same client, kept to the public Internet.
    static OkHttpClient guarded(OkHttpClient open) {
        return kept(open, PublicAddresses.ONLY, _ -> false);
    }

    /// For files that a provider's answer points at: the public Internet and, where `http` is open, the
    /// provider's own origin.
    static OkHttpClient forResults(OkHttpClient http, HttpUrl own) {
        if (http.dns() == PublicAddresses.ONLY) {
            return http;
        }
        Dns dns = host -> (host.equals(own.host()) ? Dns.SYSTEM : PublicAddresses.ONLY).lookup(host);
        return kept(http, dns, url -> url.host().equals(own.host()) && url.port() == own.port());
    }

    private static OkHttpClient kept(OkHttpClient open, Dns dns, Predicate<HttpUrl> free) {
        var builder = open.newBuilder().dns(dns);
        builder.interceptors().clear();
        return builder.addInterceptor(chain -> followed(chain, free)).build();
    }

    /// `free` tells which addresses are reached wherever they are.
    private static Response followed(Interceptor.Chain chain, Predicate<HttpUrl> free) throws IOException {
        var request = chain.request();
        for (int hops = 0; ; hops++) {
            if (!free.test(request.url()) && plainlyClosed(request.url())) {
                throw new PublicAddresses.ClosedAddress(request.url().host());
            }
            var response = chain.proceed(request);
            var next = redirected(request, response);
            if (next.isEmpty()) {
                return response;
            }
            response.close();
            if (hops == MOST_REDIRECTS) {
                throw new IOException("more than " + MOST_REDIRECTS + " redirects");
            }
            request = next.get();
        }
    }

    private static Optional<Request> redirected(Request request, Response response) {
        boolean follow = switch (response.code()) {
            case 307, 308 -> true;
            case 301, 302, 303 -> request.method().equals("GET");
            default -> false;
        };
        var location = response.header("Location");
        var target = follow && location != null ? request.url().resolve(location) : null;
        if (target == null || !safeScheme(request.url(), target)) {
            return Optional.empty();
        }
        var next = request.newBuilder().url(target);
        if (!target.host().equals(request.url().host())
                || target.port() != request.url().port()) {
            next.removeHeader("Authorization");
        }
        return Optional.of(next.build());
    }

    private static boolean safeScheme(HttpUrl from, HttpUrl to) {
        return to.isHttps() || !from.isHttps();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException _) {
            // A name, then, and not a number.
            return Optional.empty();
        }
    }
}

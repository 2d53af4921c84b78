package studio.mofang.server.payment;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// The client that WeChat Pay's SDK calls with. The SDK knows only its real host; the host is no part of what is
/// signed, so an interceptor sends the calls where they are configured to go. Each has a connection of its own: one
/// that was kept may be over by then, and nothing is sent twice.
final class WechatPayHttp {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(10);

    private WechatPayHttp() {}

    static OkHttpClient client(URI host) {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .callTimeout(CALL)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .addInterceptor(chain -> {
                    var request = chain.request();
                    var url = request.url()
                            .newBuilder()
                            .scheme(host.getScheme())
                            .host(host.getHost())
                            .port(port(host))
                            .build();
                    return chain.proceed(request.newBuilder().url(url).build());
                })
                .build();
    }

    private static int port(URI host) {
        if (host.getPort() > 0) {
            return host.getPort();
        }
        return host.getScheme().equals("https") ? 443 : 80;
    }
}

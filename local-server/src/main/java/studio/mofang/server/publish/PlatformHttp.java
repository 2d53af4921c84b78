package studio.mofang.server.publish;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.server.publish.PublishFailure.Kind;

/// One call to a platform, once: nothing is ever repeated behind the caller's back. Tells what surely has
/// not been done from what may have been. Each call has a connection of its own: one that was kept may be
/// over by then, and nobody could tell how far the call has come.
final class PlatformHttp {
    /// Well within the lease of a turn.
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;
    private static final int SERVER_FAULT = 500;

    private final Supplier<OkHttpClient> outbound;
    private @Nullable OkHttpClient http;

    PlatformHttp(Supplier<OkHttpClient> outbound) {
        this.outbound = outbound;
    }

    /// `platform` is how the person calls it. The answer is JSON, whatever it says.
    JsonNode json(String platform, Request request) throws PublishFailure {
        try (var response = client().newCall(request).execute()) {
            var body = response.peekBody(LARGEST_ANSWER).bytes();
            if (response.code() >= SERVER_FAULT) {
                throw PublishFailure.unknown(platform + "的服务器出错（HTTP " + response.code() + "）");
            }
            return read(platform, response.code(), body);
        } catch (IOException e) {
            throw failure(platform, e);
        }
    }

    private static JsonNode read(String platform, int status, byte[] body) throws PublishFailure {
        try {
            var tree = Json.shared().readTree(new String(body, StandardCharsets.UTF_8));
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            throw new PublishFailure(Kind.UNKNOWN, strange(platform, status), e);
        }
        throw PublishFailure.unknown(strange(platform, status));
    }

    private static String strange(String platform, int status) {
        return platform + "返回了意外的内容（HTTP " + status + "）";
    }

    private static PublishFailure failure(String platform, IOException e) {
        return switch (e) {
            case ConnectException _, UnknownHostException _, NoRouteToHostException _, SSLHandshakeException _ ->
                new PublishFailure(Kind.LATER, "连不上" + platform + "，请检查网络", e);
            default -> new PublishFailure(Kind.UNKNOWN, "与" + platform + "的连接中断", e);
        };
    }

    private synchronized OkHttpClient client() {
        if (http == null) {
            http = outbound.get()
                    .newBuilder()
                    .retryOnConnectionFailure(false)
                    .callTimeout(LONGEST)
                    .readTimeout(LONGEST)
                    .build();
        }
        return http;
    }
}

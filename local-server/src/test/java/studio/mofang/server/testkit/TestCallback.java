package studio.mofang.server.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.core.Payments.Callback;
import studio.mofang.core.Payments.Order;

/// Sends the documented payment callback as a provider does, signed or forged.
public final class TestCallback {
    private final OkHttpClient http;
    private final String url;
    private final String secret;

    public TestCallback(OkHttpClient http, String server, String secret) {
        this.http = http;
        this.url = server + "/api/v1/credit/payment/callback";
        this.secret = secret;
    }

    /// What the server answered, byte by byte and read.
    public record Answer(int status, String text) {
        public JsonNode json() {
            try {
                return Json.shared().readTree(text);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        public int code() {
            return json().path("code").asInt();
        }

        public String orderStatus() {
            return json().path("data").path("status").asText();
        }
    }

    public static Callback success(Order order, String transaction) {
        return new Callback(order.orderId(), order.paymentMethod(), transaction, "success", null);
    }

    public Answer send(Callback callback, Instant at) throws IOException {
        var body = written(callback);
        return post(body, sign(body, at));
    }

    public Answer post(String body, @Nullable String signature) throws IOException {
        var request = new Request.Builder().url(url).post(RequestBody.create(body, MediaType.get("application/json")));
        if (signature != null) {
            request.header("X-Signature", signature);
        }
        try (var response = http.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.body().string());
        }
    }

    public String sign(String body, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            long seconds = at.getEpochSecond();
            var signature = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String written(Callback callback) {
        try {
            return Json.shared().writeValueAsString(callback);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

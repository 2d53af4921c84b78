package studio.mofang.server.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A bucket of S3 on this machine: put, ranged get and delete of objects, each refused unless its Signature Version 4
/// holds over what came.
public final class FakeBucket implements AutoCloseable {
    public static final String ACCESS_KEY = "AKIDEXAMPLE";
    public static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public static final String REGION = "cn-test-1";
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY
            + "/(\\d{8})/" + REGION + "/s3/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final HttpServer http;
    private volatile boolean broken;

    public FakeBucket() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/studio-media/", this::serve);
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/studio-media/files";
    }

    public Map<String, byte[]> objects() {
        return Map.copyOf(objects);
    }

    /// From now on it answers 503, or again as it should.
    public void breakDown(boolean down) {
        broken = down;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (broken) {
            answer(exchange, 503, "<Error><Code>SlowDown</Code></Error>".getBytes(StandardCharsets.UTF_8));
        } else if (signed(exchange, body)) {
            serve(exchange, exchange.getRequestURI().getPath(), body);
        } else {
            answer(exchange, 403, "<Error><Code>SignatureDoesNotMatch</Code></Error>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void serve(HttpExchange exchange, String path, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, body);
                answer(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(path);
                answer(exchange, 204, new byte[0]);
            }
            default -> {
                var object = objects.get(path);
                answer(exchange, object == null ? 404 : 206, object == null ? new byte[0] : part(exchange, object));
            }
        }
    }

    private static byte[] part(HttpExchange exchange, byte[] object) {
        var range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
        if (!range.matches()) {
            return object;
        }
        int last = Integer.parseInt(range.group(2));
        return Arrays.copyOfRange(object, Integer.parseInt(range.group(1)), Math.min(object.length, last + 1));
    }

    private static boolean signed(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var authorization = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        var hash = hex(sha256(body));
        if (!authorization.matches() || !hash.equals(headers.getFirst("X-Amz-Content-Sha256"))) {
            return false;
        }
        var names = authorization.group(2);
        var canonical = exchange.getRequestMethod() + "\n"
                + exchange.getRequestURI().getRawPath() + "\n\n"
                + Arrays.stream(names.split(";"))
                        .map(name -> name + ":" + headers.getFirst(name) + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + hash;
        var stamp = headers.getFirst("X-Amz-Date");
        var day = authorization.group(1);
        var toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + day + "/" + REGION + "/s3/aws4_request\n"
                + hex(sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        var key = mac(
                mac(mac(mac(("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8), day), REGION), "s3"),
                "aws4_request");
        return names.contains("host")
                && names.contains("x-amz-date")
                && stamp.startsWith(day)
                && hex(mac(key, toSign)).equals(authorization.group(3));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

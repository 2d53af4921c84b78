package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;

/// A model provider on this machine: keeps what it was asked, answers as the test has lined up, and else
/// with a text.
public abstract class FakeProvider implements AutoCloseable {
    /// The key that is accepted; a test looks for it where it must not be.
    public static final String KEY = "sk-canary-7f3a9c51e8d24b06";

    private final HttpServer http;
    private final Deque<Answer> next = new ConcurrentLinkedDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger hungUp = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// One way of answering a call; an exception cuts the connection.
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /// What a call carried.
    public record Received(String path, @Nullable String authorization, JsonNode body) {}

    @SuppressWarnings("this-escape") // no call can come before the test has the fake
    protected FakeProvider() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::serve);
        http.start();
    }

    /// What every call is checked for; a sentence tells what is wrong with it.
    protected abstract @Nullable String mistake(HttpExchange exchange, JsonNode body);

    protected abstract Answer mistaken(String mistake);

    protected abstract Answer keyRefused();

    protected abstract Answer byDefault();

    /// The answer of routes that keep state of their own; null for those that answer as lined up.
    protected @Nullable Answer routed(HttpExchange exchange, JsonNode body) {
        return null;
    }

    /// What was lined up next, if anything.
    protected final @Nullable Answer lined() {
        return next.poll();
    }

    /// Lines up the answers to the next calls.
    public final void next(Answer... answers) {
        next.addAll(List.of(answers));
    }

    public final List<Received> received() {
        return List.copyOf(received);
    }

    /// How many calls the caller has ended before the answer was whole.
    public final int hungUp() {
        return hungUp.get();
    }

    public void reset() {
        next.clear();
        received.clear();
        hungUp.set(0);
    }

    protected final String root() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public final Answer json(int status, String body) {
        return exchange -> send(exchange, status, "application/json", body);
    }

    /// A file as an object store serves it.
    public final Answer file(String type, byte[] content) {
        return exchange -> send(exchange, 200, type, content);
    }

    /// A file that is said to be longer than what comes of it.
    public final Answer part(String type, long length, byte[] content) {
        return exchange -> {
            var out = begin(exchange, type, length);
            out.write(content);
            out.flush();
            exchange.close();
        };
    }

    /// The first half of a file, and then nothing for as long as the caller waits.
    public final Answer stalls(String type, byte[] content) {
        return exchange -> {
            var out = begin(exchange, type, content.length);
            out.write(content, 0, content.length / 2);
            out.flush();
            pause(Duration.ofMinutes(1));
        };
    }

    public final Answer html(int status) {
        return exchange -> send(exchange, status, "text/html", "<html><body>502 Bad Gateway</body></html>");
    }

    public final Answer redirect(String target) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            send(exchange, 307, "text/plain", "");
        };
    }

    /// Says nothing, not even a status, for as long as the caller waits.
    public final Answer silence() {
        return _ -> pause(Duration.ofMinutes(1));
    }

    @Override
    public final void close() {
        closed.countDown();
        http.stop(0);
    }

    /// Frames of an event stream as they come; each is flushed.
    protected final Answer events(Frames frames) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            frames.write(frame -> write(out, frame));
            out.close();
        };
    }

    /// Writes frames until done or until the caller is gone.
    protected interface Frames {
        void write(Line line) throws IOException;
    }

    protected interface Line {
        void write(String frame) throws IOException;
    }

    protected final void pause(Duration pause) {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the fake was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(OutputStream out, String frame) throws IOException {
        try {
            out.write(frame.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            hungUp.incrementAndGet();
            throw e;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readAllBytes();
        var body = Json.shared().readTree(bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes);
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        received.add(new Received(exchange.getRequestURI().getPath(), authorization, body));
        answer(exchange, body, authorization).to(exchange);
    }

    private Answer answer(HttpExchange exchange, JsonNode body, @Nullable String authorization) {
        var mistake = mistake(exchange, body);
        if (mistake != null) {
            return mistaken(mistake);
        }
        if (authorization != null && !authorization.equals("Bearer " + KEY)) {
            return keyRefused();
        }
        var routed = routed(exchange, body);
        if (routed != null) {
            return routed;
        }
        var lined = next.poll();
        return lined == null ? byDefault() : lined;
    }

    private static OutputStream begin(HttpExchange exchange, String type, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, length);
        return exchange.getResponseBody();
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}

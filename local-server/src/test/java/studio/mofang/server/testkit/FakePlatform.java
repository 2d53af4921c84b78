package studio.mofang.server.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A publishing platform on this machine: keeps what it was given, and misbehaves where the test says.
public abstract class FakePlatform implements AutoCloseable {
    private final HttpServer http;
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Deque<Asked> onTheWay = new ConcurrentLinkedDeque<>();
    private volatile String deedPath = "";
    private volatile Runnable deed = () -> {};
    private volatile boolean happened;

    /// What goes wrong with one call.
    public enum Fault {
        /// Nothing is done, and the connection is cut.
        CUT_BEFORE,
        /// All is done, and the connection is cut.
        CUT_AFTER,
        /// All is done, and a gateway in between answers 504.
        GATEWAY_AFTER,
        /// The connection is cut, and the request is still on its way: it is done when the test says so.
        CUT_ON_THE_WAY
    }

    /// One request, read whole.
    public record Asked(String path, Map<String, String> query, String contentType, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// The body as a browser's form, bytes as ISO 8859-1.
        public String raw() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    @SuppressWarnings("this-escape") // no call can come before the test has the fake
    protected FakePlatform() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::serve);
        http.start();
    }

    /// The answer's body, JSON.
    protected abstract String answer(Asked asked);

    public final String url() {
        return "http://" + host();
    }

    public final String host() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    /// For the next call of `path`.
    public final void fail(String path, Fault... wanted) {
        faults.computeIfAbsent(path, _ -> new ConcurrentLinkedDeque<>()).addAll(List.of(wanted));
    }

    /// Runs `deed` once, when the next call of `path` has been done and before it is answered.
    public final void after(String path, Runnable deed) {
        happened = false;
        deedPath = path;
        this.deed = deed;
    }

    /// What was cut on its way arrives.
    public final void arrive() {
        for (var late = onTheWay.poll(); late != null; late = onTheWay.poll()) {
            synchronized (this) {
                answer(late);
            }
        }
    }

    /// Whether it has run.
    public final boolean happened() {
        return happened;
    }

    /// The paths that were called, in order.
    public final List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public final void close() {
        http.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        var asked = new Asked(
                uri.getPath(),
                query(uri.getRawQuery()),
                type == null ? "" : type,
                exchange.getRequestBody().readAllBytes());
        calls.add(asked.path());
        var waiting = faults.get(asked.path());
        var fault = waiting == null ? null : waiting.poll();
        if (fault == Fault.CUT_BEFORE) {
            throw new IOException("cut");
        }
        if (fault == Fault.CUT_ON_THE_WAY) {
            onTheWay.add(asked);
            throw new IOException("cut");
        }
        String answer;
        synchronized (this) {
            answer = answer(asked);
        }
        if (asked.path().equals(deedPath)) {
            deedPath = "";
            deed.run();
            happened = true;
            throw new IOException("the caller is gone");
        }
        if (fault == Fault.CUT_AFTER) {
            throw new IOException("cut");
        }
        var bytes = (fault == Fault.GATEWAY_AFTER ? "<html>504</html>" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; encoding=utf-8");
        exchange.sendResponseHeaders(fault == Fault.GATEWAY_AFTER ? 504 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        if (raw != null) {
            for (var pair : raw.split("&")) {
                var at = pair.indexOf('=');
                query.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}

package studio.mofang.desktop.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A model that speaks OpenAI's protocol and never comes to an end: it writes until its caller hangs up.
public final class EndlessModel implements AutoCloseable {
    public static final String PIECE = "没完没了";
    private static final long PAUSE_MILLIS = 20;

    private final HttpServer http;
    private final CountDownLatch closed = new CountDownLatch(1);

    public EndlessModel() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/v1/chat/completions", this::write);
        http.start();
    }

    public String base() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
    }

    private void write(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var event = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + PIECE + "\"}}]}\n\n";
        try (var out = exchange.getResponseBody()) {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

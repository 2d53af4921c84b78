package studio.mofang.server.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Answers `{"result":1}`, calls the connection kept alive, and ends it at the next request: as a server may at any
/// time.
public final class ForgetfulServer implements AutoCloseable {
    private final ServerSocket server;

    public ForgetfulServer() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answerOncePerConnection);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    private void answerOncePerConnection() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                Thread.ofVirtual().start(() -> answerOnce(connection));
            } catch (IOException _) {
                // The test is over.
                return;
            }
        }
    }

    private static void answerOnce(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            readHead(in);
            var answer = "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 12\r\n\r\n{\"result\":1}";
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            readHead(in);
        } catch (IOException _) {
            // The caller has gone, as it may.
        }
    }

    private static void readHead(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.isEmpty(); ) {
            line = in.readLine();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class PlatformHttpTest {
    /// A server may end a connection that it has called kept alive at any time. Nothing is sent twice, so a call over
    /// such
    /// a connection would end in not knowing.
    @Test
    void aConnectionThatIsOverLosesNoCall() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerOncePerConnection(server));
            var http = new PlatformHttp(OkHttpClient::new);
            var request = new Request.Builder()
                    .url("http://127.0.0.1:" + server.getLocalPort() + "/")
                    .build();

            for (int call = 0; call < 3; call++) {
                assertThat(http.json("平台", request).path("result").asInt()).isEqualTo(1);
            }
        }
    }

    private static void answerOncePerConnection(ServerSocket server) {
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
}

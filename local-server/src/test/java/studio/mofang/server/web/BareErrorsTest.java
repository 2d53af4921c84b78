package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

/// What is no HTTP, or none that we speak, never comes as far as a route.
class BareErrorsTest {
    private final TestServer server = TestServer.shared(Engine.H2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/health HTTP/9.9",
                "GET /api/v1/health HTTP/1.1\r\nTransfer-Encoding: brotli",
                "GET /api/v1/health HTTP/1.1\r\nContent-Length: -5",
                "GET /api/v1/health HTTP/1.1\r\nHost: a\r\nHost: b",
                "GET"
            })
    void whatIsNoHttpIsAMistakeOfWhoeverAsks(String head) throws IOException {
        var answer = answer(head);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\r\n\r\n{\"code\":400,");
    }

    private String answer(String head) throws IOException {
        var address = URI.create(server.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = head + "\r\nHost: " + address.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;

class EmbeddedGateTest {
    @TempDir
    private Path folder;

    private LocalServer server;

    @BeforeEach
    void start() {
        server = LocalServer.start(ServerConfig.embedded(folder));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theProgramItLivesInIsTheLocalOwner() throws ApiException {
        var client = new ApiClient(
                new okhttp3.OkHttpClient(), "http://127.0.0.1:" + server.port(), Bearer.fixed(server.secret()));

        var me = new AccountApi(client).me();

        assertThat(me.role()).isEqualTo("admin");
        assertThat(me.username()).isEqualTo("本机创作者");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/health",
                "/api/v1/openapi.json",
                "/api/v1/auth/me",
                "/api/v1/nothing",
                "/",
                "/payments",
                "/oauth/other"
            })
    void nothingAnswersWithoutTheSecretOfThisLaunch(String path) throws IOException {
        assertThat(status("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + server.port()))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "0.0.0.0:PORT", "127.0.0.1", "localhost:1", "[::1]:PORT"})
    void aForeignHostIsRefusedEvenWithTheSecret(String host) throws IOException {
        assertThat(status("GET /api/v1/health HTTP/1.1", "Host: " + host.replace("PORT", "" + server.port()), secret()))
                .isIn(421, 400);
    }

    @Test
    void theWayBackFromAPlatformsPageBindsNothingWithoutItsState() throws IOException {
        var host = "Host: 127.0.0.1:" + server.port();

        assertThat(status("GET /oauth/kuaishou?code=c HTTP/1.1", host)).isEqualTo(400);
        assertThat(status("GET /oauth/kuaishou?code=c&state=" + "A".repeat(43) + " HTTP/1.1", host))
                .isEqualTo(400);
        assertThat(status("GET /oauth/kuaishou?code=c HTTP/1.1", "Host: evil.example"))
                .isEqualTo(421);
        assertThat(status("POST /oauth/kuaishou HTTP/1.1", host, "Content-Length: 0"))
                .isIn(401, 404, 405);
    }

    @Test
    void aRequestWithoutAHostIsRefused() throws IOException {
        assertThat(status("GET /api/v1/health HTTP/1.0", secret())).isEqualTo(421);
    }

    @Test
    void aWebPageIsRefusedEvenWithTheSecret() throws IOException {
        var host = "Host: 127.0.0.1:" + server.port();

        assertThat(status("GET /api/v1/health HTTP/1.1", host, secret(), "Origin: https://evil.example"))
                .isEqualTo(403);
        assertThat(status("GET /api/v1/health HTTP/1.1", host, secret(), "Sec-Fetch-Site: cross-site"))
                .isEqualTo(403);
        assertThat(status("GET /api/v1/health HTTP/1.1", host, secret())).isEqualTo(200);
    }

    @Test
    void onlyLoopbackIsListenedOn() throws IOException {
        for (var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(card.getInetAddresses())) {
                assertThat(reachable(address))
                        .isEqualTo(address.getHostAddress().equals("127.0.0.1"));
            }
        }
    }

    private boolean reachable(InetAddress address) {
        try (var socket = new Socket(address, server.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String secret() {
        return "Authorization: Bearer " + server.secret();
    }

    private int status(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }
}

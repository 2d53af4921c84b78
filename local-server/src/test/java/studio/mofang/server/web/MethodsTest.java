package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import studio.mofang.client.ApiException;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

/// RFC 9110: HEAD answers as GET would, without a body; a method that is not there says which are.
class MethodsTest {
    private final TestServer server = TestServer.shared(Engine.H2);

    @Test
    void headAnswersAsGetWould() throws IOException, ApiException {
        var bearer = "Bearer " + server.newUser().tokens().accessToken();

        try (var mine = call("HEAD", "/api/v1/creations", bearer);
                var nobodys = call("HEAD", "/api/v1/creations", "Bearer nonsense")) {
            assertThat(mine.code()).isEqualTo(200);
            assertThat(mine.header("Content-Type")).startsWith("application/json");
            assertThat(mine.body().string()).isEmpty();
            assertThat(nobodys.code()).isEqualTo(401);
        }
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() throws IOException {
        try (var refused = call("OPTIONS", "/api/v1/creations", "Bearer nonsense")) {
            assertThat(refused.code()).isEqualTo(405);
            assertThat(refused.header("Allow", "").split(", ")).contains("GET", "HEAD", "POST");
        }
    }

    private Response call(String method, String path, String bearer) throws IOException {
        var request = new Request.Builder()
                .url(server.url() + path)
                .header("Authorization", bearer)
                .method(method, null)
                .build();
        return server.http().newCall(request).execute();
    }
}

package studio.mofang.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import studio.mofang.server.testkit.ForgetfulServer;

class OutboundTest {
    private static final MediaType TEXT = MediaType.get("text/plain");

    /// Nothing that costs money is sent twice, so a call over such a connection would fail, or end in not knowing.
    @Test
    void aConnectionThatIsOverLosesNoCall() throws Exception {
        try (var server = new ForgetfulServer()) {
            var http = new Outbound().open();
            var request = new Request.Builder()
                    .url(server.uri().toString())
                    .post(new OnceBody("写".getBytes(StandardCharsets.UTF_8), TEXT))
                    .build();

            for (int call = 0; call < 3; call++) {
                try (var response = http.newCall(request).execute()) {
                    assertThat(response.body().string()).isEqualTo("{\"result\":1}");
                }
            }
        }
    }
}

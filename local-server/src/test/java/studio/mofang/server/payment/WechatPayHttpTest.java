package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Request;
import org.junit.jupiter.api.Test;
import studio.mofang.server.testkit.ForgetfulServer;

class WechatPayHttpTest {
    @Test
    void aConnectionThatIsOverLosesNoCall() throws Exception {
        try (var server = new ForgetfulServer()) {
            var http = WechatPayHttp.client(server.uri());
            var request = new Request.Builder()
                    .url("https://api.mch.weixin.qq.com/v3/pay")
                    .build();

            for (int call = 0; call < 3; call++) {
                try (var response = http.newCall(request).execute()) {
                    assertThat(response.body().string()).isEqualTo("{\"result\":1}");
                }
            }
        }
    }
}

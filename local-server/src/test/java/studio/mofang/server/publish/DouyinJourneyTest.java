package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Publications.Pack;
import studio.mofang.server.publish.DouyinApi.App;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDouyin;

class DouyinJourneyTest {
    private static final Pack PACK =
            new Pack("douyin", "标题", "", "", Pack.TEXT, "说明", List.of("效率"), List.of(), null, "media:x");

    private final FakeDouyin douyin = Presses.douyin();

    @Test
    void theAppIsOpenedWithEverythingFilledInAndSigned() throws Exception {
        var http = new OkHttpClient();
        var api = new DouyinApi(new PlatformHttp(() -> http), douyin.url());

        var opened = api.appLink(
                new App(FakeDouyin.KEY, FakeDouyin.SECRET),
                PACK,
                List.of(),
                "https://cdn.example.com/v.mp4",
                Instant.EPOCH);

        var link = opened.url();
        assertThat(link).startsWith("snssdk1128://openplatform/share?share_type=h5");
        var query = HttpUrl.get(link.replace("snssdk1128://openplatform", "https://x"));
        assertThat(query.queryParameter("title")).isEqualTo("标题");
        assertThat(query.queryParameter("video_path")).isEqualTo("https://cdn.example.com/v.mp4");
        assertThat(query.queryParameter("state")).isEqualTo(douyin.lastShare()).isEqualTo(opened.shareId());
        assertThat(query.queryParameter("signature"))
                .isEqualTo(DouyinApi.signature(query.queryParameter("nonce_str"), FakeDouyin.TICKET, "0"));
    }

    @Test
    void theSignatureIsTheMd5OfTheThree() {
        assertThat(DouyinApi.signature("abc", "t", "1")).isEqualTo(md5("nonce_str=abc&ticket=t&timestamp=1"));
    }

    @Test
    void wrongCredentialsAreRefusedWithThePlaceToFindThem() throws Exception {
        var press = Presses.shared(Engine.H2);

        assertThatThrownBy(() -> press.publish.bind("douyin", Map.of("client_key", "x", "client_secret", "y")))
                .hasMessageContaining("控制台");
        var bound =
                press.publish.bind("douyin", Map.of("client_key", FakeDouyin.KEY, "client_secret", FakeDouyin.SECRET));
        assertThat(bound.tail()).isEqualTo("77aa");
    }

    private static String md5(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("MD5");
            return java.util.HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

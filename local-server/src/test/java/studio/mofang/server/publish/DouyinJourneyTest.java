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
import studio.mofang.core.content.AiLabel;
import studio.mofang.server.publish.DouyinApi.App;
import studio.mofang.server.publish.DouyinApi.AppLink;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDouyin;

class DouyinJourneyTest {
    private final FakeDouyin douyin = Presses.douyin();

    @Test
    void theAppIsOpenedWithEverythingFilledInAndSigned() throws Exception {
        var opened = opened(pack("说明"));

        assertThat(opened.url()).startsWith("snssdk1128://openplatform/share?share_type=h5");
        var query = query(opened);
        assertThat(query.queryParameter("title")).isEqualTo("标题\n说明\n" + AiLabel.VISIBLE);
        assertThat(query.queryParameter("hashtag_list")).isEqualTo("[\"效率\"]");
        assertThat(query.queryParameter("video_path")).isEqualTo("https://cdn.example.com/v.mp4");
        assertThat(query.queryParameter("state")).isEqualTo(douyin.lastShare()).isEqualTo(opened.shareId());
        assertThat(query.queryParameter("signature"))
                .isEqualTo(DouyinApi.signature(query.queryParameter("nonce_str"), FakeDouyin.TICKET, "0"));
    }

    @Test
    void whatIsTooMuchForACodeLeavesTheCaptionBehindAndNeverTheLabel() throws Exception {
        var opened = opened(pack("很长的说明。".repeat(40)));

        assertThat(opened.url()).hasSizeLessThanOrEqualTo(DouyinApi.LONGEST_LINK);
        assertThat(query(opened).queryParameter("title")).isEqualTo("标题\n" + AiLabel.VISIBLE);
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

    private static Pack pack(String words) {
        var body = words + "\n" + AiLabel.VISIBLE + "\n#效率";
        return new Pack("douyin", "标题", "", "", Pack.TEXT, body, List.of("效率"), List.of(), null, "media:x");
    }

    private AppLink opened(Pack pack) throws PublishFailure {
        var http = new OkHttpClient();
        var app = new App(FakeDouyin.KEY, FakeDouyin.SECRET);
        return new DouyinApi(new PlatformHttp(() -> http), douyin.url())
                .appLink(app, pack, List.of(), "https://cdn.example.com/v.mp4", Instant.EPOCH);
    }

    private static HttpUrl query(AppLink opened) {
        return HttpUrl.get(opened.url().replace("snssdk1128://openplatform", "https://x"));
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

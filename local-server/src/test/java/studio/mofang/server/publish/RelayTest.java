package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.client.ApiException;
import studio.mofang.server.publish.relay.RelayListener;
import studio.mofang.server.publish.relay.RelayPack;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestClock;

/// The phone's page: one pack, one address, one while.
class RelayTest {
    private static final byte[] PICTURE = Pictures.png(8, 8);
    private static final RelayPack PACK = new RelayPack(
            "小红书",
            "标题 <b>&",
            "第一行\n第二行",
            null,
            List.of("效率", "方法"),
            List.of(new RelayPack.File("picture-1.png", "image/png", () -> RelayPack.Loaded.of(PICTURE))),
            null);

    private final OkHttpClient phone = new OkHttpClient();
    private final TestClock clock = new TestClock();
    private final List<String> confirmed = new CopyOnWriteArrayList<>();
    private final RelayListener relay = new RelayListener(
            InetAddress.getLoopbackAddress(),
            PACK,
            clock.instant().plus(Duration.ofMinutes(15)),
            clock,
            link -> confirmed.add(String.valueOf(link)));

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void thePageShowsTheOnePackAndRunsNothingElse() throws IOException {
        try (var page = get(relay.url())) {
            assertThat(page.code()).isEqualTo(200);
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("script-src 'unsafe-inline'");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.header("Server")).isNull();
            assertThat(page.body().string())
                    .contains("标题 &lt;b&gt;&amp;", "第一行\n第二行", "#效率 #方法", "picture/0", "已发布", "不要把这个地址给别人");
        }
        try (var picture = get(relay.url() + "picture/0")) {
            assertThat(picture.body().bytes()).isEqualTo(PICTURE);
        }
    }

    @Test
    void thePageSpeaksThePhonesLanguage() throws IOException {
        var request = new Request.Builder().url(relay.url()).header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.1");
        try (var page = phone.newCall(request.build()).execute()) {
            assertThat(page.body().string()).contains("<html lang=\"en\">", "Copied", "hold each to save");
        }
    }

    @Test
    void aPlayerGetsThePartsItAsksFor() throws IOException {
        var url = relay.url() + "picture/0";
        try (var part = part(url, "bytes=1-2")) {
            assertThat(part.code()).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes 1-2/" + PICTURE.length);
            assertThat(part.body().bytes()).isEqualTo(Arrays.copyOfRange(PICTURE, 1, 3));
        }
        try (var whole = get(url)) {
            assertThat(whole.code()).isEqualTo(200);
            assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        }
        try (var behind = part(url, "bytes=" + PICTURE.length + "-")) {
            assertThat(behind.code()).isEqualTo(416);
        }
    }

    @Test
    void closingAnotherPublicationsRelayLeavesItOpen() throws Exception {
        var press = Presses.shared(Engine.H2);
        var first = press.published("标题", Press.TEXT, "toutiao");
        var second = press.published("标题", Press.TEXT, "toutiao");
        var before = press.publish.openRelay(first.publishId(), "toutiao");
        var opened = press.publish.openRelay(second.publishId(), "toutiao");

        press.publish.closeRelay(first.publishId(), before);

        try (var page = get(opened.url())) {
            assertThat(page.code()).isEqualTo(200);
        }
        press.publish.closeRelay(second.publishId(), opened);
        assertThatThrownBy(() -> get(opened.url())).isInstanceOf(ConnectException.class);
    }

    @Test
    void closingAnEarlierOpeningLeavesTheNextOneOpen() throws Exception {
        var press = Presses.shared(Engine.H2);
        var made = press.published("标题", Press.TEXT, "toutiao");
        var before = press.publish.openRelay(made.publishId(), "toutiao");
        var opened = press.publish.openRelay(made.publishId(), "toutiao");

        press.publish.closeRelay(made.publishId(), before);

        try (var page = get(opened.url())) {
            assertThat(page.code()).isEqualTo(200);
        }
        press.publish.closeRelay(made.publishId(), opened);
        assertThatThrownBy(() -> get(opened.url())).isInstanceOf(ConnectException.class);
    }

    @Test
    void whatIsNotThePackIsNotThere() throws IOException {
        var root = "http://127.0.0.1:" + relay.port();
        var token = relay.url().substring(root.length() + 1, relay.url().length() - 1);
        for (var path : List.of(
                "/",
                "/" + "A".repeat(token.length()) + "/",
                "/" + token,
                "/" + token.substring(1) + "/",
                "/" + token + "/picture/1",
                "/" + token + "/picture/../../etc/passwd",
                "/" + token + "/%2e%2e/%2e%2e/etc/passwd",
                "/" + token + "/video",
                "/api/v1/health",
                "/favicon.ico")) {
            try (var answer = get(root + path)) {
                assertThat(answer.code()).as(path).isIn(400, 404);
                assertThat(answer.body().string()).doesNotContain("标题");
            }
        }
        assertThat(token.length()).isGreaterThanOrEqualTo(32);
    }

    @Test
    void anotherHostNameIsNotAnswered() throws IOException {
        var request = new Request.Builder()
                .url(relay.url())
                .header("Host", "evil.example")
                .build();

        try (var answer = phone.newCall(request).execute()) {
            assertThat(answer.code()).isEqualTo(404);
        }
    }

    @Test
    void thePersonConfirmsOnThePhone() throws IOException {
        try (var foreign = post("https://x.example", "http://evil.example")) {
            assertThat(foreign.code()).isEqualTo(404);
        }
        try (var answer = post("https://www.xiaohongshu.com/explore/1", null)) {
            assertThat(answer.code()).isEqualTo(200);
            assertThat(answer.body().string()).contains("已记录");
        }
        assertThat(confirmed).containsExactly("https://www.xiaohongshu.com/explore/1");
    }

    @Test
    void nothingIsAnsweredOnceItIsConfirmed() throws IOException {
        post("https://www.xiaohongshu.com/explore/1", null).close();

        for (var path : List.of("", "picture/0")) {
            try (var answer = get(relay.url() + path)) {
                assertThat(answer.code()).isEqualTo(404);
                assertThat(answer.body().string()).doesNotContain("标题");
            }
        }
        try (var again = post("https://www.xiaohongshu.com/explore/2", null)) {
            assertThat(again.code()).isEqualTo(404);
        }
        assertThat(confirmed).containsExactly("https://www.xiaohongshu.com/explore/1");
    }

    @Test
    void nothingIsAnsweredOnceItsTimeIsOver() throws IOException {
        clock.advance(Duration.ofMinutes(16));

        try (var answer = get(relay.url())) {
            assertThat(answer.code()).isEqualTo(404);
        }
    }

    @Test
    void tooManyRequestsAreTurnedAway() throws IOException {
        int last = 0;
        for (int i = 0; i < 260 && last != 429; i++) {
            try (var answer = get(relay.url())) {
                last = answer.code();
            }
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void whoDoesNotKnowTheAddressCannotUseUpThePhonesRequests() throws IOException {
        for (int i = 0; i < 260; i++) {
            try (var answer = get("http://127.0.0.1:" + relay.port() + "/guess/")) {
                assertThat(answer.code()).isEqualTo(404);
            }
        }

        try (var page = get(relay.url())) {
            assertThat(page.code()).isEqualTo(200);
        }
    }

    @Test
    void nobodyListensOnceItIsClosed() throws IOException {
        int port = relay.port();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }

        relay.close();

        try (var socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void theStudiosRelayShowsTheFrozenPackAndTakesTheConfirmation() throws Exception {
        var press = Presses.shared(Engine.H2);
        var made = press.published("标题", Press.TEXT, "xiaohongshu");
        press.becomes(made.publishId(), "xiaohongshu", "needs_user");

        var opened = press.publish.openRelay(made.publishId(), "xiaohongshu");
        try (var page = get(opened.url())) {
            assertThat(page.body().string()).contains("标题", "今天说说效率", "picture/0", "#效率");
        }
        try (var card = get(opened.url() + "picture/0")) {
            assertThat(card.header("Content-Type")).isEqualTo("image/png");
            assertThat(card.body().bytes()).hasSizeGreaterThan(1000);
        }
        var form = new FormBody.Builder(StandardCharsets.UTF_8)
                .add("link", "not a link")
                .build();
        try (var refused = phone.newCall(new Request.Builder()
                        .url(opened.url() + "done")
                        .post(form)
                        .build())
                .execute()) {
            assertThat(refused.code()).isEqualTo(400);
        }
        var empty = new FormBody.Builder(StandardCharsets.UTF_8).add("link", "").build();
        phone.newCall(new Request.Builder()
                        .url(opened.url() + "done")
                        .post(empty)
                        .build())
                .execute()
                .close();
        assertThat(press.target(made.publishId(), "xiaohongshu").state()).isEqualTo("published");
        press.publish.closeRelay(made.publishId(), opened);
        assertThatThrownBy(() -> get(opened.url())).isInstanceOf(ConnectException.class);
    }

    @Test
    void aServerThatIsNotTheUsersOwnOpensNone() throws Exception {
        var press = Presses.shared(Engine.POSTGRES);
        var made = press.published("标题", Press.TEXT, "toutiao");

        assertThatThrownBy(() -> press.publish.openRelay(made.publishId(), "toutiao"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Wi-Fi");
    }

    private Response part(String url, String range) throws IOException {
        return phone.newCall(
                        new Request.Builder().url(url).header("Range", range).build())
                .execute();
    }

    private Response get(String url) throws IOException {
        return phone.newCall(new Request.Builder().url(url).build()).execute();
    }

    private Response post(String link, String origin) throws IOException {
        var form =
                new FormBody.Builder(StandardCharsets.UTF_8).add("link", link).build();
        var request = new Request.Builder().url(relay.url() + "done").post(form);
        if (origin != null) {
            request.header("Origin", origin);
        }
        return phone.newCall(request.build()).execute();
    }
}

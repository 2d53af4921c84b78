package studio.mofang.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.UUID;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.MediaApi;
import studio.mofang.core.Json;
import studio.mofang.core.Media.Item;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class MediaJourneyTest {
    private final TestServer server;

    MediaJourneyTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void anUploadedPictureIsServedUnderItsSignedAddress() throws ApiException, IOException {
        var user = server.newUser();
        var png = Pictures.png(40, 30);
        var item = new MediaApi(user.client()).upload(png);
        assertThat(item.kind()).isEqualTo("image");
        assertThat(item.contentType()).isEqualTo("image/png");
        assertThat(item.width()).isEqualTo(40);
        assertThat(item.height()).isEqualTo(30);
        assertThat(item.size()).isEqualTo(png.length);
        try (var response = get(item.url(), "")) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.body().bytes()).isEqualTo(png);
            assertThat(response.header("Content-Type")).isEqualTo("image/png");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(new MediaApi(user.client()).list("image", 1, 20).items())
                .extracting(Item::id)
                .containsExactly(item.id());
        assertThat(new MediaApi(user.client()).list("video", 1, 20).items()).isEmpty();
    }

    @Test
    void aPlayerReadsTheFileInParts() throws ApiException, IOException {
        var png = Pictures.png(40, 30);
        var url = new MediaApi(server.newUser().client()).upload(png).url();
        try (var part = get(url, "bytes=4-9")) {
            assertThat(part.code()).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes 4-9/" + png.length);
            assertThat(part.body().bytes()).isEqualTo(java.util.Arrays.copyOfRange(png, 4, 10));
        }
        try (var tail = get(url, "bytes=-3")) {
            assertThat(tail.body().bytes()).hasSize(3);
        }
        try (var behind = get(url, "bytes=999999-")) {
            assertThat(behind.code()).isEqualTo(416);
            assertThat(behind.header("Content-Range")).isEqualTo("bytes */" + png.length);
        }
    }

    @Test
    void anAddressThatWasForgedShowsNothing() throws ApiException, IOException {
        var api = new MediaApi(server.newUser().client());
        var item = api.upload(Pictures.png(10, 10));
        var other = api.upload(Pictures.png(11, 11));
        assertThat(status(item.url().replace(item.id().toString(), other.id().toString())))
                .isEqualTo(403);
        assertThat(status(item.url().replaceFirst("expires=\\d+", "expires=99999999999")))
                .isEqualTo(403);
        assertThat(status(item.url().replaceFirst("\\?.*", ""))).isEqualTo(403);
        assertThat(status(item.url())).isEqualTo(200);
    }

    @Test
    void anotherUserFindsNothing() throws ApiException {
        var item = new MediaApi(server.newUser().client()).upload(Pictures.png(10, 10));
        var stranger = new MediaApi(server.newUser().client());
        assertThatThrownBy(() -> stranger.item(item.id())).hasMessageContaining("没有这个文件");
        assertThatThrownBy(() -> stranger.delete(item.id())).hasMessageContaining("没有这个文件");
        assertThat(stranger.list(null, 1, 20).items()).isEmpty();
    }

    @Test
    void aDeletedFileIsGone() throws ApiException, IOException {
        var api = new MediaApi(server.newUser().client());
        var item = api.upload(Pictures.png(10, 10));
        api.delete(item.id());
        assertThat(status(item.url())).isEqualTo(403);
        assertThatThrownBy(() -> api.delete(item.id())).isInstanceOf(ApiException.class);
    }

    @Test
    void aFormIsTakenAsWellAndTheSameKeyStoresOnce() throws ApiException, IOException {
        var user = server.newUser();
        var form = new MultipartBody.Builder("----boundary")
                .setType(MultipartBody.FORM)
                .addFormDataPart("note", "not the file")
                .addFormDataPart("file", "../../evil.html", RequestBody.create(Pictures.jpeg(20, 10), null))
                .build();
        var key = UUID.randomUUID().toString();
        var first = posted(user, form, key);
        assertThat(first.contentType()).isEqualTo("image/jpeg");
        assertThat(posted(user, form, key)).isEqualTo(first);
        assertThat(new MediaApi(user.client()).list(null, 1, 20).total()).isEqualTo(1);
    }

    @Test
    void whatIsNoMediaIsRefused() throws ApiException {
        var api = new MediaApi(server.newUser().client());
        assertThatThrownBy(() -> api.upload("<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessageContaining("只支持");
        assertThatThrownBy(() -> api.upload(new byte[0])).hasMessageContaining("只支持");
    }

    private Item posted(TestUser user, RequestBody form, String key) throws IOException {
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/media")
                .header("Authorization", "Bearer " + user.tokens().accessToken())
                .header("Idempotency-Key", key)
                .post(form)
                .build();
        try (var response = server.http().newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
            return Json.shared()
                    .treeToValue(Json.shared().readTree(response.body().bytes()).path("data"), Item.class);
        }
    }

    private int status(String url) throws IOException {
        try (var response = get(url, "")) {
            return response.code();
        }
    }

    private Response get(String url, String range) throws IOException {
        var request = new Request.Builder().url(url);
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        return server.http().newCall(request.build()).execute();
    }
}

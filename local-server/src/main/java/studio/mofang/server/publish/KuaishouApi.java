package studio.mofang.server.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import studio.mofang.server.publish.PublishFailure.Kind;

/// Kuaishou's open platform as publishing needs it. `result` is 1 where all is well, whatever the HTTP
/// status.
final class KuaishouApi {
    static final String NAME = "快手";

    private static final String SCOPE = "user_info,user_video_publish";
    private static final MediaType BYTES = MediaType.get("video/mp4");
    private static final MediaType JPEG = MediaType.get("image/jpeg");
    private static final int OK = 1;

    /// Right after a publication its photo is not there yet.
    private static final int NOT_FOUND = 100_120_001;

    private static final Map<Integer, String> REFUSALS = Map.of(
            10_000_200, "快手没有读懂请求的参数，请把这条信息反馈给墨坊",
            100_200_100, "App ID 或 App Secret 不对，或授权码已用过：请重新打开授权页取一个新的",
            100_200_101, "授权码不对或已过期：请重新打开授权页取一个新的",
            100_200_102, "快手的授权已失效，请重新绑定快手账号");
    private static final int TOKEN_REFUSED = 100_200_102;

    private final PlatformHttp http;
    private final HttpUrl base;

    KuaishouApi(PlatformHttp http, String base) {
        this.http = http;
        this.base = HttpUrl.get(base);
    }

    /// Where one upload goes.
    record Upload(String token, String endpoint) {}

    record Photo(String id, String caption, long createdMillis, boolean pending, String link) {
        static Photo of(JsonNode info) {
            return new Photo(
                    info.path("photo_id").asText(),
                    info.path("caption").asText(),
                    info.path("create_time").asLong(),
                    info.path("pending").asBoolean(false),
                    info.path("play_url").asText());
        }
    }

    /// The access token is refused: it may be renewed.
    static final class TokenRefused extends PublishFailure {
        private static final long serialVersionUID = 1L;

        TokenRefused() {
            super(Kind.REFUSED, "快手的授权已失效，请重新绑定快手账号");
        }
    }

    /// The photo is not there, or not yet.
    static final class NoSuchPhoto extends PublishFailure {
        private static final long serialVersionUID = 1L;

        NoSuchPhoto() {
            super(Kind.LATER, "快手还没有登记这个视频，稍后再查");
        }
    }

    String authorizeUrl(String appId, String redirect, String state) {
        return url("oauth2/authorize")
                .addQueryParameter("app_id", appId)
                .addQueryParameter("scope", SCOPE)
                .addQueryParameter("response_type", "code")
                .addQueryParameter("redirect_uri", redirect)
                .addQueryParameter("state", state)
                .build()
                .toString();
    }

    JsonNode token(String appId, String secret, String code) throws PublishFailure {
        return get(url("oauth2/access_token")
                .addQueryParameter("app_id", appId)
                .addQueryParameter("app_secret", secret)
                .addQueryParameter("code", code)
                .addQueryParameter("grant_type", "authorization_code")
                .build());
    }

    JsonNode refreshed(String appId, String secret, String refreshToken) throws PublishFailure {
        return get(url("oauth2/refresh_token")
                .addQueryParameter("app_id", appId)
                .addQueryParameter("app_secret", secret)
                .addQueryParameter("refresh_token", refreshToken)
                .addQueryParameter("grant_type", "refresh_token")
                .build());
    }

    String userName(KuaishouAccount account) throws PublishFailure {
        return get(as(account, "openapi/user_info").build())
                .path("user_info")
                .path("name")
                .asText("");
    }

    Upload startUpload(KuaishouAccount account) throws PublishFailure {
        var answer = post(as(account, "openapi/photo/start_upload").build(), RequestBody.EMPTY);
        return new Upload(
                answer.path("upload_token").asText(), answer.path("endpoint").asText());
    }

    void upload(Upload upload, byte[] video) throws PublishFailure {
        post(at(upload, "api/upload").build(), RequestBody.create(video, BYTES));
    }

    /// Pieces go in their order.
    void uploadPiece(Upload upload, int number, byte[] piece) throws PublishFailure {
        var url = at(upload, "api/upload/fragment").addQueryParameter("fragment_id", String.valueOf(number));
        post(url.build(), RequestBody.create(piece, BYTES));
    }

    void complete(Upload upload, int pieces) throws PublishFailure {
        var url = at(upload, "api/upload/complete").addQueryParameter("fragment_count", String.valueOf(pieces));
        post(url.build(), RequestBody.EMPTY);
    }

    /// The new photo's id.
    Photo publish(KuaishouAccount account, Upload upload, String caption, byte[] cover) throws PublishFailure {
        var body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("caption", caption)
                .addFormDataPart("cover", "cover.jpg", RequestBody.create(cover, JPEG))
                .build();
        var url = as(account, "openapi/photo/publish").addQueryParameter("upload_token", upload.token());
        return Photo.of(post(url.build(), body).path("video_info"));
    }

    Photo photo(KuaishouAccount account, String id) throws PublishFailure {
        var url = as(account, "openapi/photo/info").addQueryParameter("photo_id", id);
        return Photo.of(get(url.build()).path("video_info"));
    }

    /// The newest ones.
    java.util.List<Photo> photos(KuaishouAccount account) throws PublishFailure {
        var answer = get(as(account, "openapi/photo/list")
                .addQueryParameter("count", "50")
                .build());
        var photos = new java.util.ArrayList<Photo>();
        answer.path("video_list").forEach(info -> photos.add(Photo.of(info)));
        return photos;
    }

    private JsonNode get(HttpUrl url) throws PublishFailure {
        return checked(http.json(NAME, new Request.Builder().url(url).build()));
    }

    private JsonNode post(HttpUrl url, RequestBody body) throws PublishFailure {
        return checked(http.json(NAME, new Request.Builder().url(url).post(body).build()));
    }

    private static JsonNode checked(JsonNode answer) throws PublishFailure {
        int result = answer.path("result").asInt(0);
        if (result == OK) {
            return answer;
        }
        if (result == TOKEN_REFUSED) {
            throw new TokenRefused();
        }
        if (result == NOT_FOUND) {
            throw new NoSuchPhoto();
        }
        var words = answer.path("error_msg").asText("没有说明原因");
        var sentence = REFUSALS.getOrDefault(result, "快手拒绝了请求：" + words);
        throw new PublishFailure(Kind.REFUSED, sentence + "(快手错误码 " + result + ")");
    }

    private HttpUrl.Builder url(String path) {
        return base.newBuilder().addPathSegments(path);
    }

    private HttpUrl.Builder as(KuaishouAccount account, String path) {
        return url(path)
                .addQueryParameter("app_id", account.appId())
                .addQueryParameter("access_token", account.accessToken());
    }

    /// Uploads go to a host that Kuaishou names, over plain HTTP as it documents.
    private static HttpUrl.Builder at(Upload upload, String path) throws PublishFailure {
        var host = HttpUrl.parse("http://" + upload.endpoint() + "/" + path);
        if (host == null) {
            throw PublishFailure.later("快手没有给出上传地址，稍后会自动重试");
        }
        return host.newBuilder().addQueryParameter("upload_token", upload.token());
    }
}

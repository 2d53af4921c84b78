package studio.mofang.server.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import studio.mofang.server.publish.KuaishouErrors.PermissionEnded;
import studio.mofang.server.publish.KuaishouErrors.TokenRefused;
import studio.mofang.server.publish.PublishFailure.Kind;

/// Kuaishou's open platform as publishing needs it. `result` is 1 where all is well, whatever the HTTP
/// status.
final class KuaishouApi {
    static final String NAME = "快手";

    private static final String SCOPE = "user_info,user_video_publish";
    private static final MediaType BYTES = MediaType.get("video/mp4");
    private static final MediaType JPEG = MediaType.get("image/jpeg");

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

    String authorizeUrl(String appId, String redirect, String state) {
        return url("oauth2/authorize")
                .addQueryParameter("app_id", appId)
                .addQueryParameter("scope", SCOPE)
                .addQueryParameter("response_type", "code")
                .addQueryParameter("ua", "pc")
                .addQueryParameter("redirect_uri", redirect)
                .addQueryParameter("state", state)
                .build()
                .toString();
    }

    JsonNode token(String appId, String secret, String code) throws PublishFailure {
        try {
            return get(url("oauth2/access_token")
                    .addQueryParameter("app_id", appId)
                    .addQueryParameter("app_secret", secret)
                    .addQueryParameter("code", code)
                    .addQueryParameter("grant_type", "authorization_code")
                    .build());
        } catch (TokenRefused _) {
            throw PublishFailure.refused("授权码不对、已用过或已过期：请重新打开授权页");
        }
    }

    /// Whatever a refresh token is refused with, it is good for nothing any more.
    JsonNode refreshed(KuaishouAccount account) throws PublishFailure {
        try {
            return get(url("oauth2/refresh_token")
                    .addQueryParameter("app_id", account.appId())
                    .addQueryParameter("app_secret", account.appSecret())
                    .addQueryParameter("refresh_token", account.refreshToken())
                    .addQueryParameter("grant_type", "refresh_token")
                    .build());
        } catch (PublishFailure e) {
            if (e.kind() == Kind.REFUSED) {
                throw new PermissionEnded();
            }
            throw e;
        }
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
    List<Photo> photos(KuaishouAccount account) throws PublishFailure {
        var answer = get(as(account, "openapi/photo/list")
                .addQueryParameter("count", "50")
                .build());
        var photos = new ArrayList<Photo>();
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
        if (result == KuaishouErrors.OK) {
            return answer;
        }
        throw KuaishouErrors.failure(result, answer.path("error_msg").asText(""));
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
            throw PublishFailure.later("快手没有给出上传地址");
        }
        return host.newBuilder().addQueryParameter("upload_token", upload.token());
    }
}

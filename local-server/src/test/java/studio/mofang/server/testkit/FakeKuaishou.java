package studio.mofang.server.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import studio.mofang.core.Json;

/// Kuaishou's open platform as it speaks: `result` 1 where all is well, pieces in their order, and a photo that is
/// first unknown, then pending, then there.
public final class FakeKuaishou extends FakePlatform {
    public static final String APP_ID = "ks700100200300";
    public static final String SECRET = "canary-kuaishou-secret-8f2e";
    public static final String CODE = "canary-code-of-the-user";
    private static final int PIECE = 10 * 1024 * 1024;

    private final Map<String, ByteArrayOutputStream> uploads = new HashMap<>();
    private final Map<String, Integer> pieces = new HashMap<>();
    private final Map<String, Boolean> complete = new HashMap<>();
    private final List<Photo> photos = new ArrayList<>();
    private int numbers;
    private int token = 1;
    private int tokenRefusal;
    private boolean permitted = true;
    private boolean decides = true;
    private boolean uploadLost;
    private InstantSource clock = InstantSource.system();

    public static final class Photo {
        public final String id;
        public final String caption;
        public final byte[] video;
        private final long created;
        private int asked;

        Photo(String id, String caption, byte[] video, long created) {
            this.created = created;
            this.id = id;
            this.caption = caption;
            this.video = video;
        }
    }

    public synchronized List<Photo> photos() {
        return List.copyOf(photos);
    }

    /// The next call is told with this code to renew its token.
    public synchronized void expireToken(int code) {
        tokenRefusal = code;
    }

    /// The user takes the permission back, or its time is over.
    public synchronized void endPermission() {
        tokenRefusal = 100_200_108;
        permitted = false;
    }

    /// By the next publication the place where its video was put is gone.
    public synchronized void loseUpload() {
        uploadLost = true;
    }

    /// From now on photos stay pending.
    public synchronized void neverDecides() {
        decides = false;
    }

    /// The user agrees on the page of this address: where the browser is sent from there. As Kuaishou does, it holds
    /// scheme and host of the way back against what is registered.
    public synchronized String agrees(String url, String registered) {
        var asked = HttpUrl.get(url);
        var back = HttpUrl.get(String.valueOf(asked.queryParameter("redirect_uri")));
        var known = HttpUrl.get(registered);
        boolean right = asked.encodedPath().equals("/oauth2/authorize")
                && APP_ID.equals(asked.queryParameter("app_id"))
                && "code".equals(asked.queryParameter("response_type"))
                && "user_info,user_video_publish".equals(asked.queryParameter("scope"))
                && back.scheme().equals(known.scheme())
                && back.host().equals(known.host());
        if (!right) {
            throw new IllegalArgumentException("100200101 for " + url);
        }
        return back.newBuilder()
                .addQueryParameter("code", CODE)
                .addQueryParameter("state", asked.queryParameter("state"))
                .build()
                .toString();
    }

    public synchronized void reset(InstantSource time) {
        clock = time;
        photos.clear();
        tokenRefusal = 0;
        permitted = true;
        decides = true;
    }

    @Override
    protected String answer(Asked asked) {
        try {
            return Json.shared().writeValueAsString(reply(asked));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object reply(Asked asked) {
        var path = asked.path();
        if (path.startsWith("/oauth2/")) {
            return token(asked);
        }
        if (path.startsWith("/api/upload")) {
            return upload(asked);
        }
        if (!APP_ID.equals(asked.query().get("app_id"))) {
            return error(10_000_200, "app_id");
        }
        if (tokenRefusal != 0) {
            return error(tokenRefusal, "access_token " + asked.query().get("access_token"));
        }
        if (!("canary-access-of-kuaishou-" + token).equals(asked.query().get("access_token"))) {
            return error(100_200_102, "access_token " + asked.query().get("access_token"));
        }
        return switch (path) {
            case "/openapi/user_info" -> Map.of("result", 1, "user_info", Map.of("name", "快手小馆"));
            case "/openapi/photo/start_upload" -> start();
            case "/openapi/photo/publish" -> publish(asked);
            case "/openapi/photo/info" -> info(asked);
            case "/openapi/photo/list" ->
                Map.of(
                        "result",
                        1,
                        "video_list",
                        photos.reversed().stream()
                                .map(photo -> shown(photo, true))
                                .toList());
            default -> error(10_000_200, path);
        };
    }

    private Object token(Asked asked) {
        var query = asked.query();
        if (!SECRET.equals(query.get("app_secret")) || !APP_ID.equals(query.get("app_id"))) {
            return error(100_200_101, "app " + query.get("app_secret"));
        }
        if (asked.path().equals("/oauth2/access_token")) {
            if (!CODE.equals(query.get("code"))) {
                return error(100_200_105, "code");
            }
            permitted = true;
            tokenRefusal = 0;
        } else if (!permitted || !("canary-refresh-of-kuaishou-" + token).equals(query.get("refresh_token"))) {
            return error(100_200_113, "refresh_token " + query.get("refresh_token"));
        } else {
            // The one before is good for nothing from now on.
            token++;
            tokenRefusal = 0;
        }
        return Map.of(
                "result",
                1,
                "access_token",
                "canary-access-of-kuaishou-" + token,
                "refresh_token",
                "canary-refresh-of-kuaishou-" + token,
                "expires_in",
                172_800,
                "refresh_token_expires_in",
                15_552_000,
                "open_id",
                "open-1");
    }

    private Object start() {
        var upload = "upload-" + ++numbers;
        uploads.put(upload, new ByteArrayOutputStream());
        pieces.put(upload, 0);
        return Map.of("result", 1, "upload_token", upload, "endpoint", host());
    }

    private Object upload(Asked asked) {
        var upload = asked.query().get("upload_token");
        var bytes = uploads.get(upload);
        if (bytes == null || asked.body().length > PIECE) {
            return error(10_000_200, "upload_token");
        }
        switch (asked.path()) {
            case "/api/upload" -> {
                bytes.reset();
                bytes.writeBytes(asked.body());
                complete.put(upload, true);
            }
            case "/api/upload/fragment" -> {
                int number = Integer.parseInt(asked.query().get("fragment_id"));
                if (number > pieces.get(upload)) {
                    return error(10_000_200, "fragment " + number + " before " + pieces.get(upload));
                }
                if (number == pieces.get(upload)) {
                    bytes.writeBytes(asked.body());
                    pieces.put(upload, number + 1);
                }
            }
            default -> {
                if (!String.valueOf(pieces.get(upload)).equals(asked.query().get("fragment_count"))) {
                    return error(10_000_200, "fragment_count");
                }
                complete.put(upload, true);
            }
        }
        return Map.of("result", 1);
    }

    private Object publish(Asked asked) {
        var upload = asked.query().get("upload_token");
        if (uploadLost) {
            complete.remove(upload);
            uploadLost = false;
        }
        if (!complete.getOrDefault(upload, false)) {
            return error(120_002, "upload is not complete");
        }
        var text = asked.text();
        if (!asked.raw().contains("name=\"cover\"; filename=") || !text.contains("name=\"caption\"")) {
            return error(10_000_200, "cover or caption");
        }
        var after = text.substring(text.indexOf("name=\"caption\""));
        var caption = after.substring(after.indexOf("\r\n\r\n") + 4);
        var photo = new Photo(
                "photo-" + ++numbers,
                caption.substring(0, caption.indexOf("\r\n--")),
                uploads.get(upload).toByteArray(),
                clock.instant().toEpochMilli());
        photos.add(photo);
        return Map.of("result", 1, "video_info", shown(photo, true));
    }

    private Object info(Asked asked) {
        var photo = photos.stream()
                .filter(one -> one.id.equals(asked.query().get("photo_id")))
                .findFirst();
        if (photo.isEmpty() || photo.get().asked++ == 0) {
            return error(100_120_001, "photo not found");
        }
        return Map.of("result", 1, "video_info", shown(photo.get(), !decides || photo.get().asked < 3));
    }

    private static Object shown(Photo photo, boolean pending) {
        return Map.of(
                "photo_id", photo.id,
                "caption", photo.caption,
                "create_time", photo.created,
                "play_url", "https://www.kuaishou.com/short-video/" + photo.id,
                "pending", pending);
    }

    private static Map<String, Object> error(int result, String words) {
        return Map.of("result", result, "error_msg", words);
    }
}

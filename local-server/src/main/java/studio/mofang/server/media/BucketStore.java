package studio.mofang.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Media in a bucket that all nodes share. Three calls of S3's are enough: put, ranged get, delete.
final class BucketStore implements MediaStore {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final String NO_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final int NOT_FOUND = 404;

    private final OkHttpClient http = new OkHttpClient.Builder()
            .followRedirects(false)
            .connectTimeout(CONNECT)
            .readTimeout(SILENCE)
            .writeTimeout(SILENCE)
            .build();
    private final Bucket bucket;
    private final HttpUrl base;
    private final InstantSource clock;

    BucketStore(Bucket bucket, InstantSource clock) {
        this.bucket = bucket;
        this.base = HttpUrl.get(bucket.url());
        this.clock = clock;
    }

    @Override
    public void put(UUID id, Intake intake, MediaType type) throws IOException {
        var body = RequestBody.create(intake.file().toFile(), okhttp3.MediaType.get(type.contentType()));
        var request = signed("PUT", id, intake.sha256(), new TreeMap<>()).put(body);
        try (var response = http.newCall(request.build()).execute()) {
            refuseFailure(response, "put", id);
        }
    }

    @Override
    public InputStream open(UUID id, long offset, long length) throws IOException {
        var range = new TreeMap<>(Map.of("range", "bytes=" + offset + "-" + (offset + length - 1)));
        var response =
                http.newCall(signed("GET", id, NO_BODY, range).get().build()).execute();
        try {
            refuseFailure(response, "get", id);
            return response.body().byteStream();
        } catch (IOException e) {
            response.close();
            throw e;
        }
    }

    @Override
    public void delete(UUID id) throws IOException {
        var request = signed("DELETE", id, NO_BODY, new TreeMap<>()).delete();
        try (var response = http.newCall(request.build()).execute()) {
            if (response.code() != NOT_FOUND) {
                refuseFailure(response, "delete", id);
            }
        }
    }

    private Request.Builder signed(String method, UUID id, String payloadHash, SortedMap<String, String> headers) {
        var url = base.newBuilder().addPathSegments(MediaStore.name(id)).build();
        var request = new Request.Builder().url(url);
        new ObjectSignature(bucket, clock.instant())
                .headers(method, url, payloadHash, headers)
                .forEach(request::header);
        return request;
    }

    private static void refuseFailure(Response response, String what, UUID id) throws IOException {
        if (!response.isSuccessful()) {
            var words = response.peekBody(2048).string();
            throw new IOException("cannot " + what + " object " + id + ": HTTP " + response.code() + " " + words);
        }
    }
}

package studio.mofang.server.model;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.AiModels.Probe;
import studio.mofang.core.writing.Prompt;

/// A short real call, to see whether address, key and model name are right. A picture or a film would cost the person
/// money, so for those only address and key are tried, by asking for a task that does not exist.
final class ModelProbe {
    private static final Logger log = LoggerFactory.getLogger(ModelProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Prompt QUESTION = new Prompt("你只回答一个字。", "请回答：好");

    private final Endpoint endpoint;
    private final InstantSource clock;

    ModelProbe(Endpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    Probe probe(String kind) {
        var start = clock.instant();
        try {
            var message = kind.equals("image") || kind.equals("video") ? task() : text();
            return new Probe(true, message, null, millisSince(start));
        } catch (ModelFailure e) {
            log.info("Trying {} failed: {}", endpoint, e.getMessage());
            return failed(e.kind(), millisSince(start));
        }
    }

    static Probe failed(ModelFailure.Kind kind, long millis) {
        return new Probe(false, kind.sentence(), kind.word(), millis);
    }

    private String text() {
        TextModels.of(endpoint).write(new TextModel.Order(QUESTION, PATIENCE), _ -> {}, new Cancellation());
        return "连接正常，模型已应答";
    }

    private String task() {
        var url = endpoint.base()
                .newBuilder()
                .addPathSegments("tasks")
                .addPathSegment(UUID.randomUUID().toString())
                .build();
        var request = new Request.Builder().url(url).header("Authorization", "Bearer " + endpoint.key());
        var http = endpoint.http().newBuilder().callTimeout(PATIENCE).build();
        try (var response = http.newCall(request.build()).execute()) {
            int status = response.code();
            if (status == 200 || status == 404) {
                return "地址和密钥可用（为免产生费用，没有实际生成）";
            }
            throw new ModelFailure(HttpErrors.kind(status), "HTTP " + status);
        } catch (IOException e) {
            throw NetworkErrors.failure(e);
        }
    }

    private long millisSince(java.time.Instant start) {
        return Duration.between(start, clock.instant()).toMillis();
    }
}

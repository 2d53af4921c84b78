package studio.mofang.server.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import studio.mofang.core.Json;
import studio.mofang.server.model.DashScopeTask.State;
import studio.mofang.server.model.ModelFailure.Kind;

/// DashScope's pictures: the newer models answer at once, the older ones with a task that is asked about
/// until it is done. Always one picture: DashScope's default is four, each of them billed.
final class DashScopeImage implements ImageModel {
    private static final String SYNC = "services/aigc/multimodal-generation/generation";
    private static final String ASYNC = "services/aigc/text2image/image-synthesis";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    /// Those that only know tasks; source: the model pages of DashScope.
    private static final Set<String> TASKS = Set.of("wan2.5-", "wan2.2-", "wanx");

    private final Endpoint endpoint;

    DashScopeImage(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Drawn draw(Order order, Cancellation cancellation) {
        var call = new ProviderCall(endpoint, cancellation, order.deadline());
        var url = byTask() ? fromTask(order, call, cancellation) : atOnce(order, call);
        return Artwork.of(call.download(url, Artwork.LARGEST, InputStream::readAllBytes), order.size());
    }

    private boolean byTask() {
        return endpoint.setting("async", Boolean.class)
                .orElseGet(() -> endpoint.modelName().equals("qwen-image")
                        || TASKS.stream().anyMatch(endpoint.modelName()::startsWith));
    }

    private String atOnce(Order order, ProviderCall call) {
        var body = body(order);
        var content = body.withObject("/input")
                .putArray("messages")
                .addObject()
                .put("role", "user")
                .putArray("content");
        content.addObject().put("text", order.prompt());
        var parameters = body.withObject("/parameters");
        if (!order.negative().isBlank()) {
            parameters.put("negative_prompt", order.negative());
        }
        return picture(call.post(SYNC, body, false).path("output").path("choices"));
    }

    private String fromTask(Order order, ProviderCall call, Cancellation cancellation) {
        var body = body(order);
        var input = body.withObject("/input").put("prompt", order.prompt());
        if (!order.negative().isBlank()) {
            input.put("negative_prompt", order.negative());
        }
        var task = new DashScopeTask(endpoint, call);
        var id = task.submitted(ASYNC, body);
        long end = System.nanoTime() + order.deadline().toNanos();
        for (var pause = FIRST_PAUSE; System.nanoTime() < end; pause = longer(pause)) {
            if (cancellation.within(paced(pause))) {
                throw new ModelFailure(Kind.CANCELLED, "dashscope");
            }
            var known = looked(task, id);
            if (known instanceof State.Done done) {
                return result(done.output());
            }
            if (known instanceof State.Failed failed) {
                throw failed.reason();
            }
        }
        throw new ModelFailure(Kind.TIMED_OUT, "task " + id + " was not done within " + order.deadline());
    }

    /// A question that went wrong for the moment is asked again.
    private static State looked(DashScopeTask task, String id) {
        try {
            return task.look(id);
        } catch (ModelFailure e) {
            if (DashScopeTask.passing(e)) {
                return new State.Waiting();
            }
            throw e;
        }
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /// A model's own pace, where its config has one.
    private Duration paced(Duration pause) {
        return endpoint.whole("poll_millis").map(Duration::ofMillis).orElse(pause);
    }

    private ObjectNode body(Order order) {
        var body = Json.shared().createObjectNode().put("model", endpoint.modelName());
        var parameters = body.putObject("parameters")
                .put("n", 1)
                .put("size", order.size().starred())
                .put("watermark", false);
        endpoint.setting("prompt_extend", Boolean.class).ifPresent(extend -> parameters.put("prompt_extend", extend));
        endpoint.whole("seed").ifPresent(seed -> parameters.put("seed", seed));
        return body;
    }

    private static String picture(JsonNode choices) {
        for (var part : choices.path(0).path("message").path("content")) {
            if (part.hasNonNull("image")) {
                return part.path("image").asText();
            }
        }
        throw new ModelFailure(Kind.EMPTY, "no picture in the answer");
    }

    /// Each picture of a task may fail by itself.
    private String result(JsonNode output) {
        var result = output.path("results").path(0);
        if (result.hasNonNull("url")) {
            return result.path("url").asText();
        }
        if (result.hasNonNull("code")) {
            throw DashScopeErrors.failure(endpoint, 200, result);
        }
        return picture(output.path("choices"));
    }
}

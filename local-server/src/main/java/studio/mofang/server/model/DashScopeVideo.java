package studio.mofang.server.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;
import studio.mofang.core.Json;
import studio.mofang.server.model.ModelFailure.Kind;

/// DashScope's videos, by task only. The visible AI mark is the provider's own watermark: drawing one here
/// would mean to code the whole video again.
final class DashScopeVideo implements VideoModel {
    private static final String PATH = "services/aigc/video-generation/video-synthesis";
    private static final Duration SUBMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration FETCH = Duration.ofMinutes(10);
    private static final Duration PACE = Duration.ofSeconds(15);
    private static final long LARGEST = 500L * 1024 * 1024;

    private final Endpoint endpoint;

    DashScopeVideo(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String submit(Order order, Cancellation cancellation) {
        var body = Json.shared().createObjectNode().put("model", endpoint.modelName());
        body.putObject("input").put("prompt", order.script());
        var parameters = body.putObject("parameters")
                .put("duration", length(order.seconds()))
                .put("watermark", true);
        shape(parameters, order.size());
        endpoint.setting("prompt_extend", Boolean.class).ifPresent(extend -> parameters.put("prompt_extend", extend));
        endpoint.whole("seed").ifPresent(seed -> parameters.put("seed", seed));
        return task(cancellation, SUBMIT).submitted(PATH, body);
    }

    @Override
    public Sight look(String ticket, Cancellation cancellation) {
        return switch (task(cancellation, LOOK).look(ticket)) {
            case DashScopeTask.State.Waiting _ -> new Sight.Waiting();
            case DashScopeTask.State.Working _ -> new Sight.Working();
            case DashScopeTask.State.Failed failed -> new Sight.Failed(failed.reason());
            case DashScopeTask.State.Done done ->
                done(done.output().path("video_url").asText());
        };
    }

    @Override
    public void fetch(Sight.Done done, Order order, Path target, DoubleConsumer progress, Cancellation cancellation) {
        new ProviderCall(endpoint, cancellation, FETCH).download(done.address(), LARGEST, in -> {
            try (var out = Files.newOutputStream(target)) {
                return in.transferTo(out);
            }
        });
        progress.accept(1);
    }

    @Override
    public void cancel(String ticket) {
        task(new Cancellation(), LOOK).cancel(ticket);
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public boolean passing(ModelFailure failure) {
        return failure.kind().passing() || failure.kind().mendable();
    }

    @Override
    public Duration pace() {
        return endpoint.whole("poll_millis").map(Duration::ofMillis).orElse(PACE);
    }

    /// The longest that the model makes and that is not longer than asked for, else the shortest. Source:
    /// the model pages of DashScope.
    @Override
    public int length(int seconds) {
        return lengths().stream()
                .filter(length -> length <= seconds)
                .max(Integer::compare)
                .orElse(lengths().getFirst());
    }

    private List<Integer> lengths() {
        var name = endpoint.modelName();
        if (name.startsWith("wan2.7")) {
            return java.util.stream.IntStream.rangeClosed(2, 15).boxed().toList();
        }
        if (name.startsWith("wan2.6")) {
            return List.of(5, 10, 15);
        }
        return name.startsWith("wan2.5") ? List.of(5, 10) : List.of(5);
    }

    private void shape(ObjectNode parameters, ImageSize size) {
        if (endpoint.modelName().startsWith("wan2.7")) {
            parameters.put(
                    "resolution", endpoint.setting("resolution", String.class).orElse("720P"));
            parameters.put(
                    "ratio", size.width() > size.height() ? "16:9" : size.width() == size.height() ? "1:1" : "9:16");
        } else {
            parameters.put(
                    "size",
                    size.width() > size.height() ? "1280*720" : size.width() == size.height() ? "960*960" : "720*1280");
        }
    }

    private static Sight done(String address) {
        return address.isEmpty()
                ? new Sight.Failed(new ModelFailure(Kind.EMPTY, "a task that is done and has no video"))
                : new Sight.Done(address);
    }

    private DashScopeTask task(Cancellation cancellation, Duration deadline) {
        return new DashScopeTask(endpoint, new ProviderCall(endpoint, cancellation, deadline));
    }
}

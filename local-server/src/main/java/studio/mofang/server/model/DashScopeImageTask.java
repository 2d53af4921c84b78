package studio.mofang.server.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.time.Duration;
import studio.mofang.server.model.DashScopeTask.State;
import studio.mofang.server.model.ModelFailure.Kind;

/// DashScope's pictures by task.
final class DashScopeImageTask implements ImageModel.ByTask {
    private static final Duration SUBMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration FETCH = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_PAUSE_AFTER = 2;

    private final Endpoint endpoint;
    private final DashScopeImageRoute route;

    DashScopeImageTask(Endpoint endpoint, DashScopeImageRoute route) {
        this.endpoint = endpoint;
        this.route = route;
    }

    @Override
    public String submit(Order order, Cancellation cancellation) {
        var deadline = order.deadline().compareTo(SUBMIT) < 0 ? order.deadline() : SUBMIT;
        return task(cancellation, deadline).submitted(route.path(), route.body(endpoint, order));
    }

    @Override
    public Sight look(String ticket, Cancellation cancellation) {
        return switch (known(ticket, cancellation)) {
            case State.Waiting _, State.Working _ -> new Sight.Unfinished();
            case State.Failed failed -> new Sight.Failed(failed.reason());
            case State.Done done -> result(done.output());
        };
    }

    @Override
    public Drawn fetch(Sight.Done done, ImageSize size, Cancellation cancellation) {
        var call = new ProviderCall(endpoint, cancellation, FETCH);
        return Artwork.of(call.download(done.address(), Artwork.LARGEST, InputStream::readAllBytes), size);
    }

    @Override
    public void cancel(String ticket) {
        task(new Cancellation(), LOOK).cancel(ticket);
    }

    /// A model's own pace, where its config has one.
    @Override
    public Duration pace(int looks) {
        return endpoint.whole("poll_millis")
                .map(Duration::ofMillis)
                .orElseGet(() -> FIRST_PAUSE.multipliedBy(1L << Math.min(looks, LONGEST_PAUSE_AFTER)));
    }

    /// About the address of a task, 404 means the task and not the model.
    private State known(String ticket, Cancellation cancellation) {
        try {
            return task(cancellation, LOOK).look(ticket);
        } catch (ModelFailure e) {
            if (e.kind() == Kind.MODEL_UNKNOWN) {
                return new State.Failed(new ModelFailure(Kind.RESULT_GONE, "no task " + ticket + " there", e));
            }
            throw e;
        }
    }

    /// Each picture of a task may fail by itself.
    private Sight result(JsonNode output) {
        var result = output.path("results").path(0);
        if (result.hasNonNull("url")) {
            return new Sight.Done(result.path("url").asText());
        }
        if (result.hasNonNull("code")) {
            return new Sight.Failed(DashScopeErrors.failure(endpoint, 200, result));
        }
        return DashScopeImage.address(output)
                .<Sight>map(Sight.Done::new)
                .orElseGet(() -> new Sight.Failed(DashScopeImage.nothing()));
    }

    private DashScopeTask task(Cancellation cancellation, Duration deadline) {
        return new DashScopeTask(endpoint, new ProviderCall(endpoint, cancellation, deadline));
    }
}

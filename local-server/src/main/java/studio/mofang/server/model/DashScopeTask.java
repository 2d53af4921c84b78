package studio.mofang.server.model;

import com.fasterxml.jackson.databind.JsonNode;
import studio.mofang.server.model.ModelFailure.Kind;

/// A task at DashScope: submitted once, asked about by its id. Tasks and their results are kept for 24
/// hours.
final class DashScopeTask {
    private final Endpoint endpoint;
    private final ProviderCall call;

    DashScopeTask(Endpoint endpoint, ProviderCall call) {
        this.endpoint = endpoint;
        this.call = call;
    }

    /// What a task is known to be.
    sealed interface State {
        record Waiting() implements State {}

        record Working() implements State {}

        record Done(JsonNode output) implements State {}

        record Failed(ModelFailure reason) implements State {}
    }

    String submitted(String path, JsonNode body) {
        var id = call.post(path, body, true).path("output").path("task_id").asText();
        if (id.isEmpty()) {
            throw new ModelFailure(Kind.BROKEN, "a task without an id");
        }
        return id;
    }

    /// Throws ModelFailure where it could not be asked.
    State look(String id) {
        var output = call.get("tasks/" + id).path("output");
        return switch (output.path("task_status").asText()) {
            case "PENDING", "SUSPENDED" -> new State.Waiting();
            case "RUNNING" -> new State.Working();
            case "SUCCEEDED" -> new State.Done(output);
            case "FAILED" -> new State.Failed(DashScopeErrors.failure(endpoint, 200, output));
            case "CANCELED" -> failed(Kind.CANCELLED, "task " + id + " was cancelled at the provider");
            case "UNKNOWN" -> failed(Kind.RESULT_GONE, "the provider knows no task " + id);
            default -> throw new ModelFailure(Kind.BROKEN, "task " + id + " in no known state");
        };
    }

    private static State failed(Kind kind, String words) {
        return new State.Failed(new ModelFailure(kind, words));
    }

    /// Only what has not begun can be cancelled there.
    void cancel(String id) {
        call.post("tasks/" + id + "/cancel", studio.mofang.core.Json.shared().createObjectNode(), false);
    }
}

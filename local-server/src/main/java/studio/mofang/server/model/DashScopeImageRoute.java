package studio.mofang.server.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import studio.mofang.core.Json;

/// DashScope's three ways to a picture, each with its own path and form of the words. Always one picture: DashScope's
/// default is four, each of them billed. Source: the model pages of DashScope.
enum DashScopeImageRoute {
    /// The newer models, while one waits.
    AT_ONCE("services/aigc/multimodal-generation/generation"),
    /// The newer models, by task.
    TASK("services/aigc/image-generation/generation"),
    /// The older models, which mostly know nothing but tasks.
    OLDER_TASK("services/aigc/text2image/image-synthesis");

    private static final Set<String> ONLY_TASKS = Set.of("wan2.5-", "wan2.2-", "wanx");
    private static final String OLDER_QWEN = "qwen-image";

    private final String path;

    DashScopeImageRoute(String path) {
        this.path = path;
    }

    /// `async` in the model's config decides where it can.
    static DashScopeImageRoute of(Endpoint endpoint) {
        var name = endpoint.modelName();
        boolean onlyTasks = ONLY_TASKS.stream().anyMatch(name::startsWith);
        boolean usual = onlyTasks || name.equals(OLDER_QWEN);
        if (!endpoint.setting("async", Boolean.class).orElse(usual)) {
            return AT_ONCE;
        }
        return onlyTasks || name.startsWith(OLDER_QWEN) ? OLDER_TASK : TASK;
    }

    String path() {
        return path;
    }

    boolean byTask() {
        return this != AT_ONCE;
    }

    JsonNode body(Endpoint endpoint, ImageModel.Order order) {
        var body = Json.shared().createObjectNode().put("model", endpoint.modelName());
        var parameters = body.putObject("parameters")
                .put("n", 1)
                .put("size", order.size().starred())
                .put("watermark", false);
        endpoint.setting("prompt_extend", Boolean.class).ifPresent(extend -> parameters.put("prompt_extend", extend));
        endpoint.whole("seed").ifPresent(seed -> parameters.put("seed", seed));
        var unwanted = words(body, order.prompt());
        if (!order.negative().isBlank()) {
            unwanted.put("negative_prompt", order.negative());
        }
        return body;
    }

    /// Puts the prompt in, and tells where what is not wanted goes.
    private ObjectNode words(ObjectNode body, String prompt) {
        var input = body.putObject("input");
        if (this == OLDER_TASK) {
            return input.put("prompt", prompt);
        }
        input.putArray("messages")
                .addObject()
                .put("role", "user")
                .putArray("content")
                .addObject()
                .put("text", prompt);
        return body.withObject("/parameters");
    }
}

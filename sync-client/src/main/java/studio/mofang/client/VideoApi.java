package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import studio.mofang.core.Page;
import studio.mofang.core.Videos.Request;
import studio.mofang.core.Videos.Task;

/// Chapter 5: videos, each a task that goes on without its client.
public final class VideoApi {
    private final ApiClient client;

    public VideoApi(ApiClient client) {
        this.client = client;
    }

    public Task generate(Request request) throws ApiException {
        return client.post("video/generate", request, new TypeReference<>() {});
    }

    public Task status(String taskId) throws ApiException {
        return client.get("video/" + taskId + "/status", Map.of(), new TypeReference<>() {});
    }

    /// Gives the credits back; what has ended stays as it is.
    public Task cancel(String taskId) throws ApiException {
        return client.post("video/" + taskId + "/cancel", Map.of(), new TypeReference<>() {});
    }

    /// The newest first.
    public Page<Task> tasks(int page, int pageSize) throws ApiException {
        return client.get("video/tasks", Map.of("page", page, "page_size", pageSize), new TypeReference<>() {});
    }

    /// What changes about the user's tasks from now on, after how they all stand; see TaskStream.
    public TaskStream stream(TaskStream.Listener listener) {
        return client.socket("tasks/stream", listener);
    }
}

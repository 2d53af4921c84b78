package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.Creations.WritingRequest;

/// Chapter 3: the fourteen writing tools.
public final class WritingApi {
    private final ApiClient client;

    public WritingApi(ApiClient client) {
        this.client = client;
    }

    public List<Tool> tools() throws ApiException {
        return client.get("writing/tools", Map.of(), new TypeReference<>() {});
    }

    public Generated generate(String toolType, WritingRequest request) throws ApiException {
        return client.post("writing/" + toolType + "/generate", request, new TypeReference<>() {});
    }

    /// The same with the text coming in pieces; nothing is sent before `EventStream.run`.
    public EventStream stream(String toolType, WritingRequest request) {
        return client.stream("writing/" + toolType + "/generate", request);
    }
}

package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import studio.mofang.core.AiModels.Draft;
import studio.mofang.core.AiModels.Model;
import studio.mofang.core.AiModels.Probe;

/// Chapter 10: the AI models.
public final class ModelApi {
    private final ApiClient client;

    public ModelApi(ApiClient client) {
        this.client = client;
    }

    public List<Model> models() throws ApiException {
        return client.get("models", Map.of(), new TypeReference<>() {});
    }

    public Model add(Draft draft) throws ApiException {
        return client.post("models", draft, new TypeReference<>() {});
    }

    public Model change(long id, Draft draft) throws ApiException {
        return client.put("models/" + id, draft, new TypeReference<>() {});
    }

    public void remove(long id) throws ApiException {
        client.delete("models/" + id, new TypeReference<Map<String, Object>>() {});
    }

    /// A short real call to the provider with what is stored.
    public Probe test(long id) throws ApiException {
        return client.post("models/" + id + "/test", Map.of(), new TypeReference<>() {});
    }
}

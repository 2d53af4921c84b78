package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.Map;
import studio.mofang.core.Previews.Previewed;
import studio.mofang.core.Previews.Request;
import studio.mofang.core.Previews.Rulebook;
import studio.mofang.core.platform.Wish;

/// What a creation becomes on the platforms, before it goes there.
public final class PreviewApi {
    private final ApiClient client;

    public PreviewApi(ApiClient client) {
        this.client = client;
    }

    public Previewed preview(Request request) throws ApiException {
        return client.post("publish/preview", request, new TypeReference<>() {});
    }

    public Rulebook rules() throws ApiException {
        return client.get("publish/rules", Map.of(), new TypeReference<>() {});
    }

    /// One card of a creation's note as PNG; `number` from 1.
    public byte[] card(long creationId, int number, Wish wish) throws ApiException {
        var query = new HashMap<String, Object>();
        if (wish.title() != null) {
            query.put("title", wish.title());
        }
        if (wish.tags() != null) {
            query.put("tags", String.join(",", wish.tags()));
        }
        if (wish.theme() != null) {
            query.put("theme", wish.theme());
        }
        return client.bytes("publish/cards/" + creationId + "/" + number, query);
    }
}

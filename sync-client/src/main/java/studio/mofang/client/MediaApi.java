package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Media.Item;
import studio.mofang.core.Page;

/// The user's files: pictures, videos and decks.
public final class MediaApi {
    private final ApiClient client;

    public MediaApi(ApiClient client) {
        this.client = client;
    }

    /// At most 64 MiB; the server tells the type by the content.
    public Item upload(byte[] content) throws ApiException {
        return client.upload("media", content, new TypeReference<>() {});
    }

    /// `kind` is image, video or slides; absent for all.
    public Page<Item> list(@Nullable String kind, int page, int pageSize) throws ApiException {
        var query = new HashMap<String, Object>(Map.of("page", page, "page_size", pageSize));
        if (kind != null) {
            query.put("kind", kind);
        }
        return client.get("media", query, new TypeReference<>() {});
    }

    /// With an address that is good for a day.
    public Item item(UUID id) throws ApiException {
        return client.get("media/" + id + "/info", Map.of(), new TypeReference<>() {});
    }

    public byte[] content(Item item) throws ApiException {
        return client.fetch(item.url());
    }

    public void delete(UUID id) throws ApiException {
        client.delete("media/" + id, new TypeReference<Map<String, Object>>() {});
    }
}

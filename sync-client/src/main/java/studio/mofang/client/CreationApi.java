package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Creations.TagCount;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Creations.VersionName;
import studio.mofang.core.Page;

/// Chapter 7 and its extensions: the gallery, versions, trash, tags, search and export.
public final class CreationApi {
    private final ApiClient client;

    public CreationApi(ApiClient client) {
        this.client = client;
    }

    /// What part of the gallery is asked for; an absent component does not narrow it.
    public record Query(
            @Nullable String text,
            @Nullable String type,
            @Nullable String toolType,
            @Nullable String tag,
            boolean trash,
            int page,
            int pageSize) {}

    /// Texts cut to their first 200 characters.
    public Page<Creation> list(Query query) throws ApiException {
        var wanted = new HashMap<String, Object>(
                Map.of("page", query.page(), "page_size", query.pageSize(), "trash", query.trash(), "brief", true));
        put(wanted, "q", query.text());
        put(wanted, "type", query.type());
        put(wanted, "tool_type", query.toolType());
        put(wanted, "tag", query.tag());
        return client.get("creations", wanted, new TypeReference<>() {});
    }

    public Creation creation(long id) throws ApiException {
        return client.get("creations/" + id, Map.of(), new TypeReference<>() {});
    }

    /// One that is in the trash.
    public Creation trashed(long id) throws ApiException {
        return client.get("creations/" + id, Map.of("trash", true), new TypeReference<>() {});
    }

    public Creation create(Draft draft) throws ApiException {
        return client.post("creations", draft, new TypeReference<>() {});
    }

    public Creation change(long id, Draft draft) throws ApiException {
        return client.put("creations/" + id, draft, new TypeReference<>() {});
    }

    /// Into the trash, from where `restore` brings it back.
    public void delete(long id) throws ApiException {
        client.delete("creations/" + id, new TypeReference<Map<String, Object>>() {});
    }

    public Creation restore(long id) throws ApiException {
        return client.post("creations/" + id + "/restore", Map.of(), new TypeReference<>() {});
    }

    /// Out of the trash for good.
    public void purge(long id) throws ApiException {
        client.delete("creations/" + id + "/purge", new TypeReference<Map<String, Object>>() {});
    }

    public Page<Version> versions(long id, int page, int pageSize) throws ApiException {
        return client.get(
                "creations/" + id + "/versions", Map.of("page", page, "page_size", pageSize), new TypeReference<>() {});
    }

    public Version version(long id, long version) throws ApiException {
        return client.get("creations/" + id + "/versions/" + version, Map.of(), new TypeReference<>() {});
    }

    /// A named version is never written over by autosaves.
    public Version nameVersion(long id, long version, String name) throws ApiException {
        return client.put("creations/" + id + "/versions/" + version, new VersionName(name), new TypeReference<>() {});
    }

    public Creation restoreVersion(long id, long version) throws ApiException {
        return client.post("creations/" + id + "/versions/" + version + "/restore", Map.of(), new TypeReference<>() {});
    }

    public List<TagCount> tags() throws ApiException {
        return client.get("creations/tags", Map.of(), new TypeReference<>() {});
    }

    /// `format` is md, html or docx.
    public byte[] export(long id, String format) throws ApiException {
        return client.bytes("creations/" + id + "/export", Map.of("format", format));
    }

    private static void put(Map<String, Object> query, String name, @Nullable String wanted) {
        if (wanted != null && !wanted.isBlank()) {
            query.put(name, wanted);
        }
    }
}

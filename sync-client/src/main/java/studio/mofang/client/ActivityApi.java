package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.Activities.Draft;
import studio.mofang.core.Activities.Participation;
import studio.mofang.core.Page;

/// Sections 9.1 to 9.3: activities to make and to take part in. An empty status asks for all.
public final class ActivityApi {
    private final ApiClient client;

    public ActivityApi(ApiClient client) {
        this.client = client;
    }

    /// For admins.
    public Activity create(Draft draft) throws ApiException {
        return client.post("operation/activities", draft, new TypeReference<>() {});
    }

    /// For admins.
    public Activity end(long id) throws ApiException {
        return client.post("operation/activities/" + id + "/end", Map.of(), new TypeReference<>() {});
    }

    public Page<Activity> activities(String status, int page, int pageSize) throws ApiException {
        var query = Map.of("status", status, "page", page, "page_size", pageSize);
        return client.get("operation/activities", query, new TypeReference<>() {});
    }

    public Participation participate(long id) throws ApiException {
        return client.post("operation/activities/" + id + "/participate", Map.of(), new TypeReference<>() {});
    }

    public Page<Participation> participations(int page, int pageSize) throws ApiException {
        return client.get(
                "operation/my-participations", Map.of("page", page, "page_size", pageSize), new TypeReference<>() {});
    }
}

package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Page;
import studio.mofang.core.Publications.Answer;
import studio.mofang.core.Publications.Authorization;
import studio.mofang.core.Publications.AuthorizationRequest;
import studio.mofang.core.Publications.AuthorizationState;
import studio.mofang.core.Publications.Binding;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Platform;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Relay;
import studio.mofang.core.Publications.Request;

/// Chapter 8: platforms, accounts there, and what is published.
public final class PublishApi {
    private static final TypeReference<Publication> PUBLICATION = new TypeReference<>() {};

    private final ApiClient client;

    public PublishApi(ApiClient client) {
        this.client = client;
    }

    public Publication publish(Request request) throws ApiException {
        return client.post("publish", request, PUBLICATION);
    }

    public List<Platform> platforms() throws ApiException {
        return client.get("publish/platforms", Map.of(), new TypeReference<>() {});
    }

    /// The credentials are tried at the platform before they are kept.
    public Platform bind(String platform, Map<String, String> credentials) throws ApiException {
        return client.post("publish/platforms/bind", new Binding(platform, credentials), new TypeReference<>() {});
    }

    public void unbind(String platform) throws ApiException {
        client.delete("publish/platforms/" + platform, new TypeReference<Map<String, Object>>() {});
    }

    /// With `state` only what has a platform in it.
    public Page<Publication> history(@Nullable String state, int page, int pageSize) throws ApiException {
        var query = new HashMap<String, Object>(Map.of("page", page, "page_size", pageSize));
        if (state != null) {
            query.put("state", state);
        }
        return client.get("publish/history", query, new TypeReference<>() {});
    }

    public List<Publication> schedule(Instant from, Instant until) throws ApiException {
        var query = Map.of("from", BeijingTime.write(from), "until", BeijingTime.write(until));
        return client.get("publish/schedule", query, new TypeReference<>() {});
    }

    public Publication publication(long id) throws ApiException {
        return client.get("publish/" + id, Map.of(), PUBLICATION);
    }

    public Publication cancel(long id, @Nullable String platform) throws ApiException {
        return answer(id, "cancel", new Answer(platform, null, null));
    }

    public Publication retry(long id, @Nullable String platform) throws ApiException {
        return answer(id, "retry", new Answer(platform, null, null));
    }

    /// The person has published it there by hand.
    public Publication confirm(long id, String platform, @Nullable String link) throws ApiException {
        return answer(id, "confirm", new Answer(platform, link, null));
    }

    public Publication reschedule(long id, @Nullable String platform, Instant when) throws ApiException {
        return answer(id, "reschedule", new Answer(platform, null, when));
    }

    /// What is prepared for a person's own hands.
    public HandOff handOff(long id, String platform) throws ApiException {
        return client.get("publish/" + id + "/pack/" + platform, Map.of(), new TypeReference<>() {});
    }

    /// Opens the page for a phone on the same network; it takes the place of one that was open before.
    public Relay openRelay(long id, String platform) throws ApiException {
        return client.post("publish/" + id + "/relay", Answer.about(platform), new TypeReference<>() {});
    }

    /// A later opening stays.
    public void closeRelay(long id, Relay relay) throws ApiException {
        var which = Map.of("opening", relay.opening());
        client.delete("publish/" + id + "/relay", which, new TypeReference<Map<String, Object>>() {});
    }

    /// Where the person allows the studio to publish; the browser then comes back to the server, which binds
    /// the account.
    public Authorization authorize(String platform, String appId, String appSecret) throws ApiException {
        return authorize(new AuthorizationRequest(platform, appId, appSecret, null));
    }

    /// The same with an address of the application's own, from which the person copies the code.
    public Authorization authorizeByHand(String platform, String appId, String redirectUri) throws ApiException {
        return authorize(new AuthorizationRequest(platform, appId, null, redirectUri));
    }

    /// What has become of the last one.
    public AuthorizationState authorization(String platform) throws ApiException {
        return client.get("publish/platforms/" + platform + "/authorization", Map.of(), new TypeReference<>() {});
    }

    private Authorization authorize(AuthorizationRequest request) throws ApiException {
        return client.post("publish/platforms/authorize", request, new TypeReference<>() {});
    }

    private Publication answer(long id, String deed, Answer answer) throws ApiException {
        return client.post("publish/" + id + "/" + deed, answer, PUBLICATION);
    }
}

package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.client.PublishApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.client.VideoApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Json;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Publications;
import studio.mofang.core.Slides;
import studio.mofang.core.Videos;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Rule X13: for every route of the OpenAPI document that names something by its id, another user finds
/// nothing there.
@ParameterizedClass
@EnumSource(Engine.class)
class ForeignRowsTest {
    private final TestServer server;

    ForeignRowsTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void anotherUsersRowsAreNotThere() throws IOException, ApiException {
        var alice = server.newUser();
        var names = namesOf(alice);
        var eve = server.newUser().tokens().accessToken();
        var found = new ArrayList<String>();
        int tried = 0;
        for (var path : paths().properties()) {
            for (var named : names.entrySet()) {
                if (path.getKey().startsWith(named.getKey() + "{")) {
                    for (var method : iterable(path.getValue())) {
                        tried++;
                        int status = status(method, path.getKey(), named.getValue(), eve);
                        if (status != 404 && status != 403) {
                            found.add(method + " " + path.getKey() + " → " + status);
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(12);
        assertThat(new CreationApi(alice.client())
                        .creation(Long.parseLong(names.get("/api/v1/creations/")))
                        .content())
                .isEqualTo("只属于她");
    }

    private Map<String, String> namesOf(TestUser alice) throws ApiException {
        var creation = new CreationApi(alice.client())
                .create(new Draft(null, "writing", null, "标题", "只属于她", List.of("标签"), null));
        var order = new PaymentApi(alice.client()).recharge(new Recharge(Money.yuan(10), "alipay", null));
        var session = new AccountApi(alice.client()).sessions().getFirst();
        var media = new MediaApi(alice.client()).upload(Pictures.png(4, 4));
        var video = new VideoApi(alice.client()).generate(new Videos.Request("好。", 3, null, null, true, null));
        var deck = new SlidesApi(alice.client())
                .generate(new Slides.Request("题", null, null, null, null, null, "- 只属于她", null, true));
        var publication = new PublishApi(alice.client())
                .publish(new Publications.Request(creation.id(), List.of("toutiao"), null, null, null));
        return Map.of(
                "/api/v1/video/", video.taskId(),
                "/api/v1/publish/", String.valueOf(publication.publishId()),
                "/api/v1/ppt/", String.valueOf(deck.pptId()),
                "/api/v1/media/", media.id().toString(),
                "/api/v1/creations/", String.valueOf(creation.id()),
                "/api/v1/publish/cards/", String.valueOf(creation.id()),
                "/api/v1/credit/orders/", order.orderId(),
                "/api/v1/auth/sessions/", session.id().toString(),
                "/api/v1/models/", "1");
    }

    private int status(String method, String path, String name, String token) throws IOException {
        var body = method.equals("GET")
                ? null
                : RequestBody.create("{\"title\":\"x\",\"name\":\"x\"}", MediaType.get("application/json"));
        var request = new Request.Builder()
                .url(server.url() + path.replaceFirst("\\{\\w+}", name).replaceAll("\\{\\w+}", "1") + "?format=md")
                .header("Authorization", "Bearer " + token)
                .method(method, body)
                .build();
        try (var response = server.http().newCall(request).execute()) {
            return response.code();
        }
    }

    private JsonNode paths() throws IOException {
        var request =
                new Request.Builder().url(server.url() + "/api/v1/openapi.json").build();
        try (var response = server.http().newCall(request).execute()) {
            return Json.shared().readTree(response.body().bytes()).path("paths");
        }
    }

    private static List<String> iterable(JsonNode operations) {
        var methods = new ArrayList<String>();
        operations.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        return methods;
    }
}

package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

/// Rule X13: for every route of the OpenAPI document that names something by its id, another user finds
/// nothing there.
@ParameterizedClass
@EnumSource(Engine.class)
class ForeignRowsTest {
    private static final byte[] BODY = "{\"title\":\"x\",\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8);

    /// What is everybody's, each user's own under the same name, an admin's alone, or opened by a signed address.
    private static final Set<String> NOBODYS_OWN = Set.of(
            "/api/v1/operation/coupons/{coupon_id}/end",
            "/api/v1/operation/payment-events/{event_id}/handled",
            "/api/v1/operation/coupons/{coupon_id}/claim",
            "/api/v1/operation/activities/{activity_id}/participate",
            "/api/v1/operation/activities/{activity_id}/end",
            "/api/v1/operation/users/{user_id}",
            "/api/v1/models/{id}",
            "/api/v1/models/{id}/test",
            "/api/v1/ppt/themes/{theme}/preview",
            "/api/v1/operation/statements/{gateway}/{bill_date}/compare",
            "/api/v1/publish/platforms/{platform}",
            "/api/v1/publish/platforms/{platform}/authorization",
            "/api/v1/publish/notify/douyin/{client_key}",
            "/api/v1/writing/{tool_type}/generate",
            "/pay/{order_id}");

    private final TestServer server;

    ForeignRowsTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void anotherUsersRowsAreNotThere() throws IOException, ApiException {
        var alice = server.newUser();
        var hers = Belongings.of(alice);
        var eve = "Bearer " + server.newUser().tokens().accessToken();
        var found = new ArrayList<String>();
        for (var operation : Operations.of(server)) {
            var path = hers.named(operation.path());
            if (path.isPresent()) {
                int status = Operations.send(server, operation.method(), path.get() + "?format=md", eve, BODY)
                        .status();
                if (status != 404 && status != 403) {
                    found.add(operation.method() + " " + operation.path() + " → " + status);
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(new CreationApi(alice.client()).creation(hers.creation()).content())
                .isEqualTo(hers.text());
    }

    @Test
    void everyRouteThatNamesSomethingIsTriedOrIsNobodysOwn() throws IOException, ApiException {
        var hers = Belongings.of(server.newUser());
        var untried = new TreeSet<String>();
        for (var operation : Operations.of(server)) {
            if (operation.templated() && hers.named(operation.path()).isEmpty()) {
                untried.add(operation.path());
            }
        }
        assertThat(untried).containsExactlyInAnyOrderElementsOf(NOBODYS_OWN);
    }
}

package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;
import studio.mofang.server.web.Operations.Operation;

/// Rule X13: for every route of the OpenAPI document that names something by its id, another user finds
/// nothing there.
@ParameterizedClass
@EnumSource(Engine.class)
class ForeignRowsTest {
    /// Something for each of the routes that would else refuse anybody before they look for the row.
    private static final byte[] BODY = "{\"title\":\"x\",\"name\":\"x\",\"platform\":\"%s\"}"
            .formatted(Belongings.PLATFORM)
            .getBytes(StandardCharsets.UTF_8);

    /// What is everybody's, each user's own under the same name, an admin's alone, or opened by a signed address.
    private static final Set<String> NOBODYS_OWN = Set.of(
            "DELETE /api/v1/models/{id}",
            "DELETE /api/v1/publish/platforms/{platform}",
            "GET /api/v1/credit/orders/{order_id}/refund-preview",
            "GET /api/v1/media/{id}",
            "GET /api/v1/ppt/themes/{theme}/preview",
            "GET /api/v1/publish/platforms/{platform}/authorization",
            "GET /pay/{order_id}",
            "POST /api/v1/credit/orders/{order_id}/refund",
            "POST /api/v1/models/{id}/test",
            "POST /api/v1/operation/activities/{activity_id}/end",
            "POST /api/v1/operation/activities/{activity_id}/participate",
            "POST /api/v1/operation/coupons/{coupon_id}/claim",
            "POST /api/v1/operation/coupons/{coupon_id}/end",
            "POST /api/v1/operation/payment-events/{event_id}/handled",
            "POST /api/v1/operation/statements/{gateway}/{bill_date}/compare",
            "POST /api/v1/publish/notify/douyin/{client_key}",
            "POST /api/v1/writing/{tool_type}/generate",
            "POST /pay/{order_id}",
            "PUT /api/v1/models/{id}",
            "PUT /api/v1/operation/users/{user_id}");

    /// An owner reads before changing, and deletes last.
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");

    private final TestServer server;

    ForeignRowsTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void anotherUsersRowsAreNotThere() throws IOException, ApiException {
        var alice = server.newUser();
        var hers = Belongings.of(alice);
        var found = answers(hers, server.newUser());
        found.values().removeIf(status -> status == 404);

        assertThat(found).isEmpty();
        assertThat(new CreationApi(alice.client()).creation(hers.creation()).content())
                .isEqualTo(hers.text());
    }

    /// Without which a route that finds nothing for anybody would pass.
    @Test
    void theirOwnerFindsThem() throws IOException, ApiException {
        var alice = server.newUser();
        var hers = Belongings.of(alice);
        // The session among her belongings will be ended.
        var again = server.signIn(alice.tokens().user().username(), TestUser.PASSWORD);
        var missed = answers(hers, again);
        missed.values().removeIf(status -> !Set.of(401, 403, 404, 405).contains(status));

        assertThat(missed).isEmpty();
    }

    @Test
    void everyRouteThatNamesSomethingIsTriedOrIsNobodysOwn() throws IOException, ApiException {
        var hers = Belongings.of(server.newUser());
        var untried = new TreeSet<String>();
        for (var operation : Operations.of(server)) {
            if (operation.templated() && path(hers, operation).isEmpty()) {
                untried.add(name(operation));
            }
        }
        assertThat(untried).containsExactlyInAnyOrderElementsOf(NOBODYS_OWN);
    }

    /// With which status each operation on these answers this user.
    private Map<String, Integer> answers(Belongings belongings, TestUser user) throws IOException {
        var bearer = "Bearer " + user.tokens().accessToken();
        var operations = Operations.of(server).stream()
                .sorted(Comparator.comparing(operation -> METHODS.indexOf(operation.method())))
                .toList();
        var answers = new TreeMap<String, Integer>();
        for (var operation : operations) {
            var path = path(belongings, operation);
            if (path.isPresent()) {
                var answer = Operations.send(server, operation.method(), path.get() + "?format=md", bearer, BODY);
                answers.put(name(operation), answer.status());
            }
        }
        return answers;
    }

    private static Optional<String> path(Belongings belongings, Operation operation) {
        return NOBODYS_OWN.contains(name(operation)) ? Optional.empty() : belongings.named(operation.path());
    }

    private static String name(Operation operation) {
        return operation.method() + " " + operation.path();
    }
}

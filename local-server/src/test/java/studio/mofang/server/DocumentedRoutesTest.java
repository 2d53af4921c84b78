package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsHandlerType;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Json;
import studio.mofang.server.db.Store;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

/// The OpenAPI document against the routes that the web framework itself knows, WebSockets included.
class DocumentedRoutesTest {
    private static final Set<HandlerType> FILTERS =
            Set.of(HandlerType.BEFORE, HandlerType.WEBSOCKET_BEFORE_UPGRADE, HandlerType.HEAD);

    @Test
    void theDocumentListsExactlyWhatIsServed() throws IOException {
        var config = TestServer.config(Engine.H2, Engine.H2.freshStorage());
        try (var database = Store.open(config.storage());
                var features = new Features(config, database, InstantSource.system())) {
            var http = HttpDoor.open(config.listen(), features);
            try {
                assertThat(documented(http.port())).containsExactlyInAnyOrderElementsOf(served(http));
            } finally {
                http.stop();
            }
        }
    }

    private static Set<String> served(Javalin http) {
        var router = http.unsafe.internalRouter;
        var routes = router.allHttpHandlers().stream()
                .filter(route -> !FILTERS.contains(route.endpoint.method))
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path);
        var sockets = router.allWsHandlers().stream()
                .filter(socket -> socket.getType() == WsHandlerType.WEBSOCKET)
                .map(socket -> "101 " + socket.getPath());
        return Stream.concat(routes, sockets).collect(Collectors.toSet());
    }

    private static Set<String> documented(int port) throws IOException {
        var request = new Request.Builder().url("http://127.0.0.1:" + port + "/api/v1/openapi.json");
        try (var response = new OkHttpClient().newCall(request.build()).execute()) {
            var paths = Json.shared().readTree(response.body().bytes()).path("paths");
            return paths.properties().stream()
                    .flatMap(path -> StreamSupport.stream(
                                    path.getValue().properties().spliterator(), false)
                            .map(operation -> name(operation.getKey(), operation.getValue()) + " " + path.getKey()))
                    .collect(Collectors.toSet());
        }
    }

    private static String name(String method, JsonNode operation) {
        return operation.path("responses").has("101") ? "101" : method.toUpperCase(Locale.ROOT);
    }
}

package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.web.Operations.Operation;

/// Every route of the OpenAPI document against input that no client of ours sends: never a fault of ours, never a leak,
/// always the envelope.
@ParameterizedClass
@EnumSource(Engine.class)
class MalformedInputTest {
    private static final List<byte[]> BODIES = bodies();
    private static final List<String> IDS =
            List.of("0", "-1", "abc", "9223372036854775808", "1%00", "..%2f..%2fetc", "'%20or%201=1--", "%F0%9F%98%80");
    private static final List<String> QUERIES = List.of(
            "page=0",
            "page=-5&page_size=20",
            "page=abc",
            "page_size=101",
            "page_size=99999999999",
            "page=99999999",
            "q=%00&type=%27&tag=%F0%9F%98%80&trash=maybe",
            "q=" + "长".repeat(500).replace("长", "%E9%95%BF"),
            "format=exe&is_active=perhaps&status=%00&start_date=31-31-2026&token=%00");

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json; charset=foo",
            "application/json; charset=utf-7",
            "application/json; charset=a b",
            "application/json; charset=\"",
            "application/json; charset=",
            "application/json; charset=utf-16; charset=gbk",
            "text/plain; charset=foo",
            "application/x-www-form-urlencoded; charset=foo",
            "multipart/form-data; boundary=\"; charset=foo",
            "json",
            ";");

    private final TestServer server;

    MalformedInputTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void noRouteAnswersMalformedInputWithAFaultOfOurs() throws IOException, ApiException {
        var admin = "Bearer " + server.admin().tokens().accessToken();
        var user = "Bearer " + server.newUser().tokens().accessToken();
        var complaints = new ArrayList<String>();
        for (var route : routes()) {
            var paths = paths(route);
            var bodies = route.method().equals("GET") ? List.of(new byte[0]) : BODIES;
            complaints.addAll(complaints(route, admin, paths, bodies));
            complaints.addAll(complaints(route, user, paths.subList(0, 1), bodies));
            // The gate refuses a stranger before anything of the body is read.
            complaints.addAll(complaints(route, "Bearer nonsense", paths, bodies.subList(0, 1)));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void noContentTypeMakesAFaultOfOurs() throws IOException, ApiException {
        var bearer = "Bearer " + server.newUser().tokens().accessToken();
        var complaints = new ArrayList<String>();
        for (var route : routes()) {
            var path = paths(route).getFirst();
            for (var type : CONTENT_TYPES) {
                var answer = Operations.send(server, typed(route.method(), path, bearer, type));
                Complaints.about(path, answer)
                        .ifPresent(complaint ->
                                complaints.add(complaint + ": " + route.method() + " " + path + " " + type));
            }
        }
        assertThat(complaints).isEmpty();
    }

    private Request typed(String method, String path, String bearer, String type) {
        var body = RequestBody.create("{}".getBytes(StandardCharsets.UTF_8));
        return new Request.Builder()
                .url(server.url() + path)
                .header("Authorization", bearer)
                .header("Content-Type", type)
                .method(method, method.equals("GET") ? null : body)
                .build();
    }

    private List<String> complaints(Operation route, String bearer, List<String> paths, List<byte[]> bodies)
            throws IOException {
        var complaints = new ArrayList<String>();
        for (var path : paths) {
            for (var body : bodies) {
                var answer = Operations.send(server, route.method(), path, bearer, body);
                Complaints.about(path, answer)
                        .ifPresent(complaint -> complaints.add(
                                complaint + ": " + route.method() + " " + path + " " + head(body) + " → " + answer));
            }
        }
        return complaints;
    }

    private List<Operation> routes() throws IOException {
        var routes = Operations.of(server).stream()
                .filter(route ->
                        !route.path().endsWith("/keys/rotate") && !route.path().endsWith("/logout"))
                .toList();
        assertThat(routes).hasSizeGreaterThanOrEqualTo(40);
        return routes;
    }

    private static List<String> paths(Operation route) {
        var paths = new ArrayList<String>();
        if (route.templated()) {
            IDS.forEach(id -> paths.add(route.path().replaceAll("\\{\\w+}", id.replace("$", ""))));
        }
        if (route.method().equals("GET")) {
            QUERIES.forEach(query -> paths.add(route.path().replaceAll("\\{\\w+}", "1") + "?" + query));
        }
        if (paths.isEmpty()) {
            paths.add(route.path());
        }
        return paths;
    }

    private static List<byte[]> bodies() {
        var texts = List.of(
                "",
                "{",
                "null",
                "[]",
                "\"text\"",
                "{\"username\":{},\"title\":[1],\"amount\":\"ten\",\"order_id\":1,\"page\":{}}",
                "{\"amount\":1e400,\"credits_cost\":1e40,\"model_id\":1.5,\"duration\":-1}",
                "{\"amount\":0.001,\"title\":\"\\u0000\",\"username\":\"\\ud800\",\"tags\":[null],\"keywords\":[null,1]}",
                "{\"start_time\":\"2026-13-45T99:99:99\",\"schedule_time\":\"tomorrow\",\"uuid\":\"not-a-uuid\"}",
                "{\"title\":\"" + "长".repeat(70_000) + "\",\"content\":\"x\"}",
                "{\"fields\":{\"a\":null},\"config\":{\"a\":{\"b\":[1,2,{}]}},\"api_base\":\"file:///etc/passwd\"}",
                "[".repeat(5000),
                "{\"a\":".repeat(500) + "1" + "}".repeat(500));
        var bodies = new ArrayList<byte[]>();
        texts.forEach(text -> bodies.add(text.getBytes(StandardCharsets.UTF_8)));
        bodies.add(new byte[] {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        bodies.add(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0});
        return bodies;
    }

    private static String head(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), 120));
    }
}

package studio.mofang.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.core.Money;

/// Writes the OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0) from the declared routes themselves, so that
/// it lists exactly those that exist.
public final class OpenApi {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static final String INTRODUCTION =
            "WebSocket：握手时用 Authorization 头，或在连接后的第一条消息 {\"token\": \"…\"} 中出示访问令牌；否则以 4401 关闭";

    private final SchemaGenerator bodies = new SchemaGenerator(schemas().build());
    private final SchemaGenerator answered =
            new SchemaGenerator(nullable(schemas()).build());
    private final Answers answers = new Answers(type -> schema(answered, type));
    private final ObjectNode document = Json.shared().createObjectNode();

    private OpenApi(String title) {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", title).put("version", "1.0.0");
        document.putObject("components")
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");
        document.putObject("paths");
    }

    static ObjectNode document(Api api) {
        var document = new OpenApi("墨坊 API");
        api.declared().forEach(document::add);
        api.sockets().forEach(document::add);
        return document.document;
    }

    private void add(Route<?> route) {
        var path = document.withObject("/paths").withObjectProperty(route.path());
        var operation = path.putObject(route.method().name().toLowerCase(Locale.ROOT));
        operation.put("summary", route.summary());
        operation.put("x-rate-limit", route.limit().name().toLowerCase(Locale.ROOT));
        if (route.access() != Route.Access.OPEN) {
            operation.putArray("security").addObject().putArray("bearer");
        }
        parameters(route, operation);
        body(route, operation);
        answers.of(route, operation.putObject("responses"));
    }

    /// OpenAPI knows no WebSockets: one is a GET that is answered with a change of protocol, and its messages are
    /// described as that answer's content.
    private void add(SocketRoute socket) {
        var operation =
                document.withObject("/paths").withObjectProperty(socket.path()).putObject("get");
        operation.put("summary", socket.summary());
        operation.put("description", INTRODUCTION);
        var security = operation.putArray("security");
        security.addObject().putArray("bearer");
        security.addObject();
        answers.of(socket, operation.putObject("responses"));
    }

    private static void parameters(Route<?> route, ObjectNode operation) {
        var parameters = operation.putArray("parameters");
        PATH_PARAMETER
                .matcher(route.path())
                .results()
                .forEach(found -> parameters
                        .addObject()
                        .put("name", found.group(1))
                        .put("in", "path")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string"));
        route.parameters().forEach(parameter -> parameter.describe(parameters.addObject()));
    }

    private void body(Route<?> route, ObjectNode operation) {
        if (route.documentedBody() != NoBody.class) {
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schema(bodies, route.documentedBody()));
        }
    }

    private static JsonNode schema(SchemaGenerator schemas, Type type) {
        var schema = schemas.generateSchema(type);
        schema.remove("$schema");
        return schema;
    }

    /// An answer has all of its fields, some of them null. In a body all may be left out; `Nullable` there says only
    /// that we check for ourselves.
    private static SchemaGeneratorConfigBuilder nullable(SchemaGeneratorConfigBuilder config) {
        config.forFields()
                .withNullableCheck(
                        field -> field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        return config;
    }

    private static SchemaGeneratorConfigBuilder schemas() {
        var config = new SchemaGeneratorConfigBuilder(
                        Json.shared(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forFields()
                .withPropertyNameOverrideResolver(field -> Json.shared()
                        .getSerializationConfig()
                        .getPropertyNamingStrategy()
                        .nameForField(null, null, field.getName()));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            var raw = type.getErasedType();
            if (raw == Instant.class) {
                return custom(context.getGeneratorConfig()
                        .createObjectNode()
                        .put("type", "string")
                        .put("format", "date-time"));
            }
            if (raw == Money.class) {
                return custom(context.getGeneratorConfig()
                        .createObjectNode()
                        .put("type", "number")
                        .put("multipleOf", 0.01));
            }
            return null;
        });
        return config;
    }

    private static com.github.victools.jsonschema.generator.CustomDefinition custom(ObjectNode schema) {
        return new com.github.victools.jsonschema.generator.CustomDefinition(schema);
    }
}

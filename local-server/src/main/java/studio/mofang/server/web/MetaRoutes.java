package studio.mofang.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import studio.mofang.core.Health;
import studio.mofang.core.Json;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.db.Database;

/// Whether the server serves, and what it serves.
public final class MetaRoutes {
    private final Database database;
    private final InstantSource clock;
    private final ServerConfig.Mode mode;
    private final UUID storeId;
    private final AtomicReference<byte[]> document = new AtomicReference<>();

    public MetaRoutes(Database database, InstantSource clock, ServerConfig.Mode mode, UUID storeId) {
        this.database = database;
        this.clock = clock;
        this.mode = mode;
        this.storeId = storeId;
    }

    public void register(Api api) {
        api.get("/health")
                .open()
                .limit(Limit.NONE)
                .summary("服务状态")
                .answers(Health.class)
                .handle((_, _) -> health());
        api.get("/openapi.json")
                .open()
                .summary("本文档")
                .answersAs("application/json")
                .handle((_, _) -> openApi(api));
    }

    private Reply health() {
        database.read(sql -> sql.selectOne().fetch());
        return Reply.of(
                new Health("ok", mode.name().toLowerCase(Locale.ROOT), database.readOnly(), storeId, clock.instant()));
    }

    private Reply openApi(Api api) {
        var bytes = document.updateAndGet(known -> known == null ? written(api) : known);
        return new Reply.File("application/json; charset=utf-8", null, bytes);
    }

    private static byte[] written(Api api) {
        try {
            return Json.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(OpenApi.document(api));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot write the OpenAPI document: "
                            + Map.of("routes", api.declared().size()),
                    e);
        }
    }
}

package studio.mofang.server;

import io.javalin.Javalin;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import studio.mofang.core.Json;

/// Loads, on the second core, the classes that the start will need a moment later: while the store is opened, the web
/// framework, the SQL builder and the JSON mapper get ready. Nothing waits for it and nothing depends on it.
final class Warmup {
    private Warmup() {}

    static void begin() {
        Thread.ofPlatform().name("warm-up").daemon().start(Warmup::run);
    }

    private static void run() {
        Json.shared().getTypeFactory();
        Javalin.create(javalin -> javalin.startup.showJavalinBanner = false);
        DSL.using(SQLDialect.H2).selectOne().getSQL();
    }
}

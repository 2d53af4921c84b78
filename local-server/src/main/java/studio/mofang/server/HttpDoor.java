package studio.mofang.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.ServerConfig.Listen;
import studio.mofang.server.web.BareErrors;
import studio.mofang.server.web.Errors;
import studio.mofang.server.web.SecurityHeaders;

/// Javalin on Jetty, set up for this house: virtual threads, one connector, our errors, nothing about itself.
final class HttpDoor {
    private static final Logger log = LoggerFactory.getLogger(HttpDoor.class);
    private static final long DRAIN_MILLIS = 10_000;

    private HttpDoor() {}

    static Javalin open(Listen listen, Features features) {
        var http = Javalin.create(javalin -> {
            configure(javalin, listen);
            Errors.register(javalin.routes);
            javalin.routes.before(SecurityHeaders::set);
            javalin.routes.before(context -> features.gate().admit(context, true));
            features.register(javalin.routes);
        });
        features.addressedBy(() -> listen.address(http.port()));
        start(http, listen);
        return http;
    }

    private static void start(Javalin http, Listen listen) {
        try {
            http.start();
        } catch (RuntimeException e) {
            throw new StartRefused("端口 " + listen.port() + " 无法使用(可能已被占用),请用 --port 换一个", e);
        }
        log.info("Serving on {}:{}", listen.bind(), http.port());
    }

    private static void configure(JavalinConfig javalin, Listen listen) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = Long.MAX_VALUE;
        javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        javalin.jetty.modifyServer(server -> {
            server.setStopTimeout(DRAIN_MILLIS);
            server.setErrorHandler(new BareErrors());
        });
        javalin.jetty.addConnector((server, http) -> {
            var connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(listen.bind());
            connector.setPort(listen.port());
            return connector;
        });
    }
}

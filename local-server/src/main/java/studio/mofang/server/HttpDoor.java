package studio.mofang.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.session.NullSessionCache;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.ServerConfig.Listen;
import studio.mofang.server.web.BareErrors;
import studio.mofang.server.web.Errors;

/// Javalin on Jetty, set up for this house: virtual threads, one connector, our errors, nothing about itself.
final class HttpDoor {
    private static final Logger log = LoggerFactory.getLogger(HttpDoor.class);
    private static final long DRAIN_MILLIS = 10_000;

    private HttpDoor() {}

    static Javalin open(Listen listen, Features features) {
        var http = Javalin.create(javalin -> {
            configure(javalin, listen);
            Errors.register(javalin.routes);
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
            throw new StartRefused(reason(e, listen), e);
        }
        log.info("Serving on {}:{}", listen.bind(), http.port());
    }

    private static String reason(RuntimeException e, Listen listen) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "没有 " + listen.bind() + " 这个地址，请检查 --bind";
            }
        }
        return "无法在 " + listen.bind() + ":" + listen.port() + " 上监听（端口可能已被占用），请用 --port 换一个";
    }

    private static void configure(JavalinConfig javalin, Listen listen) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.router.javaLangErrorHandler(Errors::fatal);
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = Long.MAX_VALUE;
        javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        javalin.jetty.modifyServletContextHandler(handler -> forgetful(handler.getSessionHandler()));
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

    /// Javalin opens a session with each WebSocket, and Jetty would keep it for as long as it runs. Ours know their
    /// callers by a token: no session outlives its request, and none sets a cookie.
    private static void forgetful(SessionHandler sessions) {
        var nowhere = new NullSessionCache(sessions);
        nowhere.setSessionDataStore(new NullSessionDataStore());
        sessions.setSessionCache(nowhere);
        sessions.setUsingCookies(false);
    }
}

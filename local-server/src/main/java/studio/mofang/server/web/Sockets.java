package studio.mofang.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Api.Services;

/// WebSockets behind the same door as the routes: exact `Host` and the launch secret where the server is
/// embedded, no foreign `Origin` anywhere, and a bearer that comes in the handshake's header or in the first
/// message, never in the address. Whoever has signed out is cut off within seconds (rule X8).
final class Sockets {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PINGS = Duration.ofSeconds(15);
    private static final Duration CHECKS = Duration.ofSeconds(4);

    private final Services services;
    private final Map<String, Socket.Pending> lines = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sockets").factory());

    Sockets(Services services) {
        this.services = services;
    }

    void serve(RoutesConfig routes, String path, Socket.Handler handler) {
        routes.wsBeforeUpgrade(path, this::admit);
        routes.ws(path, line -> {
            line.onConnect(context -> connected(context, handler));
            line.onMessage(context -> lines.getOrDefault(context.sessionId(), new Socket.Pending())
                    .socket()
                    .ifPresentOrElse(
                            _ -> {},
                            () -> introduce(
                                    context,
                                    handler,
                                    Socket.token(context.message()).orElse(""))));
            line.onClose(context -> gone(context, handler));
        });
    }

    private void admit(Context context) {
        services.gate().admit(context, false);
        var origin = context.header("Origin");
        if (origin != null && !sameHost(origin, context.header("Host"))) {
            throw new Problem(Fault.FORBIDDEN, "不接受来自其他网站的连接");
        }
        var bearer = Bearers.of(context);
        if (bearer.isPresent() && services.authenticator().caller(bearer.get()).isEmpty()) {
            throw new Problem(Fault.UNAUTHENTICATED, "登录已失效，请重新登录");
        }
    }

    private void connected(WsContext context, Socket.Handler handler) {
        lines.put(context.sessionId(), new Socket.Pending());
        context.enableAutomaticPings(PINGS.toSeconds(), TimeUnit.SECONDS);
        var header = context.header("Authorization");
        if (header != null && header.startsWith("Bearer ")) {
            introduce(context, handler, header.substring("Bearer ".length()).strip());
        } else {
            timer.schedule(() -> cutStranger(context), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void introduce(WsContext context, Socket.Handler handler, String bearer) {
        var pending = lines.get(context.sessionId());
        var caller = services.authenticator().caller(bearer);
        if (caller.isEmpty() || pending == null) {
            context.closeSession(4401, "请先登录");
            return;
        }
        var socket = new Socket(context, bearer, caller.get().userId());
        if (pending.becomes(socket)) {
            handler.opened(socket);
            timer.schedule(() -> check(context, socket), CHECKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Again and again for as long as the line is open.
    private void check(WsContext context, Socket socket) {
        if (!context.session.isOpen()) {
            return;
        }
        if (services.authenticator().caller(socket.bearer()).isEmpty()) {
            socket.refuse();
            return;
        }
        timer.schedule(() -> check(context, socket), CHECKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cutStranger(WsContext context) {
        var pending = lines.get(context.sessionId());
        if (pending != null && pending.socket().isEmpty()) {
            context.closeSession(4401, "请先登录");
        }
    }

    private void gone(WsContext context, Socket.Handler handler) {
        var pending = lines.remove(context.sessionId());
        if (pending != null) {
            pending.socket().ifPresent(handler::closed);
        }
    }

    private static boolean sameHost(String origin, @org.jspecify.annotations.Nullable String host) {
        try {
            return host != null && host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException _) {
            // "null" and other things that are no address.
            return false;
        }
    }
}

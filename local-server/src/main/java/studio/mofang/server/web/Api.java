package studio.mofang.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;

/// The list of all routes. Each goes the same way: who calls, limit, shape of the body, idempotency,
/// handler, envelope.
public final class Api {
    public static final String PREFIX = "/api/v1";

    private final RoutesConfig routes;
    private final Services services;
    private final List<Route<?>> declared = new ArrayList<>();
    private final List<SocketRoute> sockets = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    /// What every route needs. `members` tells who is free of the generation limit.
    public record Services(
            Gate gate, Authenticator authenticator, Limits limits, Members members, Idempotency idempotency) {}

    /// Tells whether a user has a running membership.
    public interface Members {
        boolean member(long userId);
    }

    public Api(RoutesConfig routes, Services services) {
        this.routes = routes;
        this.services = services;
    }

    public Route<NoBody> get(String path) {
        return new Route<>(this, HandlerType.GET, PREFIX + path, NoBody.class);
    }

    public Route<NoBody> post(String path) {
        return post(path, NoBody.class);
    }

    public <B> Route<B> post(String path, Class<B> body) {
        return new Route<>(this, HandlerType.POST, PREFIX + path, body);
    }

    public <B> Route<B> put(String path, Class<B> body) {
        return new Route<>(this, HandlerType.PUT, PREFIX + path, body);
    }

    public Route<NoBody> delete(String path) {
        return new Route<>(this, HandlerType.DELETE, PREFIX + path, NoBody.class);
    }

    /// A page outside of the API, for a person's browser: it must carry its own proof, see `Route.page`.
    public Route<NoBody> page(String method, String path) {
        return new Route<>(this, HandlerType.findOrCreate(method), path, NoBody.class).page();
    }

    /// A WebSocket for whoever is signed in.
    public SocketRoute socket(String path) {
        return new SocketRoute(this, PREFIX + path);
    }

    /// Whether this path leads to a route that admits callers without the launch secret; see `Route.page`.
    public boolean leadsToPage(String path) {
        return pages.stream().anyMatch(path::startsWith);
    }

    List<Route<?>> declared() {
        return List.copyOf(declared);
    }

    List<SocketRoute> sockets() {
        return List.copyOf(sockets);
    }

    void serve(SocketRoute socket, Socket.Handler handler) {
        sockets.add(socket);
        new Sockets(services).serve(routes, socket.path(), handler);
    }

    <B> void serve(Route<B> route, Route.Handler<B> handler) {
        declared.add(route);
        if (route.isPage()) {
            pages.add(route.path().replaceFirst("\\{.*", ""));
        }
        routes.addHttpHandler(route.method(), route.path(), context -> answer(context, route, handler));
        if (route.method() == HandlerType.GET) {
            routes.addHttpHandler(HandlerType.HEAD, route.path(), context -> answer(context, route, handler));
        }
    }

    private <B> void answer(Context context, Route<B> route, Route.Handler<B> handler) {
        services.gate().admit(context, route.isPage());
        var caller = caller(context, route);
        limit(context, route, caller);
        var body = Bodies.read(context, route.bodyLimit());
        var call = new Call(context, caller, services, body);
        var shaped = Bodies.shaped(context, body, route.bodyType());
        Replies.write(
                context,
                route.answersRepeats() ? call.once(() -> handler.handle(call, shaped)) : handler.handle(call, shaped));
    }

    private @Nullable Caller caller(Context context, Route<?> route) {
        if (route.access() == Route.Access.OPEN) {
            return null;
        }
        var caller = Bearers.of(context)
                .flatMap(services.authenticator()::caller)
                .orElseThrow(() -> strange(context, route));
        if (route.access() == Route.Access.ADMIN && !caller.admin()) {
            throw new Problem(Fault.FORBIDDEN, "此操作仅限管理员");
        }
        return caller;
    }

    /// Whoever tries tokens is counted by address, as before a sign-in.
    private Problem strange(Context context, Route<?> route) {
        limit(context, route, null);
        return new Problem(Fault.UNAUTHENTICATED, "登录已失效，请重新登录");
    }

    private void limit(Context context, Route<?> route, @Nullable Caller caller) {
        if (route.limit() == Limit.GENERATE
                && caller != null
                && services.members().member(caller.userId())) {
            return;
        }
        var who = caller == null ? "ip:" + services.gate().address(context) : "user:" + caller.userId();
        services.limits().exceeded(route.limit(), who).ifPresent(wait -> {
            throw Problem.tooManyRequests(wait);
        });
    }
}

package studio.mofang.server.payment;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.SandboxPage.Notice;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Reply;

/// The sandbox's payment page. Whoever has its address may press the buttons.
final class SandboxRoutes {
    private final Database database;
    private final PageToken tokens;
    private final OrderWatch watch;
    private final SandboxProvider provider;
    private final InstantSource clock;
    private final SandboxPage page = new SandboxPage();
    private final OrderRepository orders = new OrderRepository();

    SandboxRoutes(
            Database database, PageToken tokens, OrderWatch watch, SandboxProvider provider, InstantSource clock) {
        this.database = database;
        this.tokens = tokens;
        this.watch = watch;
        this.provider = provider;
        this.clock = clock;
    }

    void register(Api api) {
        api.page("GET", "/pay/{order_id}")
                .query("token", "地址的凭证")
                .summary("沙箱付款页")
                .answersAs("text/html")
                .handle(this::show);
        api.page("POST", "/pay/{order_id}")
                .query("token", "地址的凭证")
                .ignoresIdempotency()
                .summary("沙箱付款页的按钮")
                .answersAs("text/html")
                .handle(this::pressed);
    }

    private Reply show(Call call, NoBody body) {
        return of(call).map(order -> shown(call, order)).orElseGet(() -> wrongAddress(call));
    }

    private Reply pressed(Call call, NoBody body) {
        return of(call).map(order -> pressed(call, order)).orElseGet(() -> wrongAddress(call));
    }

    private Reply pressed(Call call, Order order) {
        if (!order.open()) {
            return shown(call, order);
        }
        return switch (new String(call.rawBody(), StandardCharsets.UTF_8)) {
            case "action=pay" -> paid(call, order);
            case "action=cancel" -> cancelled(call, order);
            default -> shown(call, order);
        };
    }

    private Reply paid(Call call, Order order) {
        provider.pay(order);
        return shown(call, again(order));
    }

    private Reply cancelled(Call call, Order order) {
        provider.cancel(order);
        return html(call, 200, page.notice(Notice.CANCELLED, order, call.language()));
    }

    /// The order that the address names, brought up to date when its time is over; absent when the token is another's.
    private Optional<Order> of(Call call) {
        var orderId = call.path("order_id");
        return call.query("token")
                .filter(token -> tokens.genuine(token, orderId))
                .flatMap(_ -> database.read(sql -> orders.find(sql, orderId)))
                .map(this::upToDate);
    }

    private Order upToDate(Order order) {
        if (!order.open() || !order.expired(clock.instant())) {
            return order;
        }
        watch.ask(order);
        return again(order);
    }

    private Order again(Order order) {
        return database.read(sql -> orders.find(sql, order.orderId())).orElse(order);
    }

    private Reply shown(Call call, Order order) {
        var language = call.language();
        if (order.paid()) {
            return html(call, 200, page.notice(Notice.PAID, order, language));
        }
        return html(call, 200, order.open() ? page.form(order, language) : page.notice(Notice.CLOSED, order, language));
    }

    private Reply wrongAddress(Call call) {
        return html(call, 403, page.wrongAddress(call.language()));
    }

    /// Not `no-referrer`: with that, browsers send the form with `Origin: null` (Fetch, "append a request `Origin`
    /// header"), which the gate of the embedded server refuses.
    private static Reply html(Call call, int status, String text) {
        call.context()
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
        return new Reply.Html(status, text);
    }
}

package studio.mofang.server.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;

/// One request as a handler sees it: who asks, from where, and the parts of the address.
public final class Call {
    private final Context context;
    private final @Nullable Caller caller;
    private final Api.Services services;
    private final byte[] body;

    Call(Context context, @Nullable Caller caller, Api.Services services, byte[] body) {
        this.context = context;
        this.caller = caller;
        this.services = services;
        this.body = body;
    }

    /// For routes that are not open.
    public Caller caller() {
        if (caller == null) {
            throw new Problem(Fault.UNAUTHENTICATED);
        }
        return caller;
    }

    public long userId() {
        return caller().userId();
    }

    /// The bearer token as it came, for the one route whose token is not an access token.
    public Optional<String> bearer() {
        return Bearers.of(context);
    }

    public String address() {
        return services.gate().address(context);
    }

    public String device() {
        var agent = Optional.ofNullable(context.userAgent()).orElse("");
        return agent.substring(0, Math.min(agent.length(), 200));
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    /// A numeric id in the path; whatever is none names nothing that exists.
    public long id(String name) {
        try {
            return Long.parseLong(path(name));
        } catch (NumberFormatException e) {
            throw new Problem(Fault.NOT_FOUND, Fault.NOT_FOUND.message(), e);
        }
    }

    public Optional<String> query(String name) {
        return Query.parameter(context.queryString(), name).filter(text -> !text.isBlank());
    }

    public boolean flag(String name) {
        return switch (query(name).orElse("false")) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw Problem.invalid(name, "只能是 true 或 false");
        };
    }

    public Paging paging() {
        return new Paging(
                number("page", 1, Paging.MAX_PAGE), number("page_size", Paging.DEFAULT_SIZE, Paging.MAX_SIZE));
    }

    public boolean accepts(String contentType) {
        return Optional.ofNullable(context.header("Accept")).orElse("").contains(contentType);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /// What a page for the caller's browser is to be written in.
    public PageLanguage language() {
        return PageLanguage.of(context.header("Accept-Language"));
    }

    /// The body as it came over the wire, for signatures.
    public byte[] rawBody() {
        return body.clone();
    }

    /// For handlers that write their answer piece by piece.
    public Context context() {
        return context;
    }

    /// What the request is repeated under; present when the client sent `Idempotency-Key`.
    public Optional<RequestKey> requestKey() {
        return RequestKey.of(this, context, body);
    }

    /// The answer of the same request before, for routes that handle idempotency and do costly work first.
    public Optional<Reply> answered() {
        return requestKey().flatMap(services.idempotency()::answered).map(Reply.Stored::new);
    }

    /// Runs `effect` and stores its answer in one transaction; at most once under the request's key.
    public Reply once(Supplier<Reply> effect) {
        return requestKey()
                .<Reply>map(key ->
                        new Reply.Stored(services.idempotency().once(key, () -> Replies.envelope(effect.get()))))
                .orElseGet(effect);
    }

    /// For work that is the same when it is done again, and may not run within a transaction: its answer is stored once
    /// it is done.
    public Reply onceDone(Supplier<Reply> work) {
        return answered().orElseGet(() -> stored(work.get()));
    }

    /// The answer of the same request before, else `reply`, which is stored.
    public Reply stored(Reply reply) {
        return once(() -> reply);
    }

    private int number(String name, int otherwise, int most) {
        var given = query(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given.get());
            if (number >= 1 && number <= most) {
                return number;
            }
            throw Problem.invalid(name, "应为 1 到 " + most + " 的整数");
        } catch (NumberFormatException e) {
            throw Problem.invalid(name, "应为 1 到 " + most + " 的整数");
        }
    }

    @Nullable
    Caller callerIfAny() {
        return caller;
    }
}

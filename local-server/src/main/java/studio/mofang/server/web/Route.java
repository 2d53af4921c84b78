package studio.mofang.server.web;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.HandlerType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One route as its feature declares it: enough to serve it, to limit it, and to describe it in the OpenAPI document.
public final class Route<B> {
    /// What a handler does with a request whose body, where there is one, has the declared shape.
    public interface Handler<B> {
        Reply handle(Call call, B body);
    }

    /// Who may call: anybody, whoever is signed in, or admins.
    enum Access {
        OPEN,
        USER,
        ADMIN
    }

    /// Who keeps the promise of `Idempotency-Key`: the server around the handler, the handler, or nobody.
    enum Promise {
        AROUND,
        HANDLER,
        NONE
    }

    private final Api api;
    private final HandlerType method;
    private final String path;
    private final Class<B> bodyType;
    private Access access = Access.USER;
    private Limit limit;
    private String summary = "";
    private Class<?> documented;
    private Type answer = Map.class;
    private Content content = new Content.Enveloped();
    private boolean streamed;
    private boolean page;
    private Promise promise = Promise.AROUND;
    private int bodyLimit = Bodies.MAX_BYTES;
    private final List<Parameter> parameters = new ArrayList<>();

    Route(Api api, HandlerType method, String path, Class<B> bodyType) {
        this.api = api;
        this.method = method;
        this.path = path;
        this.bodyType = bodyType;
        this.documented = bodyType;
        this.limit = method == HandlerType.GET ? Limit.QUERY : Limit.OTHER;
    }

    /// Anybody may call, signed in or not.
    public Route<B> open() {
        access = Access.OPEN;
        return this;
    }

    public Route<B> adminOnly() {
        access = Access.ADMIN;
        return this;
    }

    /// Reached by browsers or gateways that cannot know the embedded server's launch secret; it must prove by itself,
    /// with a signature, that the request is meant.
    public Route<B> page() {
        page = true;
        return open();
    }

    public Route<B> limit(Limit wanted) {
        limit = wanted;
        return this;
    }

    /// The handler keeps the promise of `Idempotency-Key` by itself, because it calls the network in between.
    public Route<B> handlesIdempotency() {
        promise = Promise.HANDLER;
        return this;
    }

    /// What comes twice does no harm, or is told by a mark of the sender's own: no `Idempotency-Key` is read.
    public Route<B> ignoresIdempotency() {
        promise = Promise.NONE;
        return this;
    }

    /// For routes whose bodies carry whole texts; others take 1 MiB.
    public Route<B> bodyLimit(int bytes) {
        bodyLimit = bytes;
        return this;
    }

    /// What the route does, in a few words, for the OpenAPI document.
    public Route<B> summary(String words) {
        summary = words;
        return this;
    }

    public Route<B> query(String name, String description) {
        return with(Parameter.text(name, description));
    }

    /// A query parameter that is true or false; false where it is absent.
    public Route<B> flag(String name, String description) {
        return with(Parameter.flag(name, description));
    }

    public Route<B> header(String name, String description) {
        return with(Parameter.header(name, description, false));
    }

    public Route<B> requiredHeader(String name, String description) {
        return with(Parameter.header(name, description, true));
    }

    public Route<B> paged() {
        return with(Parameter.number("page", "页码，从 1 开始", 1, Paging.MAX_PAGE))
                .with(Parameter.number("page_size", "每页条数", Paging.DEFAULT_SIZE, Paging.MAX_SIZE));
    }

    /// For handlers that read the raw body by themselves, as signatures demand: the shape it has in the document.
    public Route<B> documents(Class<?> body) {
        documented = body;
        return this;
    }

    public Route<B> answers(Class<?> type) {
        answer = type;
        return this;
    }

    public Route<B> answers(TypeReference<?> type) {
        answer = type.getType();
        return this;
    }

    /// For files and pages: they come under one of these content types instead of in an envelope.
    public Route<B> answersAs(String... contentTypes) {
        content = new Content.Bytes(List.of(contentTypes));
        return this;
    }

    public Route<B> answersNothing() {
        content = new Content.Nothing();
        return this;
    }

    /// Where `Accept` asks for `text/event-stream`, the answer comes in pieces instead.
    public Route<B> streams() {
        streamed = true;
        return this;
    }

    /// Ends the declaration: from here on the route is served.
    public void handle(Handler<B> handler) {
        api.serve(this, handler);
    }

    HandlerType method() {
        return method;
    }

    String path() {
        return path;
    }

    Class<B> bodyType() {
        return bodyType;
    }

    Class<?> documentedBody() {
        return documented;
    }

    Access access() {
        return access;
    }

    Limit limit() {
        return limit;
    }

    String summary() {
        return summary;
    }

    Type answer() {
        return answer;
    }

    Content content() {
        return content;
    }

    boolean streamed() {
        return streamed;
    }

    boolean isPage() {
        return page;
    }

    /// Whether a repeated request is answered around the handler.
    boolean answersRepeats() {
        return method == HandlerType.POST && promise == Promise.AROUND;
    }

    int bodyLimit() {
        return bodyLimit;
    }

    List<Parameter> parameters() {
        return method == HandlerType.POST && promise != Promise.NONE
                ? Stream.concat(parameters.stream(), Stream.of(Parameter.requestKey()))
                        .toList()
                : List.copyOf(parameters);
    }

    private Route<B> with(Parameter parameter) {
        parameters.add(parameter);
        return this;
    }
}

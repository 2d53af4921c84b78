package studio.mofang.server.web;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.HandlerType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /// A query parameter as the document lists it.
    record Parameter(String name, String description) {}

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
    private boolean idempotent = true;
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
        idempotent = false;
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
        parameters.add(new Parameter(name, description));
        return this;
    }

    public Route<B> paged() {
        return query("page", "页码，从 1 开始").query("page_size", "每页条数，1–100，默认 20");
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

    boolean idempotent() {
        return idempotent;
    }

    int bodyLimit() {
        return bodyLimit;
    }

    List<Parameter> parameters() {
        return List.copyOf(parameters);
    }
}

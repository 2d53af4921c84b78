package studio.mofang.server.web;

/// The body of a route that asks for none; whatever is sent is read, bounded and ignored.
public record NoBody() {
    static final NoBody NONE = new NoBody();
}

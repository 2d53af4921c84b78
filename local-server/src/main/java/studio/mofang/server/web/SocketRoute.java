package studio.mofang.server.web;

import java.util.Map;

/// One WebSocket as its feature declares it: enough to serve it and to describe it in the OpenAPI document.
public final class SocketRoute {
    private final Api api;
    private final String path;
    private String summary = "";
    private Class<?> event = Map.class;

    SocketRoute(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    /// What is heard there, in a few words, for the OpenAPI document.
    public SocketRoute summary(String words) {
        summary = words;
        return this;
    }

    /// The shape of every message to a listener.
    public SocketRoute sends(Class<?> type) {
        event = type;
        return this;
    }

    /// Ends the declaration: from here on the line is served.
    public void handle(Socket.Handler handler) {
        api.serve(this, handler);
    }

    String path() {
        return path;
    }

    String summary() {
        return summary;
    }

    Class<?> event() {
        return event;
    }
}

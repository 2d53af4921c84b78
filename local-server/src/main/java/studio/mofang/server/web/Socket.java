package studio.mofang.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.websocket.WsContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;

/// One listener on a WebSocket that has told who it is.
public final class Socket {
    private final WsContext context;
    private final String bearer;
    private final long userId;

    Socket(WsContext context, String bearer, long userId) {
        this.context = context;
        this.bearer = bearer;
        this.userId = userId;
    }

    /// What a feature does with its listeners.
    public interface Handler {
        void opened(Socket socket);

        void closed(Socket socket);
    }

    public long userId() {
        return userId;
    }

    /// A listener who is gone is not told; `Handler.closed` says so.
    public void send(String text) {
        if (context.session.isOpen()) {
            context.send(text);
        }
    }

    String bearer() {
        return bearer;
    }

    void refuse() {
        context.closeSession(4401, "登录已失效，请重新登录");
    }

    /// The token of a first message `{"token": "…"}`.
    static Optional<String> token(String message) {
        try {
            var tree = Json.shared().readTree(message);
            return Optional.ofNullable(tree)
                    .map(one -> one.path("token").asText(""))
                    .filter(text -> !text.isEmpty());
        } catch (JsonProcessingException _) {
            // Not what was asked for, and so no token.
            return Optional.empty();
        }
    }

    /// What is known of a line before anybody has told who they are.
    static final class Pending {
        private final AtomicReference<@Nullable Socket> known = new AtomicReference<>();

        Optional<Socket> socket() {
            return Optional.ofNullable(known.get());
        }

        boolean becomes(Socket socket) {
            return known.compareAndSet(null, socket);
        }
    }
}

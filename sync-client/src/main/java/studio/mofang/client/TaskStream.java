package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Videos.Event;
import studio.mofang.core.Videos.Task;

/// The user's tasks as they change, over a WebSocket. When it ends, whoever listens asks by
/// `VideoApi.tasks` and opens another one.
public final class TaskStream implements AutoCloseable {
    private static final int NORMAL = 1000;

    private final WebSocket socket;

    /// Heard on a thread of the client's.
    public interface Listener {
        /// The line stands: how the newest tasks are comes next, then what changes.
        default void opened() {}

        void changed(Task task);

        /// The line is gone, for whatever reason.
        void ended();
    }

    TaskStream(ApiClient client, OkHttpClient http, Request request, Listener listener) {
        socket = http.newWebSocket(request, new Hearing(client, listener));
    }

    @Override
    public void close() {
        socket.close(NORMAL, null);
    }

    private static final class Hearing extends WebSocketListener {
        private final ApiClient client;
        private final Listener listener;

        Hearing(ApiClient client, Listener listener) {
            this.client = client;
            this.listener = listener;
        }

        @Override
        public void onOpen(WebSocket socket, Response response) {
            listener.opened();
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            try {
                var event = client.read(text, new TypeReference<Event>() {});
                if (event.type().equals("task")) {
                    listener.changed(event.task());
                }
            } catch (IOException e) {
                socket.cancel();
            }
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(NORMAL, null);
        }

        @Override
        public void onClosed(WebSocket socket, int code, String reason) {
            listener.ended();
        }

        @Override
        public void onFailure(WebSocket socket, Throwable reason, @Nullable Response response) {
            listener.ended();
        }
    }
}

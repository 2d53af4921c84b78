package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import studio.mofang.core.Creations.Delta;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Envelope;

/// A generation under way: `delta` events with pieces of text, then `done` with the documented answer or
/// `error`. Format: server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html
public final class EventStream {
    private final ApiClient client;
    private final Call call;

    EventStream(ApiClient client, Call call) {
        this.client = client;
        this.call = call;
    }

    /// Hands on each piece as it comes and returns the finished answer. Blocks until then.
    public Generated run(Consumer<String> onText) throws ApiException {
        return run(onText, new TypeReference<Envelope<Generated>>() {});
    }

    /// The same for a generation with another answer.
    <T> T run(Consumer<String> onText, TypeReference<Envelope<T>> type) throws ApiException {
        try (var response = call.execute()) {
            if (!response.isSuccessful()) {
                throw client.refusal(response.code(), response.body().string());
            }
            return finished(response, onText, type);
        } catch (IOException e) {
            throw ApiException.unreachable(e);
        }
    }

    /// Ends the call from any thread; `run` then fails as unanswered, and the server gives held credits
    /// back.
    public void cancel() {
        call.cancel();
    }

    public boolean cancelled() {
        return call.isCanceled();
    }

    private <T> T finished(Response response, Consumer<String> onText, TypeReference<Envelope<T>> type)
            throws IOException, ApiException {
        var source = response.body().source();
        while (true) {
            var event = Event.next(source);
            switch (event.name()) {
                case "delta" ->
                    onText.accept(client.read(event.data(), new TypeReference<Delta>() {})
                            .text());
                case "done" -> {
                    return answer(event.data(), type);
                }
                case "error" -> throw client.refusal(response.code(), event.data());
                default -> {
                    // Events added later are not ours to understand.
                }
            }
        }
    }

    private <T> T answer(String data, TypeReference<Envelope<T>> type) throws IOException {
        var answer = client.read(data, type).data();
        if (answer == null) {
            throw new IOException("the stream ended without its answer");
        }
        return answer;
    }

    /// One event as it came.
    record Event(String name, String data) {
        static Event next(BufferedSource source) throws IOException {
            var name = "message";
            var data = new StringBuilder();
            for (var line = source.readUtf8LineStrict(); !line.isEmpty(); line = source.readUtf8LineStrict()) {
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()).strip());
                }
            }
            return new Event(name, data.toString());
        }
    }
}

package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;
import studio.mofang.core.Envelope;

/// A generation without pieces, under way: the server keeps the line open until it ends with `done` and the
/// documented answer, or with `error`.
public final class LongCall<T> {
    private final ApiClient client;
    private final Call call;
    private final TypeReference<Envelope<T>> answer;

    LongCall(ApiClient client, Call call, TypeReference<Envelope<T>> answer) {
        this.client = client;
        this.call = call;
        this.answer = answer;
    }

    /// Blocks until the answer is here.
    public T run() throws ApiException {
        try (var response = call.execute()) {
            if (!response.isSuccessful()) {
                throw client.refusal(response.code(), response.body().string());
            }
            return finished(response);
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

    private T finished(Response response) throws IOException, ApiException {
        while (true) {
            var event = EventStream.Event.next(response.body().source());
            if (event.name().equals("error")) {
                throw client.refusal(response.code(), event.data());
            }
            if (event.name().equals("done")) {
                var data = client.read(event.data(), answer).data();
                if (data == null) {
                    throw new IOException("the answer carries no data");
                }
                return data;
            }
        }
    }
}

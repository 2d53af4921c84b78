package studio.mofang.server.model;

import java.io.IOException;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// Some gateways in front of DashScope answer a request for events with one plain JSON body; the SDK would throw that
/// away. Here it becomes the single event that it is.
final class PlainAnswers {
    private static final MediaType EVENTS = MediaType.get("text/event-stream");

    private PlainAnswers() {}

    static OkHttpClient client(OkHttpClient http, Dispatcher calls) {
        return http.newBuilder()
                .dispatcher(calls)
                .retryOnConnectionFailure(false) // A provider that had taken it would write, and bill, it twice.
                .addInterceptor(chain -> asEvents(chain.proceed(chain.request())))
                .build();
    }

    private static Response asEvents(Response response) throws IOException {
        var type = response.body().contentType();
        if (!response.isSuccessful() || type == null || !type.subtype().equals("json")) {
            return response;
        }
        var json = response.body().string().replace("\n", "").replace("\r", "");
        return response.newBuilder()
                .header("Content-Type", EVENTS.toString())
                .body(ResponseBody.create("event:result\ndata:" + json + "\n\n", EVENTS))
                .build();
    }
}

package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import studio.mofang.core.Envelope;
import studio.mofang.core.Slides.Deck;
import studio.mofang.core.Slides.Request;
import studio.mofang.core.Slides.Theme;

/// Chapter 6: decks of slides.
public final class SlidesApi {
    private static final String GENERATE = "ppt/generate";

    private final ApiClient client;

    public SlidesApi(ApiClient client) {
        this.client = client;
    }

    public Deck generate(Request request) throws ApiException {
        return client.post(GENERATE, request, new TypeReference<>() {});
    }

    /// The same with the titles of the slides as they are written; nothing is sent before `Making.run`.
    public Making making(Request request) {
        return new Making(client.stream(GENERATE, request));
    }

    /// A deck made before, with fresh addresses.
    public Deck deck(long pptId) throws ApiException {
        return client.get("ppt/" + pptId, Map.of(), new TypeReference<>() {});
    }

    public List<Theme> themes() throws ApiException {
        return client.get("ppt/themes", Map.of(), new TypeReference<>() {});
    }

    /// The cover of a deck of that title in a theme, as a PNG.
    public byte[] preview(String theme, String title) throws ApiException {
        return client.bytes("ppt/themes/" + theme + "/preview", Map.of("title", title));
    }

    /// What lies under one of a deck's addresses: its file or a picture.
    public byte[] file(String url) throws ApiException {
        return client.fetch(url);
    }

    /// A deck under way.
    public static final class Making {
        private final EventStream stream;

        private Making(EventStream stream) {
            this.stream = stream;
        }

        /// Hands on each slide's title as it is written and returns the finished deck. Blocks until then.
        public Deck run(Consumer<String> onTitle) throws ApiException {
            return stream.run(onTitle, new TypeReference<Envelope<Deck>>() {});
        }

        /// Ends the call from any thread; `run` then fails as unanswered, and the server gives held credits
        /// back.
        public void cancel() {
            stream.cancel();
        }

        public boolean cancelled() {
            return stream.cancelled();
        }
    }
}

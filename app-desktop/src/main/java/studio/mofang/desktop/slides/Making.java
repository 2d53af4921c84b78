package studio.mofang.desktop.slides;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.SlidesApi;
import studio.mofang.core.Slides.Deck;
import studio.mofang.core.Slides.Request;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// One deck that is being made: tells each slide's title as it is written, and can be stopped at any time.
final class Making {
    private final Background background;
    private final Consumer<String> onTitle;
    private SlidesApi.@Nullable Making call;
    private boolean stopped;

    Making(Background background, Consumer<String> onTitle) {
        this.background = background;
        this.onTitle = onTitle;
    }

    /// Blocks until the deck is finished.
    Deck run(Backend.Api api, Request request) throws Exception {
        return open(api, request).run(title -> background.onScreen(() -> onTitle.accept(title)));
    }

    synchronized void stop() {
        stopped = true;
        if (call != null) {
            call.cancel();
        }
    }

    synchronized boolean stopped() {
        return stopped;
    }

    private synchronized SlidesApi.Making open(Backend.Api api, Request request) {
        var opened = api.slides().making(request);
        if (stopped) {
            opened.cancel();
        }
        call = opened;
        return opened;
    }
}

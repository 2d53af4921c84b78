package studio.mofang.server.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.DoubleConsumer;
import studio.mofang.server.film.FilmScript;
import studio.mofang.server.film.SlideFilm;
import studio.mofang.server.model.ModelFailure.Kind;

/// A captioned slideshow made on this machine when it is fetched; a ticket is nothing but a formality.
public final class OfflineVideo implements VideoModel {
    public static final String MODEL_NAME = "offline-slideshow";

    @Override
    public String submit(Order order, Cancellation cancellation) {
        return OfflineText.PROVIDER;
    }

    @Override
    public Sight look(String ticket, Cancellation cancellation) {
        return new Sight.Done(ticket);
    }

    @Override
    public void fetch(Sight.Done done, Order order, Path target, DoubleConsumer progress, Cancellation cancellation) {
        var size = order.size();
        var film = new SlideFilm(
                FilmScript.of(order.script()),
                Duration.ofSeconds(order.seconds()),
                size.width(),
                size.height(),
                order.marked());
        try {
            film.write(target, progress, cancellation::cancelled);
        } catch (IOException e) {
            throw new ModelFailure(Kind.INTERRUPTED, "the video could not be written", e);
        }
        if (cancellation.cancelled()) {
            throw new ModelFailure(Kind.CANCELLED, OfflineText.PROVIDER);
        }
    }

    @Override
    public int length(int seconds) {
        return seconds;
    }

    @Override
    public void cancel(String ticket) {
        // Nobody else works on it.
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public boolean passing(ModelFailure failure) {
        return false;
    }

    @Override
    public Duration pace() {
        return Duration.ZERO;
    }
}

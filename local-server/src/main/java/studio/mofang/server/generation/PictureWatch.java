package studio.mofang.server.generation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Fault;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.model.Cancellation;
import studio.mofang.server.model.ImageModel.ByTask;
import studio.mofang.server.model.ImageModel.Sight;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.web.Problem;

/// Asks about one picture until it is drawn, and brings its file here.
final class PictureWatch {
    private static final Logger log = LoggerFactory.getLogger(PictureWatch.class);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 10;
    /// A machine that wakes up late may have its network a little later.
    private static final int TRIES_WHEN_LATE = 5;

    private static final int MOST_FETCHES = 3;

    private final PictureTask task;
    private final Supplier<ByTask> keeper;
    private final PictureDelivery delivery;
    private final Patience patience;
    private final InstantSource clock;
    private final Cancellation cancellation;
    private Duration pause;
    private int looks = 1;
    private int stumbles;
    private int fetches;
    private @Nullable Instant drawnUntil;

    /// `keeper` is asked each time, and may throw ModelFailure: keys come and go.
    PictureWatch(
            PictureTask task,
            Supplier<ByTask> keeper,
            PictureDelivery delivery,
            Patience patience,
            InstantSource clock) {
        this.task = task;
        this.keeper = keeper;
        this.delivery = delivery;
        this.patience = patience;
        this.clock = clock;
        this.cancellation = task.run().cancellation();
        this.pause = patience.firstPause();
    }

    /// Throws ModelFailure where there will be no picture, and Problem where it could not be kept here. What nobody
    /// wants any more is recalled; what this server leaves behind is not.
    StoredMedia file() {
        try {
            return awaited();
        } catch (ModelFailure e) {
            boolean given = e.kind() == Kind.CANCELLED || e.kind() == Kind.TIMED_OUT;
            if (given && !delivery.leaving()) {
                recall();
            }
            throw e;
        }
    }

    /// Tells the provider that nobody wants it any more, on a thread of its own.
    void recall() {
        Thread.ofVirtual().name("picture-recall").start(() -> {
            try {
                keeper.get().cancel(task.ticket());
            } catch (ModelFailure e) {
                log.info(
                        "Picture {} could not be cancelled at its provider: {}",
                        task.run().id(),
                        e.getMessage());
            }
        });
    }

    private StoredMedia awaited() {
        while (true) {
            switch (seen()) {
                case Sight.Unfinished _ -> refuseEndless();
                case Sight.Failed failed -> throw failed.reason();
                case Sight.Done done -> {
                    var file = fetched(done);
                    if (file.isPresent()) {
                        return file.get();
                    }
                }
            }
        }
    }

    /// The next sight of it, however often that takes.
    private Sight seen() {
        while (true) {
            if (cancellation.within(pause)) {
                throw new ModelFailure(Kind.CANCELLED, "nobody waits for task " + task.ticket());
            }
            pause = USUAL_PAUSE;
            try {
                var model = keeper.get();
                pause = model.pace(looks++);
                return model.look(task.ticket(), cancellation);
            } catch (ModelFailure e) {
                askLater(e);
            }
        }
    }

    private Optional<StoredMedia> fetched(Sight.Done done) {
        try {
            var drawn = keeper.get().fetch(done, task.canvas().asked(), cancellation);
            return Optional.of(delivery.stored(task.run(), task.canvas(), drawn));
        } catch (ModelFailure e) {
            if (!worthAnotherFetch(e.kind())) {
                askLater(e);
            } else if (++fetches == MOST_FETCHES) {
                throw e;
            }
        } catch (Problem e) {
            if (e.fault() == Fault.NEEDS_NETWORK && patience.forMending()) {
                askLater(new ModelFailure(Kind.UNREACHABLE, "its file cannot be kept yet", e));
            } else if (e.fault() != Fault.NEEDS_NETWORK || ++fetches == MOST_FETCHES) {
                throw e;
            }
        }
        return Optional.empty();
    }

    /// The next look gives a fresh link, and what lay at the last one may have been some proxy's page.
    private static boolean worthAnotherFetch(Kind kind) {
        return kind == Kind.LINK_REFUSED || kind == Kind.RESULT_UNUSABLE || kind == Kind.BROKEN;
    }

    private void refuseEndless() {
        var now = clock.instant();
        var until = drawnUntil == null ? patience.drawnUntil(now) : drawnUntil;
        drawnUntil = until;
        if (now.isAfter(until)) {
            throw new ModelFailure(Kind.TIMED_OUT, "task " + task.ticket() + " is still not done");
        }
    }

    /// Throws `e` where that is of no use.
    private void askLater(ModelFailure e) {
        if (cancellation.cancelled()) { // Whatever else went wrong: a stop leaves it, and takes nothing away.
            throw new ModelFailure(Kind.CANCELLED, "nobody waits for task " + task.ticket(), e);
        }
        boolean late = clock.instant().isAfter(patience.unansweredUntil());
        if (!patience.bears(e.kind()) || late && stumbles >= TRIES_WHEN_LATE) {
            throw e;
        }
        log.info("Picture {} could not be looked after: {}", task.run().id(), e.getMessage());
        var longer = pause.multipliedBy(1L << Math.min(stumbles++, MOST_DOUBLINGS));
        pause = longer.compareTo(patience.longestPause()) < 0 ? longer : patience.longestPause();
    }
}

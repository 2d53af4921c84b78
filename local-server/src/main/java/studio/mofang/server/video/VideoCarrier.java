package studio.mofang.server.video;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.db.Database;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.VideoModel;
import studio.mofang.server.model.VideoModel.Sight;
import studio.mofang.server.video.VideoTask.State;
import studio.mofang.server.video.VideoTask.Stumbles;

/// Takes a claimed task one step on: submits it, or looks at it and brings its video home. Every change asks
/// for the claim, so that a worker that was thought dead changes nothing any more. A task that was found
/// `submitting` may or may not have reached its provider: it fails, with its credits given back, and is never
/// submitted again (rule L5).
final class VideoCarrier {
    private static final Logger log = LoggerFactory.getLogger(VideoCarrier.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final int MOST_TRIES = 5;

    private final Database database;
    private final VideoMakers makers;
    private final VideoDelivery delivery;
    private final VideoEnd end;
    private final Workplaces workplaces;
    private final InstantSource clock;
    private final VideoTaskRepository tasks = new VideoTaskRepository();

    VideoCarrier(
            Database database,
            VideoMakers makers,
            VideoDelivery delivery,
            VideoEnd end,
            Workplaces workplaces,
            InstantSource clock) {
        this.database = database;
        this.makers = makers;
        this.delivery = delivery;
        this.end = end;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /// True where the next step need not wait.
    boolean carryOn(Errand errand) {
        var task = errand.task();
        VideoModel model;
        try {
            model = makers.model(task);
        } catch (ModelFailure e) {
            withoutModel(errand, e);
            return false;
        }
        return switch (task.course().state()) {
            case QUEUED -> submitted(errand, model);
            case SUBMITTING -> resumed(errand, model);
            case SUBMITTED -> looked(errand, model);
            case DONE, FAILED, CANCELLED -> false;
        };
    }

    /// As far as its provider can; may call the network.
    void cancelUpstream(VideoTask task, String ticket) {
        try {
            makers.model(task).cancel(ticket);
        } catch (ModelFailure e) {
            log.info("Video {} could not be cancelled at its provider: {}", task.id(), e.getMessage());
        }
    }

    private void withoutModel(Errand errand, ModelFailure e) {
        if (errand.task().course().state() == State.SUBMITTED) {
            unanswered(errand, VideoMakers.USUAL_PACE, e);
        } else {
            failed(errand, e.kind(), e);
        }
    }

    private boolean submitted(Errand errand, VideoModel model) {
        var task = errand.task();
        if (late(task)) {
            outOfTime(errand);
            return false;
        }
        if (!database.writeDurably(tx -> tasks.submitting(tx, errand, now()))) {
            return false;
        }
        String ticket;
        try {
            ticket = model.submit(task.wish().order(), errand.cancellation());
        } catch (ModelFailure e) {
            if (!errand.cancellation().cancelled()) {
                failed(errand, e.kind(), e);
            }
            return false;
        }
        var lookAt = now().plus(model.pace());
        boolean mine = database.writeDurably(tx -> tasks.submitted(tx, errand, ticket, lookAt, now()));
        if (!mine) {
            cancelUpstream(task, ticket);
        }
        return mine;
    }

    /// After the death of the process that was submitting it.
    private boolean resumed(Errand errand, VideoModel model) {
        if (model.repeatable()) {
            return database.write(tx -> tasks.requeued(tx, errand, now()));
        }
        end.failed(errand, Kind.INTERRUPTED, "its process died while it was being submitted");
        return false;
    }

    private boolean looked(Errand errand, VideoModel model) {
        var task = errand.task();
        try {
            switch (model.look(String.valueOf(task.course().ticket()), errand.cancellation())) {
                case Sight.Waiting _ -> unfinished(errand, model, "waiting", 2);
                case Sight.Working _ -> unfinished(errand, model, "rendering", guess(task));
                case Sight.Failed failed -> failed(errand, failed.reason().kind(), failed.reason());
                case Sight.Done done -> fetch(errand, model, done);
            }
        } catch (ModelFailure e) {
            stumbled(errand, model, e);
        }
        return false;
    }

    private void fetch(Errand errand, VideoModel model, Sight.Done done) {
        try (var folder = workplaces.open()) {
            Path file = folder.file("video.mp4");
            var progress = new Progress(part -> told(errand, part));
            model.fetch(done, errand.task().wish().order(), file, progress, errand.cancellation());
            delivery.deliver(errand, file);
        } catch (IOException e) {
            throw new ModelFailure(Kind.INTERRUPTED, "the video was not kept", e);
        }
    }

    /// A cancelled task tells nobody; its worker learns of it here and stops.
    private void told(Errand errand, int percent) {
        boolean still = database.write(tx -> tasks.progressed(tx, errand, "rendering", percent, now()));
        if (!still) {
            errand.cancellation().cancel();
        }
    }

    private void unfinished(Errand errand, VideoModel model, String stage, int percent) {
        var course = errand.task().course();
        if (late(errand.task())) {
            outOfTime(errand);
            return;
        }
        database.write(tx -> {
            if (!course.stage().equals(stage) || percent > course.progress()) {
                tasks.progressed(tx, errand, stage, Math.max(percent, course.progress()), now());
            }
            return tasks.postponed(
                    tx, errand, now().plus(model.pace()), course.stumbles().answered());
        });
    }

    private void stumbled(Errand errand, VideoModel model, ModelFailure e) {
        var stumbles = errand.task().course().stumbles();
        if (errand.cancellation().cancelled()) {
            log.info("Video {} is left for the next start", errand.task().id());
        } else if (model.passing(e)) {
            unanswered(errand, model.pace(), e);
        } else if (worthAnotherFetch(e.kind()) && stumbles.fetches() < MOST_TRIES) {
            putOff(errand, model.pace(), stumbles.fetch(), e);
        } else {
            failed(errand, e.kind() == Kind.MODEL_UNKNOWN ? Kind.RESULT_GONE : e.kind(), e);
        }
    }

    /// The next look gives a fresh link, and what lay at the last one may have been some proxy's page.
    private static boolean worthAnotherFetch(Kind kind) {
        return kind == Kind.LINK_REFUSED || kind == Kind.RESULT_UNUSABLE || kind == Kind.INTERRUPTED;
    }

    /// A machine that wakes up late may find its video finished, and its network a little later.
    private void unanswered(Errand errand, Duration pace, ModelFailure e) {
        var stumbles = errand.task().course().stumbles().look();
        if (late(errand.task()) && stumbles.looks() > MOST_TRIES) {
            failed(errand, e.kind(), e);
        } else {
            putOff(errand, pace, stumbles, e);
        }
    }

    /// Tries later, and later still each time.
    private void putOff(Errand errand, Duration pace, Stumbles stumbles, ModelFailure e) {
        log.info("Video {} could not be looked after: {}", errand.task().id(), e.getMessage());
        var first = pace.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pace;
        var pause = first.multipliedBy(1L << Math.min(stumbles.looks() + stumbles.fetches(), 10));
        var shorter = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        database.write(tx -> tasks.postponed(tx, errand, now().plus(shorter), stumbles));
    }

    private void outOfTime(Errand errand) {
        var ticket = errand.task().course().ticket();
        if (end.failed(errand, Kind.TIMED_OUT, "not done within " + VideoService.DEADLINE) && ticket != null) {
            cancelUpstream(errand.task(), ticket);
        }
    }

    private void failed(Errand errand, Kind kind, ModelFailure e) {
        end.failed(errand, kind, String.valueOf(e.getMessage()));
    }

    private boolean late(VideoTask task) {
        return now().isAfter(task.course().deadline());
    }

    /// Providers tell no progress: a video takes one to five minutes.
    private int guess(VideoTask task) {
        long seconds = Duration.between(task.createdAt(), now()).toSeconds();
        return (int) Math.min(90, 5 + seconds * 85 / 240);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

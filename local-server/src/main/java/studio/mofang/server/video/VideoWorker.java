package studio.mofang.server.video;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.VaultClosed;
import studio.mofang.server.model.Cancellation;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.VideoModel;
import studio.mofang.server.model.VideoModel.Sight;
import studio.mofang.server.video.VideoTask.State;

/// Carries tasks on, a step at a time, on whichever node claims them first. A claim is a lease that its
/// worker renews; every change asks for the claim, so that a worker that was thought dead changes nothing
/// any more. A task that was found `submitting` without a worker may or may not have reached its provider:
/// it fails, with its credits given back, and is never submitted again (rule L5).
final class VideoWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(VideoWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 50;
    private static final int MOST_REFETCHES = 3;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Database database;
    private final CreditService credits;
    private final VideoMakers makers;
    private final VideoDelivery delivery;
    private final InstantSource clock;
    private final VideoTaskRepository tasks = new VideoTaskRepository();
    private final Map<UUID, Working> working = new ConcurrentHashMap<>();
    private volatile boolean closed;

    VideoWorker(
            Database database, CreditService credits, VideoMakers makers, VideoDelivery delivery, InstantSource clock) {
        this.database = database;
        this.credits = credits;
        this.makers = makers;
        this.delivery = delivery;
        this.clock = clock;
    }

    /// A task that this process works on right now.
    private record Working(VideoTask task, Cancellation cancellation) {}

    /// Before the server serves and before any sweep: takes over what a dead process left, and its holds.
    void recover() {
        if (database.dialect() == SQLDialect.H2) {
            database.write(tx -> {
                tasks.freeAll(tx);
                return tx;
            });
            for (var task : database.read(sql -> tasks.active(sql, Integer.MAX_VALUE))) {
                task.pay().hold().ifPresent(hold -> credits.adopt(task.userId(), hold));
            }
        }
    }

    /// Renews what this process works on, and claims what is due.
    void sweep() {
        if (!working.isEmpty()) {
            database.write(tx -> {
                tasks.renew(tx, working.keySet(), now().plus(LEASE));
                return tx;
            });
        }
        poke();
    }

    /// Claims what is due. Returns at once.
    void poke() {
        if (!closed) {
            Thread.ofVirtual().name("video-poke").start(this::claimDue);
        }
    }

    private void claimDue() {
        for (var task : database.read(sql -> tasks.due(sql, now(), AT_ONCE))) {
            var claim = UUID.randomUUID();
            if (!closed && database.write(tx -> tasks.claim(tx, task, claim, now(), now().plus(LEASE)))) {
                var mine = new Working(task, new Cancellation());
                working.put(claim, mine);
                Thread.ofVirtual().name("video-", 0).start(() -> step(claim, mine));
            }
        }
    }

    /// Ends a task and gives its credits back; false where it had ended before.
    boolean end(VideoTask task, State state, Kind kind, String text) {
        boolean mine = database.writeDurably(tx -> {
            ChangeSequence.hold(tx, task.userId());
            boolean ended = tasks.ended(tx, task, state, kind.name(), text, now());
            if (ended) {
                task.pay().hold().ifPresent(hold -> credits.release(task.userId(), hold));
            }
            return ended;
        });
        if (mine) {
            log.info("Video {} ended as {}: {}", task.id(), state, text);
        }
        return mine;
    }

    /// Stops whatever is still being done for an ended task, here and at its provider. Returns at once.
    void drop(VideoTask task) {
        working.values().stream()
                .filter(mine -> mine.task().id().equals(task.id()))
                .forEach(mine -> mine.cancellation().cancel());
        var ticket = task.course().ticket();
        if (ticket != null) {
            Thread.ofVirtual().name("video-cancel").start(() -> cancelUpstream(task, ticket));
        }
    }

    @Override
    public void close() {
        closed = true;
        long end = System.nanoTime() + STOP.toNanos();
        while (!working.isEmpty() && System.nanoTime() < end) {
            working.values().forEach(mine -> mine.cancellation().cancel());
            Thread.onSpinWait();
        }
    }

    /// An edge: a task whose step breaks is taken up again when its lease is over.
    private void step(UUID claim, Working mine) {
        try {
            carryOn(claim, mine);
        } catch (VaultClosed _) {
            log.info(
                    "Video {} waits for the keychain that holds its model's key",
                    mine.task().id());
        } catch (RuntimeException | Error e) {
            log.error("A step of video {} broke", mine.task().id(), e);
        } finally {
            working.remove(claim);
        }
    }

    private void carryOn(UUID claim, Working mine) {
        var task = mine.task();
        if (now().isAfter(task.course().deadline())) {
            if (end(task, State.FAILED, Kind.TIMED_OUT, "not done within " + VideoService.DEADLINE)) {
                drop(task);
            }
            return;
        }
        VideoModel model;
        try {
            model = makers.model(task);
        } catch (ModelFailure e) {
            stumbled(claim, task, e);
            return;
        }
        switch (task.course().state()) {
            case QUEUED -> submit(claim, mine, model);
            case SUBMITTING -> interrupted(claim, task, model);
            case SUBMITTED -> look(claim, mine, model);
            case DONE, FAILED, CANCELLED -> {
                // Nothing is left to do.
            }
        }
    }

    private void submit(UUID claim, Working mine, VideoModel model) {
        var task = mine.task();
        if (!database.writeDurably(tx -> tasks.submitting(tx, task, claim, now()))) {
            return;
        }
        String ticket;
        try {
            ticket = model.submit(task.wish().order(), mine.cancellation());
        } catch (ModelFailure e) {
            if (!closed || e.kind() != Kind.CANCELLED) {
                end(task, State.FAILED, e.kind(), String.valueOf(e.getMessage()));
            }
            return;
        }
        var lookAt = now().plus(model.pace());
        if (database.writeDurably(tx -> tasks.submitted(tx, task, claim, ticket, lookAt, now()))) {
            poke();
        } else {
            cancelUpstream(task, ticket);
        }
    }

    private void interrupted(UUID claim, VideoTask task, VideoModel model) {
        if (model.repeatable()) {
            database.write(tx -> {
                tasks.requeued(tx, task, claim, now());
                return tx;
            });
            poke();
        } else {
            end(task, State.FAILED, Kind.INTERRUPTED, "its process died while it was being submitted");
        }
    }

    private void look(UUID claim, Working mine, VideoModel model) {
        var task = mine.task();
        var ticket = String.valueOf(task.course().ticket());
        try {
            switch (model.look(ticket, mine.cancellation())) {
                case Sight.Waiting _ -> goesOn(claim, task, model, "waiting", 2);
                case Sight.Working _ -> goesOn(claim, task, model, "rendering", guess(task));
                case Sight.Failed failed ->
                    end(
                            task,
                            State.FAILED,
                            failed.reason().kind(),
                            String.valueOf(failed.reason().getMessage()));
                case Sight.Done done -> fetch(claim, mine, model, done);
            }
        } catch (ModelFailure e) {
            failed(claim, mine, model, e);
        }
    }

    private void fetch(UUID claim, Working mine, VideoModel model, Sight.Done done) {
        var task = mine.task();
        try (var folder = delivery.workplace()) {
            Path file = folder.file("video.mp4");
            var progress = new Progress(part -> told(claim, mine, part));
            model.fetch(done, task.wish().order(), file, progress, mine.cancellation());
            delivery.deliver(task, claim, file);
        } catch (IOException e) {
            throw new ModelFailure(Kind.INTERRUPTED, "the video was not kept", e);
        }
    }

    /// A cancelled task tells nobody; its worker learns of it here and stops.
    private void told(UUID claim, Working mine, int percent) {
        boolean still = database.write(tx -> tasks.progressed(tx, mine.task(), claim, "rendering", percent, now()));
        if (!still) {
            mine.cancellation().cancel();
        }
    }

    private void failed(UUID claim, Working mine, VideoModel model, ModelFailure e) {
        var task = mine.task();
        if (closed || mine.cancellation().cancelled()) {
            log.info("Video {} is left for the next start", task.id());
            return;
        }
        boolean refetch = e.kind() == Kind.RESULT_GONE && task.course().stumbles() < MOST_REFETCHES;
        if (model.passing(e) || refetch && String.valueOf(e.getMessage()).contains("result answers")) {
            stumbled(claim, task, e);
        } else {
            var kind = e.kind() == Kind.MODEL_UNKNOWN ? Kind.RESULT_GONE : e.kind();
            end(task, State.FAILED, kind, String.valueOf(e.getMessage()));
        }
    }

    private void goesOn(UUID claim, VideoTask task, VideoModel model, String stage, int percent) {
        var course = task.course();
        database.write(tx -> {
            if (!course.stage().equals(stage) || percent > course.progress()) {
                tasks.progressed(tx, task, claim, stage, Math.max(percent, course.progress()), now());
            }
            return tasks.postponed(tx, task, claim, now().plus(model.pace()), 0);
        });
    }

    /// Asks later, and later still each time.
    private void stumbled(UUID claim, VideoTask task, ModelFailure e) {
        log.info("Video {} could not be looked after: {}", task.id(), e.getMessage());
        if (task.course().state() != State.SUBMITTED) {
            end(task, State.FAILED, e.kind(), String.valueOf(e.getMessage()));
            return;
        }
        int stumbles = task.course().stumbles() + 1;
        var pause = makers.pace(task).multipliedBy(1L << Math.min(stumbles, 10));
        database.write(tx -> tasks.postponed(
                tx, task, claim, now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE), stumbles));
    }

    private void cancelUpstream(VideoTask task, String ticket) {
        try {
            makers.model(task).cancel(ticket);
        } catch (ModelFailure e) {
            log.info("Video {} could not be cancelled at its provider: {}", task.id(), e.getMessage());
        }
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

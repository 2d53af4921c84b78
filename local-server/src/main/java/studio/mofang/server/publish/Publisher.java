package studio.mofang.server.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.db.Database;
import studio.mofang.server.publish.Target.Status;

/// Takes what is due, each on a thread of its own. Of several nodes exactly one gets a turn; what was
/// scheduled for a time when nobody watched is not published late but asked about. The only process of a store
/// knows when it did not watch; of several nodes another may have, so that there only lateness tells.
final class Publisher implements AutoCloseable {
    /// A schedule that is met later than this was missed.
    static final Duration PUNCTUAL = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final int AT_ONCE = 32;
    private static final Duration OTHERS_MAY_ADD = Duration.ofMillis(700);
    private static final Duration NOBODY_ELSE_ADDS = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Database database;
    private final InstantSource clock;
    private final Turns turns;
    private final boolean alone;
    private final Vigil vigil;
    private final Alarm alarm;
    private final TargetRepository targets = new TargetRepository();
    private final StepRepository steps = new StepRepository();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final Phaser ended = new Phaser(1);

    Publisher(Database database, InstantSource clock, Turns turns) {
        this.database = database;
        this.clock = clock;
        this.turns = turns;
        this.alone = database.dialect() == SQLDialect.H2;
        this.vigil = new Vigil(clock);
        this.alarm = new Alarm(clock, vigil, alone ? NOBODY_ELSE_ADDS : OTHERS_MAY_ADD, this::dispatch);
    }

    /// Where one process owns the store, whatever was at work is gone on with at once.
    void start() {
        if (alone) {
            database.write(tx -> {
                targets.wakeAll(tx, now());
                return true;
            });
        }
        alarm.start();
    }

    /// Something may be due earlier than was known.
    void wake() {
        alarm.ring();
    }

    /// Lets what runs end, for a while; the next start goes on with the rest.
    @Override
    public void close() {
        alarm.close();
        try {
            ended.awaitAdvanceInterruptibly(ended.arrive(), STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            running.forEach(Thread::interrupt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Instant> dispatch() {
        for (var target : database.read(sql -> targets.due(sql, now(), AT_ONCE))) {
            take(target);
        }
        return database.read(targets::nextDue);
    }

    private void take(Target target) {
        if (missed(target)) {
            log.info("Missed the time of publication {}", target.key());
            var asked = Status.ended(TargetState.MISSED, reason(target) + "现在发布，换个时间，还是取消？");
            database.write(tx -> targets.save(tx, target, asked, target.turn() + 1, now()));
            return;
        }
        var until = now().plus(Steps.LEASE);
        var status = target.status();
        var begun = Status.again(status.attempts(), status.reason(), until);
        var mine = new Target(target.key(), target.pack(), begun, target.turn() + 1, now());
        if (database.write(tx -> targets.save(tx, target, begun, mine.turn(), now()))) {
            run(mine);
        }
    }

    /// Also what was begun and cut off: nothing is published late unasked. What a platform has already got is
    /// gone on with, to hear what became of it.
    private boolean missed(Target target) {
        var due = target.status().dueAt();
        return due != null
                && (due.plus(PUNCTUAL).isBefore(now()) || unwatched(target.state(), due))
                && database.read(sql -> steps.find(sql, target.key(), Steps.PUBLISH))
                        .isEmpty();
    }

    private boolean unwatched(TargetState state, Instant due) {
        return alone && state == TargetState.SCHEDULED && due.isBefore(vigil.since());
    }

    private static String reason(Target target) {
        return target.state() == TargetState.SCHEDULED ? "到点时墨坊没有运行，或者电脑在睡眠。" : "发布到一半时墨坊停了，还没有发出。";
    }

    private void run(Target mine) {
        ended.register();
        Thread.ofVirtual().name("publish-" + mine.key().publicationId()).start(() -> {
            running.add(Thread.currentThread());
            try {
                turns.take(mine);
            } finally {
                running.remove(Thread.currentThread());
                ended.arriveAndDeregister();
                alarm.ring();
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

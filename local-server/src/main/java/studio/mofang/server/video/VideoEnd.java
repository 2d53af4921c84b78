package studio.mofang.server.video;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BiPredicate;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.model.ModelFailure.Kind;

/// Ends tasks that give no video: each once, in the transaction that gives its credits back.
final class VideoEnd {
    private static final Logger log = LoggerFactory.getLogger(VideoEnd.class);

    private final Database database;
    private final CreditService credits;
    private final InstantSource clock;
    private final VideoTaskRepository tasks = new VideoTaskRepository();

    VideoEnd(Database database, CreditService credits, InstantSource clock) {
        this.database = database;
        this.credits = credits;
        this.clock = clock;
    }

    /// By its owner, whoever works on it; false where it had ended before.
    boolean cancelled(VideoTask task) {
        return ended(task, "cancelled by its owner", (tx, now) -> tasks.cancelled(tx, task, now));
    }

    /// By its worker; false, and nothing changes, where that is not its worker any more.
    boolean failed(Errand errand, Kind kind, String text) {
        return ended(errand.task(), text, (tx, now) -> tasks.failed(tx, errand, kind, text, now));
    }

    private boolean ended(VideoTask task, String text, BiPredicate<DSLContext, Instant> end) {
        boolean mine = database.writeDurably(tx -> {
            ChangeSequence.hold(tx, task.userId());
            boolean ended = end.test(tx, clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (ended) {
                task.pay().hold().ifPresent(hold -> credits.release(task.userId(), hold));
            }
            return ended;
        });
        if (mine) {
            log.info("Video {} ended without a result: {}", task.id(), text);
        }
        return mine;
    }
}

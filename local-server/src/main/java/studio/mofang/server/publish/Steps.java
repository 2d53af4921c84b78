package studio.mofang.server.publish;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import studio.mofang.server.db.Database;
import studio.mofang.server.publish.PublishFailure.Kind;
import studio.mofang.server.publish.StepRepository.Step;

/// The journal of one turn. A step is on the disk as sent before it is sent, and as done with its result
/// after; a step that was sent and never done is looked up at the platform before it is sent again. Each
/// begins under the lock of the target's row, so that a turn that was taken over, or cancelled, sends
/// nothing more.
final class Steps {
    /// The step after which the platform has it: until then a publication can be cancelled.
    static final String PUBLISH = "publish";

    /// Longer than any step may take: a token, a call that refuses it, two tokens more and the call again,
    /// two minutes each (`PlatformHttp`).
    static final Duration LEASE = Duration.ofMinutes(11);

    /// So long after it was sent, a request whose answer was lost may still be on its way through the
    /// platform: that nothing is to be seen of it says nothing yet.
    static final Duration SETTLES = Duration.ofSeconds(15);

    private final Database database;
    private final InstantSource clock;
    private final Target mine;
    private final StepRepository steps = new StepRepository();
    private final TargetRepository targets = new TargetRepository();

    Steps(Database database, InstantSource clock, Target mine) {
        this.database = database;
        this.clock = clock;
        this.mine = mine;
    }

    interface Send {
        /// What is worth remembering of the answer.
        String send() throws PublishFailure;
    }

    interface Look {
        Seen look(Instant sentAt) throws PublishFailure;
    }

    /// What the platform knows of a step whose answer was lost.
    sealed interface Seen {
        record Done(String result) implements Seen {}

        record Absent() implements Seen {}

        /// Neither there nor certainly not there.
        record Unclear() implements Seen {}
    }

    /// The turn belongs to somebody else by now, or the person has cancelled.
    static final class TurnLost extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        TurnLost(Target target) {
            super("the turn of " + target.key() + " is over");
        }
    }

    /// For what may be done twice without anybody noticing.
    String repeatable(String name, Send send) throws PublishFailure {
        var before = step(name);
        if (before.isEmpty()) {
            return sent(name, send);
        }
        var result = before.get().result();
        return result != null ? result : anew(name, send);
    }

    /// For what must never be done twice.
    String once(String name, Look look, Send send) throws PublishFailure {
        var before = step(name);
        if (before.isEmpty()) {
            return sent(name, send);
        }
        var result = before.get().result();
        return result != null ? result : lookedUp(name, before.get().sentAt(), look, send);
    }

    /// What the platform answered; empty while that is not known.
    Optional<String> result(String name) {
        return step(name).map(Step::result);
    }

    /// When the step was done.
    Optional<Instant> doneAt(String name) {
        return step(name).map(Step::doneAt);
    }

    /// The platform has taken it back: the next turn does it anew.
    void forget(String name) {
        inTurn(() -> database.write(tx -> {
            steps.forget(tx, mine.key(), name);
            return true;
        }));
    }

    private String lookedUp(String name, Instant sentAt, Look look, Send send) throws PublishFailure {
        boolean settled = !now().isBefore(sentAt.plus(SETTLES));
        return switch (look.look(sentAt)) {
            case Seen.Done(String result) -> done(name, result);
            case Seen.Absent _ when settled -> anew(name, send);
            case Seen.Absent _, Seen.Unclear _ -> throw PublishFailure.unknown("还不知道平台有没有收到");
        };
    }

    private String anew(String name, Send send) throws PublishFailure {
        forget(name);
        return sent(name, send);
    }

    /// What was uploaded has lost its worth, as with another account: all is done anew but what was published.
    void forgetUploads() {
        inTurn(() -> database.write(tx -> {
            steps.forgetAllBut(tx, mine.key(), PUBLISH);
            return true;
        }));
    }

    private String sent(String name, Send send) throws PublishFailure {
        begin(name);
        String result;
        try {
            result = send.send();
        } catch (PublishFailure e) {
            if (e.kind() != Kind.UNKNOWN) {
                forget(name);
            }
            throw e;
        }
        return done(name, result);
    }

    private void begin(String name) {
        inTurn(() -> database.writeDurably(tx -> {
            steps.sent(tx, mine.key(), name, now());
            return targets.renew(tx, mine, now().plus(LEASE));
        }));
    }

    /// Also where the turn is over: what the platform has done is worth knowing for whoever comes next.
    private String done(String name, String result) {
        database.writeDurably(tx -> {
            steps.done(tx, mine.key(), name, result, now());
            return true;
        });
        return result;
    }

    private void inTurn(java.util.function.BooleanSupplier work) {
        database.write(tx -> {
            boolean held = targets.lock(tx, mine.key())
                    .filter(now -> now.turn() == mine.turn() && now.state() == TargetState.PUBLISHING)
                    .isPresent();
            if (!held || !work.getAsBoolean()) {
                throw new TurnLost(mine);
            }
            return true;
        });
    }

    private Optional<Step> step(String name) {
        return database.read(sql -> steps.find(sql, mine.key(), name));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package studio.mofang.server.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Envelope;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.generation.GenerationRepository.End;
import studio.mofang.server.generation.GenerationRepository.Orphan;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.model.Cancellation;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.Written;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// The engine of every generation (rules L4 and L5): `begin` holds and journals in one transaction, the caller asks the
/// model outside of any, and exactly one of `finish` and `fail` resolves the hold in another one. What a dead process
/// left running is abandoned, and its credits given back; save what its provider goes on with, which passes to the next
/// process (`Succession`).
public final class GenerationService implements AutoCloseable {
    /// The longest a model may take; well below the time after which an idempotency key is taken over.
    public static final Duration DEADLINE = Duration.ofMinutes(6);

    private static final Logger log = LoggerFactory.getLogger(GenerationService.class);
    /// Longer than it takes to notice a client that has hung up.
    private static final Duration HANGING_UP = Duration.ofSeconds(1);
    /// Together with the former less than the door's patience with running requests.
    private static final Duration DRAIN = Duration.ofSeconds(6);

    private static final Duration STOP = Duration.ofSeconds(5);
    /// Longer than a repeated request waits for the first one.
    private static final Duration REPEATED_WITHIN = Duration.ofSeconds(30);

    private static final int SWEPT_AT_ONCE = 500;

    private final Database database;
    private final CreditService credits;
    private final MembershipService memberships;
    private final Till till;
    private final Idempotency idempotency;
    private final InstantSource clock;
    private final UUID node = UUID.randomUUID();
    private final Running running = new Running();
    private final Succession succession;
    private final GenerationRepository journal = new GenerationRepository();
    private final Cache<RequestKey, Problem> failures = Caffeine.newBuilder()
            .expireAfterWrite(REPEATED_WITHIN)
            .maximumSize(10_000)
            .build();
    private volatile boolean stopping;

    public GenerationService(
            Database database,
            CreditService credits,
            MembershipService memberships,
            Idempotency idempotency,
            InstantSource clock) {
        this.database = database;
        this.credits = credits;
        this.memberships = memberships;
        this.till = new Till(credits);
        this.idempotency = idempotency;
        this.clock = clock;
        this.succession = new Succession(database, credits, running, node, clock);
    }

    /// What a finished generation gave: the id of its creation and the answer to the client.
    public record Outcome(long creationId, Envelope<?> answer) {}

    /// The stored answer of a request that was answered before, as the bytes of its envelope.
    public Optional<byte[]> answered(Optional<RequestKey> key) {
        return key.flatMap(idempotency::answered);
    }

    /// Whether the request is being worked on, or was answered.
    boolean claimed(RequestKey key) {
        return idempotency.claimed(key);
    }

    /// Why the same request failed here just now.
    Optional<Problem> failure(RequestKey key) {
        return Optional.ofNullable(failures.getIfPresent(key));
    }

    /// Throws Problem 40001 where the credits do not suffice and 409 while the same request is being worked on; nothing
    /// has changed then.
    public Run begin(Assignment assignment) {
        var run = database.writeDurably(tx -> {
            long userId = assignment.userId();
            ChangeSequence.hold(tx, userId);
            assignment.key().ifPresent(key -> claim(tx, key));
            int price = memberships.member(userId) ? 0 : assignment.credits();
            var id = UuidCreator.getTimeOrderedEpoch();
            var hold = till.hold(userId, id, price);
            var begun = new Run(id, assignment, price, hold, new Cancellation());
            journal.insert(tx, begun, node, clock.instant(), clock.instant().plus(Succession.LEASE));
            return begun;
        });
        running.add(run);
        if (stopping) {
            run.cancellation().cancel();
        }
        return run;
    }

    /// A model is asked after `begin` and before `finish`, never within them.
    void assertNoTransaction() {
        database.assertNoTransaction();
    }

    /// Where what a provider goes on with passes from one process to the next.
    Succession succession() {
        return succession;
    }

    /// Charges, saves with `effect`, and stores the answer under the request's key, all or nothing. `effect` is told
    /// what the text has cost in the end; what it reads of the user's stays as it is until it is saved.
    public Envelope<?> finish(Run run, Written written, Function<Run, Outcome> effect) {
        try {
            return database.writeDurably(tx -> {
                ChangeSequence.hold(tx, run.userId());
                if (!journal.done(tx, run, node, written, clock.instant())) {
                    throw new ModelFailure(ModelFailure.Kind.INTERRUPTED, "generation " + run.id() + " was abandoned");
                }
                var charged = till.charged(run);
                var outcome = effect.apply(charged);
                journal.made(tx, charged, outcome.creationId());
                run.assignment().key().ifPresent(key -> idempotency.close(tx, key, outcome.answer()));
                return outcome.answer();
            });
        } finally {
            running.remove(run);
        }
    }

    /// Gives the credits and the request's key back, and says what the person reads. Where a stop of this server alone
    /// ended it, it is left for the next one.
    public Problem fail(Run run, ModelFailure failure) {
        return succession.leaves(run, failure) ? succession.left(run) : failed(run, failure);
    }

    private Problem failed(Run run, ModelFailure failure) {
        var kind = reason(failure);
        var problem = new Problem(kind.fault(), kind.sentence(), failure).because(kind.word());
        run.assignment().key().ifPresent(key -> failures.put(key, problem));
        var end = kind == ModelFailure.Kind.CANCELLED ? End.CANCELLED : End.FAILED;
        try {
            boolean mine = resolved(run.userId(), run.hold(), run.assignment().key(), tx -> {
                return journal.ended(tx, run, node, end, text(failure), clock.instant());
            });
            if (mine) {
                log.info(
                        "Generation {} by {} ended: {}",
                        run.id(),
                        run.assignment().maker(),
                        text(failure));
            }
            boolean elsewhere = !mine && database.read(sql -> journal.goesOn(sql, run));
            return elsewhere ? ModelFailure.Kind.GOES_ON.problem() : problem;
        } finally {
            running.remove(run);
        }
    }

    /// Before the server serves and before any sweep: where one process owns the store, whatever runs was left by a
    /// dead one.
    public void recover() {
        if (database.dialect() == SQLDialect.H2) {
            succession.recover();
            abandon(database.read(sql -> journal.ofOthers(sql, node, SWEPT_AT_ONCE)));
        }
        sweep();
    }

    /// Renews what runs here, then abandons what nobody renews.
    public void sweep() {
        var ids = running.ids();
        if (!ids.isEmpty()) {
            database.write(tx -> {
                journal.renew(tx, node, ids, clock.instant().plus(Succession.LEASE));
                return node;
            });
        }
        abandon(database.read(sql -> journal.expired(sql, clock.instant(), SWEPT_AT_ONCE)));
    }

    /// Before the door closes: hears who has cancelled a moment ago, leaves what can be left, gives the rest a while to
    /// end by itself, then cancels it, so that each client is still told. Returns at once.
    public void drain() {
        Thread.ofVirtual().name("generations-drain").start(() -> {
            running.awaitEmpty(HANGING_UP);
            succession.leave();
            running.awaitEmpty(DRAIN);
            cancelAll();
        });
    }

    /// Cancels what still runs and waits a little for its credits to be given back; the next start gives back the rest.
    @Override
    public void close() {
        cancelAll();
        running.awaitEmpty(STOP);
    }

    private void cancelAll() {
        succession.leave();
        stopping = true;
        running.cancelAll();
    }

    /// What outlived its process may run for longer than a claim of a key is kept.
    private void claim(DSLContext tx, RequestKey key) {
        boolean fresh = idempotency.open(tx, key);
        if (!fresh && journal.runs(tx, key)) {
            throw Idempotency.busy();
        }
    }

    private ModelFailure.Kind reason(ModelFailure failure) {
        boolean stopped = stopping && failure.kind() == ModelFailure.Kind.CANCELLED;
        return stopped ? ModelFailure.Kind.INTERRUPTED : failure.kind();
    }

    private void abandon(List<Orphan> orphans) {
        for (var orphan : orphans) {
            log.info("Abandoning generation {}, whose process is gone", orphan.id());
            resolved(orphan.userId(), Optional.ofNullable(orphan.holdId()), orphan.key(), tx -> {
                return journal.abandoned(tx, orphan, "its process is gone", clock.instant());
            });
        }
    }

    /// True where `end` ended it; the credits and the key are given back then.
    private boolean resolved(long userId, Optional<UUID> hold, Optional<RequestKey> key, Predicate<DSLContext> end) {
        return database.writeDurably(tx -> {
            ChangeSequence.hold(tx, userId);
            boolean mine = end.test(tx);
            if (mine) {
                hold.ifPresent(held -> credits.release(userId, held));
                key.ifPresent(given -> idempotency.release(tx, given));
            }
            return mine;
        });
    }

    private static String text(ModelFailure failure) {
        return String.valueOf(failure.getMessage());
    }
}

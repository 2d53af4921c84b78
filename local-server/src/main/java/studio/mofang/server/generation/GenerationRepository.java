package studio.mofang.server.generation;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static studio.mofang.server.db.gen.Tables.GENERATION;
import static studio.mofang.server.db.gen.Tables.PICTURE_TASK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.model.Written;
import studio.mofang.server.web.RequestKey;

/// `generation`: each row leaves the state `running` once, and whoever gets it out of there resolves its hold. It
/// belongs to the node that it names, until its lease is over.
final class GenerationRepository {
    /// The lease of what was left on purpose.
    static final Instant FREE = Instant.EPOCH;

    private static final Condition RUNNING = GENERATION.STATE.eq("running");
    private static final int LONGEST_FAILURE = 500;
    private static final int LONGEST_REASON = 100;

    /// How a generation ended.
    enum End {
        DONE,
        FAILED,
        CANCELLED,
        ABANDONED;

        private String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A generation that runs as far as the journal knows, with what it still holds, who had it, and until when.
    record Orphan(
            long userId,
            UUID id,
            @Nullable UUID holdId,
            @Nullable String route,
            @Nullable String requestId,
            UUID node,
            Instant leaseUntil) {
        Optional<RequestKey> key() {
            return route == null || requestId == null
                    ? Optional.empty()
                    : Optional.of(new RequestKey(userId, route, requestId, ""));
        }
    }

    void insert(DSLContext tx, Run run, UUID node, Instant now, Instant leaseUntil) {
        var assignment = run.assignment();
        tx.insertInto(GENERATION)
                .set(GENERATION.USER_ID, run.userId())
                .set(GENERATION.ID, run.id())
                .set(GENERATION.KIND, assignment.kind())
                .set(GENERATION.TOOL_TYPE, assignment.toolType())
                .set(GENERATION.MODEL_ID, assignment.maker().modelId())
                .set(GENERATION.PROVIDER, assignment.maker().provider())
                .set(GENERATION.MODEL_NAME, assignment.maker().modelName())
                .set(GENERATION.PROMPT, assignment.prompt())
                .set(GENERATION.PRICE, run.price())
                .set(GENERATION.HOLD_ID, run.hold().orElse(null))
                .set(GENERATION.ROUTE, assignment.key().map(RequestKey::route).orElse(null))
                .set(
                        GENERATION.REQUEST_ID,
                        assignment.key().map(RequestKey::requestId).orElse(null))
                .set(GENERATION.STATE, "running")
                .set(GENERATION.NODE, node)
                .set(GENERATION.LEASE_UNTIL, leaseUntil)
                .set(GENERATION.STARTED_AT, now)
                .execute();
    }

    /// False where it has ended already, or is another node's by now.
    boolean done(DSLContext tx, Run run, UUID node, Written written, Instant now) {
        var reason = written.finishReason();
        return tx.update(GENERATION)
                        .set(GENERATION.STATE, End.DONE.word())
                        .set(GENERATION.FINISH_REASON, reason == null ? null : cut(reason, LONGEST_REASON))
                        .set(GENERATION.INPUT_TOKENS, written.inputTokens())
                        .set(GENERATION.OUTPUT_TOKENS, written.outputTokens())
                        .set(GENERATION.ENDED_AT, now)
                        .where(running(run, node))
                        .execute()
                == 1;
    }

    /// With what it has cost in the end.
    void made(DSLContext tx, Run run, long creationId) {
        tx.update(GENERATION)
                .set(GENERATION.CREATION_ID, creationId)
                .set(GENERATION.PRICE, run.price())
                .set(GENERATION.HOLD_ID, run.hold().orElse(null))
                .where(is(run.userId(), run.id()))
                .execute();
    }

    /// False where it has ended already, or is another node's by now.
    boolean ended(DSLContext tx, Run run, UUID node, End end, String failure, Instant now) {
        return ended(tx, running(run, node), end, failure, now);
    }

    /// False where it has ended already, or somebody has come back to it.
    boolean abandoned(DSLContext tx, Orphan orphan, String failure, Instant now) {
        return ended(tx, left(orphan), End.ABANDONED, failure, now);
    }

    /// False where somebody else was faster.
    boolean takenOver(DSLContext tx, Orphan orphan, UUID node, Instant leaseUntil) {
        return tx.update(GENERATION)
                        .set(GENERATION.NODE, node)
                        .set(GENERATION.LEASE_UNTIL, leaseUntil)
                        .where(left(orphan))
                        .execute()
                == 1;
    }

    /// Makes its lease this long; false where it has ended already, or is another node's by now.
    boolean leased(DSLContext tx, Run run, UUID node, Instant leaseUntil) {
        return tx.update(GENERATION)
                        .set(GENERATION.LEASE_UNTIL, leaseUntil)
                        .where(running(run, node))
                        .execute()
                == 1;
    }

    /// Leaves alone what this node has given up a moment ago, and whatever is not among `ids`: nobody is at that.
    void renew(DSLContext tx, UUID node, Collection<UUID> ids, Instant leaseUntil) {
        tx.update(GENERATION)
                .set(GENERATION.LEASE_UNTIL, leaseUntil)
                .where(RUNNING.and(GENERATION.NODE.eq(node))
                        .and(GENERATION.ID.in(ids))
                        .and(GENERATION.LEASE_UNTIL.ne(FREE)))
                .execute();
    }

    /// Those past their lease that cannot be gone on with.
    List<Orphan> expired(DSLContext sql, Instant now, int most) {
        return orphans(sql, GENERATION.LEASE_UNTIL.lt(now).andNot(hasTicket()), most);
    }

    /// Those of any other node that cannot be gone on with.
    List<Orphan> ofOthers(DSLContext sql, UUID node, int most) {
        return orphans(sql, GENERATION.NODE.ne(node).andNot(hasTicket()), most);
    }

    /// Those that whoever has their ticket can go on with.
    List<Orphan> withTicket(DSLContext sql) {
        return orphans(sql, hasTicket(), Integer.MAX_VALUE);
    }

    /// Whoever comes next may take them over at once.
    void freeWithTicket(DSLContext tx) {
        tx.update(GENERATION)
                .set(GENERATION.LEASE_UNTIL, FREE)
                .where(RUNNING.and(hasTicket()))
                .execute();
    }

    /// Whether somebody else has gone on with it, or will.
    boolean goesOn(DSLContext sql, Run run) {
        return sql.fetchExists(
                GENERATION,
                is(run.userId(), run.id())
                        .and(GENERATION.STATE.in("running", End.DONE.word()))
                        .and(hasTicket()));
    }

    /// Whether what the same request began before still runs.
    boolean runs(DSLContext sql, RequestKey key) {
        return sql.fetchExists(
                GENERATION,
                RUNNING.and(GENERATION.USER_ID.eq(key.userId()))
                        .and(GENERATION.ROUTE.eq(key.route()))
                        .and(GENERATION.REQUEST_ID.eq(key.requestId())));
    }

    private static List<Orphan> orphans(DSLContext sql, Condition which, int most) {
        return sql.select(
                        GENERATION.USER_ID,
                        GENERATION.ID,
                        GENERATION.HOLD_ID,
                        GENERATION.ROUTE,
                        GENERATION.REQUEST_ID,
                        GENERATION.NODE,
                        GENERATION.LEASE_UNTIL)
                .from(GENERATION)
                .where(RUNNING.and(which))
                .orderBy(GENERATION.LEASE_UNTIL)
                .limit(most)
                .fetch(Records.mapping(Orphan::new));
    }

    private static boolean ended(DSLContext tx, Condition which, End end, String failure, Instant now) {
        return tx.update(GENERATION)
                        .set(GENERATION.STATE, end.word())
                        .set(GENERATION.FAILURE, cut(failure, LONGEST_FAILURE))
                        .set(GENERATION.ENDED_AT, now)
                        .where(which)
                        .execute()
                == 1;
    }

    private static Condition hasTicket() {
        return exists(selectOne()
                .from(PICTURE_TASK)
                .where(PICTURE_TASK.USER_ID.eq(GENERATION.USER_ID))
                .and(PICTURE_TASK.GENERATION_ID.eq(GENERATION.ID)));
    }

    private static Condition left(Orphan orphan) {
        return is(orphan.userId(), orphan.id())
                .and(RUNNING)
                .and(GENERATION.NODE.eq(orphan.node()))
                .and(GENERATION.LEASE_UNTIL.eq(orphan.leaseUntil()));
    }

    private static Condition running(Run run, UUID node) {
        return is(run.userId(), run.id())
                .and(RUNNING)
                .and(GENERATION.NODE.eq(node))
                .and(GENERATION.LEASE_UNTIL.ne(FREE));
    }

    private static Condition is(long userId, UUID id) {
        return GENERATION.USER_ID.eq(userId).and(GENERATION.ID.eq(id));
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}

package studio.mofang.server.generation;

import static studio.mofang.server.db.gen.Tables.GENERATION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.model.Written;
import studio.mofang.server.web.RequestKey;

/// `generation`: each row leaves the state `running` once, and whoever gets it out of there resolves its hold.
final class GenerationRepository {
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

    /// A generation whose node is gone, with what it still holds.
    record Orphan(
            long userId,
            UUID id,
            @Nullable UUID holdId,
            @Nullable String route,
            @Nullable String requestId) {
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

    /// False where it has ended already.
    boolean done(DSLContext tx, Run run, Written written, Instant now) {
        var reason = written.finishReason();
        return tx.update(GENERATION)
                        .set(GENERATION.STATE, End.DONE.word())
                        .set(GENERATION.FINISH_REASON, reason == null ? null : cut(reason, LONGEST_REASON))
                        .set(GENERATION.INPUT_TOKENS, written.inputTokens())
                        .set(GENERATION.OUTPUT_TOKENS, written.outputTokens())
                        .set(GENERATION.ENDED_AT, now)
                        .where(running(run.userId(), run.id()))
                        .execute()
                == 1;
    }

    /// With what it has cost in the end.
    void made(DSLContext tx, Run run, long creationId) {
        tx.update(GENERATION)
                .set(GENERATION.CREATION_ID, creationId)
                .set(GENERATION.PRICE, run.price())
                .set(GENERATION.HOLD_ID, run.hold().orElse(null))
                .where(GENERATION.USER_ID.eq(run.userId()).and(GENERATION.ID.eq(run.id())))
                .execute();
    }

    /// False where it has ended already.
    boolean ended(DSLContext tx, long userId, UUID id, End end, String failure, Instant now) {
        return tx.update(GENERATION)
                        .set(GENERATION.STATE, end.word())
                        .set(GENERATION.FAILURE, cut(failure, LONGEST_FAILURE))
                        .set(GENERATION.ENDED_AT, now)
                        .where(running(userId, id))
                        .execute()
                == 1;
    }

    void renew(DSLContext tx, UUID node, Instant leaseUntil) {
        tx.update(GENERATION)
                .set(GENERATION.LEASE_UNTIL, leaseUntil)
                .where(GENERATION.STATE.eq("running").and(GENERATION.NODE.eq(node)))
                .execute();
    }

    /// Those past their lease.
    List<Orphan> expired(DSLContext sql, Instant now, int most) {
        return orphans(sql, GENERATION.LEASE_UNTIL.lt(now), most);
    }

    /// Those of any other node.
    List<Orphan> ofOthers(DSLContext sql, UUID node, int most) {
        return orphans(sql, GENERATION.NODE.ne(node), most);
    }

    private static List<Orphan> orphans(DSLContext sql, Condition which, int most) {
        return sql.select(
                        GENERATION.USER_ID, GENERATION.ID, GENERATION.HOLD_ID, GENERATION.ROUTE, GENERATION.REQUEST_ID)
                .from(GENERATION)
                .where(GENERATION.STATE.eq("running").and(which))
                .orderBy(GENERATION.LEASE_UNTIL)
                .limit(most)
                .fetch(Records.mapping(Orphan::new));
    }

    private static Condition running(long userId, UUID id) {
        return GENERATION.USER_ID.eq(userId).and(GENERATION.ID.eq(id)).and(GENERATION.STATE.eq("running"));
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}

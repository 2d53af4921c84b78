package studio.mofang.server.web;

import static studio.mofang.server.db.gen.Tables.IDEMPOTENCY;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Vault;

/// Makes a repeated POST answer what the first one answered (rules L7 and L8). The answer is stored in the transaction
/// of the effect, so that there is never the one without the other. Refusals and faults are not stored: nothing was
/// done, and the next try may do it.
///
/// Work inside one transaction uses `once`. Work that calls the network in between uses `open` in its first and `close`
/// in its last transaction; a claim whose work died is taken over after `ABANDONED`.
public final class Idempotency {
    public static final Duration KEPT = Duration.ofDays(30);
    static final Duration ABANDONED = Duration.ofMinutes(15);

    private final Database database;
    private final Vault vault;
    private final InstantSource clock;

    public Idempotency(Database database, Vault vault, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /// The stored answer, as the bytes of its envelope, when the request was answered before.
    public Optional<byte[]> answered(RequestKey key) {
        return database.read(sql -> sql.select(IDEMPOTENCY.BODY_HASH, IDEMPOTENCY.ANSWER)
                        .from(IDEMPOTENCY)
                        .where(mine(key))
                        .fetchOptional())
                .flatMap(row -> {
                    refuseOther(key, row.value1());
                    return Optional.ofNullable(row.value2()).map(answer -> onDisk(opened(answer, key)));
                });
    }

    private byte[] opened(byte[] answer, RequestKey key) {
        return vault.openIfStillPossible(answer, place(key))
                .orElseThrow(() -> new Problem(Fault.CONFLICT, "这个请求已经完成，但当时的答复没有留下；请刷新查看结果"));
    }

    /// Whether somebody is at this request, or has answered it.
    public boolean claimed(RequestKey key) {
        return database.read(sql -> sql.fetchExists(IDEMPOTENCY, mine(key)));
    }

    /// Whoever repeats a request must not be told of a success that a power cut could still take back (rule S2).
    private byte[] onDisk(byte[] answer) {
        database.awaitDurable();
        return answer;
    }

    /// Runs `effect` and stores its answer in one transaction.
    byte[] once(RequestKey key, Supplier<byte[]> effect) {
        var before = answered(key);
        return before.isPresent() ? before.get() : firstTime(key, effect);
    }

    /// Claims the key; throws 409 while somebody else is at it. Returns false when this took over abandoned work.
    public boolean open(DSLContext tx, RequestKey key) {
        boolean fresh = insert(tx, key);
        if (!fresh) {
            takeOver(tx, key);
        }
        return fresh;
    }

    /// The refusal of a request while the same one is being worked on.
    public static Problem busy() {
        return new Problem(Fault.CONFLICT, "同一请求正在处理，请稍后再试");
    }

    /// Stores the answer of the work that `open` claimed.
    public void close(DSLContext tx, RequestKey key, Object envelope) {
        try {
            store(tx, key, Json.shared().writeValueAsBytes(envelope));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the answer of " + key.route(), e);
        }
    }

    /// Gives the key back after work that had no effect.
    public void release(DSLContext tx, RequestKey key) {
        tx.deleteFrom(IDEMPOTENCY)
                .where(mine(key))
                .and(IDEMPOTENCY.ANSWER.isNull())
                .execute();
    }

    /// Forgets answers past their time.
    public void sweep() {
        database.write(tx -> tx.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.CREATED_AT.lt(clock.instant().minus(KEPT)))
                .execute());
    }

    private byte[] firstTime(RequestKey key, Supplier<byte[]> effect) {
        try {
            return database.write(tx -> {
                if (!insert(tx, key)) {
                    throw busy();
                }
                var answer = effect.get();
                store(tx, key, answer);
                return answer;
            });
        } catch (DataAccessException e) {
            return lostTheRace(key, e);
        } catch (Problem e) {
            return e.fault() == Fault.CONFLICT ? answered(key).orElseThrow(() -> e) : rethrown(e);
        }
    }

    private byte[] lostTheRace(RequestKey key, DataAccessException e) {
        if (!Database.duplicate(e)) {
            throw e;
        }
        return answered(key).orElseThrow(() -> e);
    }

    private static byte[] rethrown(Problem e) {
        throw e;
    }

    private boolean insert(DSLContext tx, RequestKey key) {
        return tx.insertInto(IDEMPOTENCY)
                        .set(IDEMPOTENCY.USER_ID, key.userId())
                        .set(IDEMPOTENCY.ROUTE, key.route())
                        .set(IDEMPOTENCY.REQUEST_ID, key.requestId())
                        .set(IDEMPOTENCY.BODY_HASH, key.bodyHash())
                        .set(IDEMPOTENCY.CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private void takeOver(DSLContext tx, RequestKey key) {
        Instant abandoned = clock.instant().minus(ABANDONED);
        refuseOther(key, bodyHash(tx, key));
        int taken = tx.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.CREATED_AT, clock.instant())
                .where(mine(key))
                .and(IDEMPOTENCY.ANSWER.isNull())
                .and(IDEMPOTENCY.CREATED_AT.lt(abandoned))
                .execute();
        if (taken == 0) {
            throw busy();
        }
    }

    private String bodyHash(DSLContext tx, RequestKey key) {
        return tx.select(IDEMPOTENCY.BODY_HASH)
                .from(IDEMPOTENCY)
                .where(mine(key))
                .fetchOptional(IDEMPOTENCY.BODY_HASH)
                .orElse(key.bodyHash());
    }

    private void store(DSLContext tx, RequestKey key, byte[] answer) {
        tx.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.STATUS, 200)
                .set(IDEMPOTENCY.ANSWER, vault.sealForNow(answer, place(key)))
                .where(mine(key))
                .execute();
    }

    private static void refuseOther(RequestKey key, String bodyHash) {
        if (!bodyHash.equals(key.bodyHash())) {
            throw new Problem(Fault.CONFLICT, "这个 Idempotency-Key 已用于另一个请求");
        }
    }

    private static Condition mine(RequestKey key) {
        return IDEMPOTENCY
                .USER_ID
                .eq(key.userId())
                .and(IDEMPOTENCY.ROUTE.eq(key.route()))
                .and(IDEMPOTENCY.REQUEST_ID.eq(key.requestId()));
    }

    private static String place(RequestKey key) {
        return "idempotency|" + key.userId() + "|" + key.route() + "|" + key.requestId();
    }
}

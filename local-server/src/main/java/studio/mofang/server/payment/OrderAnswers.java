package studio.mofang.server.payment;

import java.util.Optional;
import java.util.function.Supplier;
import studio.mofang.core.Envelope;
import studio.mofang.core.Fault;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;
import studio.mofang.server.web.RequestKey;

/// Keeps the promise of `Idempotency-Key` for routes that call a gateway in between: the answer that was given first is
/// given again, byte by byte. That the work itself is not done twice is `OrderService`'s.
public final class OrderAnswers {
    private final Database database;
    private final Idempotency idempotency;

    public OrderAnswers(Database database, Idempotency idempotency) {
        this.database = database;
        this.idempotency = idempotency;
    }

    public Reply once(Optional<RequestKey> key, String message, Supplier<?> work) {
        if (key.isEmpty()) {
            return Reply.of(message, work.get());
        }
        var before = idempotency.answered(key.get());
        return before.isPresent() ? stored(before.get()) : kept(key.get(), message, work.get());
    }

    private Reply kept(RequestKey key, String message, Object answer) {
        try {
            return database.write(tx -> {
                idempotency.open(tx, key);
                idempotency.close(tx, key, Envelope.success(message, answer));
                return Reply.of(message, answer);
            });
        } catch (Problem e) {
            if (e.fault() == Fault.CONFLICT) {
                return stored(idempotency.answered(key).orElseThrow(() -> e));
            }
            throw e;
        }
    }

    private static Reply stored(byte[] envelope) {
        return new Reply.File("application/json; charset=utf-8", null, envelope);
    }
}

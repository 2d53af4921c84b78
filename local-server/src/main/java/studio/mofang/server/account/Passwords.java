package studio.mofang.server.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Argon2id, at most one hash per core at once, and the same work for users that do not exist (rule X9).
final class Passwords {
    private static final int LANES = 1;
    private static final int LENGTH = 32;

    private final PasswordCost cost;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    private @Nullable String nobody;

    Passwords(PasswordCost cost) {
        this.cost = cost;
    }

    String hash(String password) {
        return onACore(
                () -> Password.hash(password).addRandomSalt(16).with(argon()).getResult());
    }

    /// With no hash it does the work all the same and answers false.
    boolean matches(String password, @Nullable String hash) {
        var against = hash == null ? nobody() : hash;
        boolean same =
                onACore(() -> Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)));
        return same && hash != null;
    }

    /// True when the hash was made with another cost than today's.
    boolean outdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(argon());
    }

    /// Made at the first sign-in, not at the start of the server: it costs as much as a sign-in.
    private synchronized String nobody() {
        if (nobody == null) {
            nobody = hash("a password nobody has");
        }
        return nobody;
    }

    /// The library keeps one for each cost, and with it takes the memory: an embedded server never hashes.
    private Argon2Function argon() {
        return Argon2Function.getInstance(cost.memoryKib(), cost.iterations(), LANES, LENGTH, Argon2.ID);
    }

    private <T> T onACore(Supplier<T> work) {
        cores.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}

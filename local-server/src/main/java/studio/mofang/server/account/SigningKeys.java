package studio.mofang.server.account;

import static studio.mofang.server.db.gen.Tables.SIGNING_KEY;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Vault;

/// The keys that tokens are signed with, shared by all nodes through the database and sealed there. `rotate` makes a
/// new one; the old ones go on verifying for as long as a refresh token lives.
public final class SigningKeys {
    private static final int SECRET_BYTES = 32;
    private static final Duration FRESH = Duration.ofSeconds(5);
    /// How often made-up ids may cost a look; so long may another node's new key stay unknown here.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Database database;
    private final Vault vault;
    private final InstantSource clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    /// An HMAC-SHA256 key under its id.
    record Key(String kid, byte[] secret, Instant createdAt) {}

    private record Known(List<Key> keys, Instant readAt) {}

    public SigningKeys(Database database, Vault vault, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /// The newest key; the first call on a fresh store makes it.
    Key current() {
        return newest().orElseGet(() -> {
            rotate();
            return newest().orElseThrow();
        });
    }

    /// A key that is still good for verifying. An unknown id is looked up again: another node may have rotated.
    Optional<Key> find(String kid) {
        var cached = find(known.keys(), kid);
        boolean stale = clock.instant().isAfter(known.readAt().plus(BETWEEN_LOOKS));
        return cached.isPresent() || !stale ? cached : find(reload(), kid);
    }

    /// Signs from now on with a fresh key.
    public void rotate() {
        var kid = UUID.randomUUID().toString();
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        database.writeDurably(tx -> replace(tx, kid, secret));
        reload();
    }

    private int replace(DSLContext tx, String kid, byte[] secret) {
        tx.update(SIGNING_KEY)
                .set(SIGNING_KEY.RETIRED_AT, clock.instant())
                .where(SIGNING_KEY.RETIRED_AT.isNull())
                .execute();
        return tx.insertInto(SIGNING_KEY)
                .set(SIGNING_KEY.KID, kid)
                .set(SIGNING_KEY.SECRET, vault.seal(secret, place(kid)))
                .set(SIGNING_KEY.CREATED_AT, clock.instant())
                .execute();
    }

    private Optional<Key> newest() {
        boolean stale = clock.instant().isAfter(known.readAt().plus(FRESH));
        var keys = stale ? reload() : known.keys();
        return keys.stream().max(Comparator.comparing(Key::createdAt));
    }

    private List<Key> reload() {
        var oldest = clock.instant().minus(Tokens.REFRESH_LIFE);
        var keys = database.read(sql -> sql.select(SIGNING_KEY.KID, SIGNING_KEY.SECRET, SIGNING_KEY.CREATED_AT)
                .from(SIGNING_KEY)
                .where(SIGNING_KEY.RETIRED_AT.isNull().or(SIGNING_KEY.RETIRED_AT.gt(oldest)))
                .fetch(row -> new Key(row.value1(), vault.open(row.value2(), place(row.value1())), row.value3())));
        known = new Known(List.copyOf(keys), clock.instant());
        return known.keys();
    }

    private static Optional<Key> find(List<Key> keys, String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    private static String place(String kid) {
        return "signing_key|" + kid;
    }
}

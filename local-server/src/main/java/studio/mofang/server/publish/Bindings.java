package studio.mofang.server.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;
import studio.mofang.core.Publications;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Vault;
import studio.mofang.server.publish.BindingRepository.Shown;
import studio.mofang.server.publish.PublishConnector.Account;
import studio.mofang.server.web.Problem;

/// The users' accounts at the platforms. Credentials are sealed at rest, bound to their row (rule X10), and
/// no answer ever carries them.
final class Bindings {
    private static final TypeReference<Map<String, String>> CREDENTIALS = new TypeReference<>() {};

    private final Database database;
    private final Vault vault;
    private final InstantSource clock;
    private final BindingRepository rows = new BindingRepository();

    Bindings(Database database, Vault vault, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    List<Publications.Platform> platforms(long userId) {
        var bound = database.read(sql -> rows.all(sql, userId)).stream()
                .collect(Collectors.toMap(Shown::platform, shown -> shown));
        return Arrays.stream(Platform.values())
                .map(platform -> wire(platform, bound.get(platform.code())))
                .toList();
    }

    boolean bound(long userId, Platform platform) {
        return database.read(sql -> rows.credentials(sql, userId, platform)).isPresent();
    }

    /// Empty where nothing is bound.
    Map<String, String> credentials(long userId, Platform platform) {
        return database.read(sql -> rows.credentials(sql, userId, platform))
                .map(secret -> opened(secret, place(userId, platform)))
                .orElse(Map.of());
    }

    /// Takes the place of what was bound before. The credentials have been tried.
    Publications.Platform bind(long userId, Platform platform, Account account) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var shown = new Shown(platform.code(), account.name(), account.tail(), now);
        var secret = closed(account.credentials(), place(userId, platform));
        database.writeDurably(tx -> {
            ChangeSequence.hold(tx, userId);
            rows.delete(tx, userId, platform);
            rows.insert(tx, userId, shown, secret);
            return true;
        });
        return wire(platform, shown);
    }

    /// The platform has handed out others in their place.
    void renew(long userId, Platform platform, Map<String, String> credentials) {
        var secret = closed(credentials, place(userId, platform));
        database.writeDurably(tx -> {
            rows.renew(tx, userId, platform, secret);
            return true;
        });
    }

    void unbind(long userId, Platform platform) {
        if (!database.writeDurably(tx -> rows.delete(tx, userId, platform))) {
            throw new Problem(Fault.NOT_FOUND, platform.title() + "没有绑定账号");
        }
    }

    static Optional<Platform> bindable(String word) {
        return Platform.find(word).filter(platform -> Reach.of(platform).canBeBound());
    }

    private byte[] closed(Map<String, String> credentials, String place) {
        try {
            return vault.seal(Json.shared().writeValueAsBytes(credentials), place);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write credentials", e);
        }
    }

    private Map<String, String> opened(byte[] secret, String place) {
        try {
            return Json.shared().readValue(vault.open(secret, place), CREDENTIALS);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the credentials of " + place, e);
        }
    }

    private static String place(long userId, Platform platform) {
        return "platform_account|" + platform.code() + "|" + userId;
    }

    private static Publications.Platform wire(Platform platform, @Nullable Shown shown) {
        return new Publications.Platform(
                platform.code(),
                platform.title(),
                Reach.of(platform).way().word(),
                Reach.of(platform).needsBinding(),
                shown != null,
                shown == null ? null : shown.account(),
                shown == null ? null : shown.tail(),
                shown == null ? null : shown.boundAt(),
                Reach.of(platform).note(),
                platform.page(),
                Reach.of(platform).credentials());
    }
}

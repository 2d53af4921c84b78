package studio.mofang.server.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.VaultClosed;
import studio.mofang.server.publish.PublishFailure.Kind;
import studio.mofang.server.publish.Target.Status;

/// One turn of one publication on one platform: lets the connector go on, and writes down what came of it.
final class Turns {
    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));

    private final Database database;
    private final InstantSource clock;
    private final Bindings bindings;
    private final Map<Platform, PublishConnector> connectors;
    private final TargetRepository targets = new TargetRepository();
    private final StepRepository steps = new StepRepository();

    Turns(Database database, InstantSource clock, Bindings bindings, Map<Platform, PublishConnector> connectors) {
        this.database = database;
        this.clock = clock;
        this.bindings = bindings;
        this.connectors = connectors;
    }

    /// An edge: a turn that breaks is logged, told of, and tried again like any other trouble.
    void take(Target mine) {
        try {
            settle(mine, status(mine, publish(mine)));
        } catch (PublishFailure e) {
            log.info("Publication {} did not get on: {} ({})", mine.key(), e.sentence(), e.kind());
            settle(mine, status(mine, e));
        } catch (VaultClosed _) {
            log.info("Publication {} waits for the keychain", mine.key());
            settle(mine, status(mine, PublishFailure.later("账号凭据在系统钥匙串里，现在取不到；请到“设置 → 密钥保管”打开后重试")));
        } catch (Steps.TurnLost e) {
            log.info("Publication {}: {}", mine.key(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("Publication {} broke", mine.key(), e);
            settle(mine, status(mine, PublishFailure.unknown("墨坊内部出错")));
        }
    }

    private Outcome publish(Target mine) throws PublishFailure {
        var platform = mine.key().platform();
        var credentials = bindings.credentials(mine.key().userId(), platform);
        if (Reach.of(platform).needsBinding()) {
            requireBound(mine.key().userId(), platform);
        }
        var connector = connectors.get(platform);
        if (connector == null) {
            throw new IllegalStateException("no connector for " + platform);
        }
        database.assertNoTransaction();
        return connector.publish(new Job(mine, credentials, new Steps(database, clock, mine)));
    }

    private void requireBound(long userId, Platform platform) throws PublishFailure {
        switch (bindings.standing(userId, platform, now())) {
            case UNBOUND -> throw PublishFailure.refused(platform.title() + "账号已解除绑定，请重新绑定后重试");
            case EXPIRED -> throw PublishFailure.refused(platform.title() + "授权已过期，请重新绑定后重试");
            case BOUND -> {}
        }
    }

    private Status status(Target mine, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published(var link) -> Status.published(link, now());
            case Outcome.NeedsPerson(Need need, String sentence) -> Status.waiting(need, sentence);
            case Outcome.Waiting(Duration pause) -> Status.again(mine.status().attempts(), null, now().plus(pause));
        };
    }

    private Status status(Target mine, PublishFailure failure) {
        int attempts = mine.status().attempts() + 1;
        if (failure.kind() != Kind.REFUSED && attempts <= PAUSES.size()) {
            var promise = failure.kind() == Kind.LATER ? "，稍后会自动重试" : "，稍后会自动核对并重试";
            return Status.again(attempts, failure.sentence() + promise, now().plus(PAUSES.get(attempts - 1)));
        }
        var sentence = failure.kind() == Kind.REFUSED
                ? failure.sentence()
                : failure.sentence() + "，试了 " + attempts + " 次都没有成功：请稍后点“重试”";
        return unknown(mine) ? askThePerson(mine, failure) : Status.ended(TargetState.FAILED, sentence);
    }

    /// Whether the step that publishes was sent and its answer lost.
    private boolean unknown(Target mine) {
        return database.read(sql -> steps.find(sql, mine.key(), Steps.PUBLISH))
                .filter(step -> step.result() == null)
                .isPresent();
    }

    private static Status askThePerson(Target mine, PublishFailure failure) {
        var name = mine.key().platform().title();
        return Status.waiting(
                Need.TELL,
                "不能确定是否已经发出：" + name + "的答复丢失了（" + failure.sentence() + "）。请到" + name + "看一眼，已发布就点“已发布”，没有就点“重试”");
    }

    private void settle(Target mine, Status status) {
        boolean kept = database.writeDurably(tx -> targets.save(tx, mine, status, mine.turn(), now()));
        if (!kept) {
            log.info("Publication {}: another turn has begun", mine.key());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

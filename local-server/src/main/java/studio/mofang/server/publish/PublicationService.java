package studio.mofang.server.publish;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.creation.Gallery;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.publish.Packs.Frozen;
import studio.mofang.server.publish.PublicationRepository.Row;
import studio.mofang.server.publish.Target.Key;
import studio.mofang.server.publish.Target.Status;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Publications as people make, read and change them. What is published is what the text was when the
/// person said so: every platform's form is frozen then.
final class PublicationService {
    private final Database database;
    private final Gallery gallery;
    private final Bindings bindings;
    private final MediaService media;
    private final Packs packs;
    private final Runnable wake;
    private final InstantSource clock;
    private final PublicationRepository publications = new PublicationRepository();
    private final TargetRepository targets = new TargetRepository();
    private final StepRepository steps = new StepRepository();

    /// What a publication is made of.
    record Sources(Gallery gallery, Bindings bindings, MediaService media, Packs packs) {}

    /// `wake` is told after each commit that made something due.
    PublicationService(Database database, Sources sources, Runnable wake, InstantSource clock) {
        this.database = database;
        this.gallery = sources.gallery();
        this.bindings = sources.bindings();
        this.media = sources.media();
        this.packs = sources.packs();
        this.wake = wake;
        this.clock = clock;
    }

    /// What a person wants published; its shape is checked, its platforms are known and each is there once.
    record Wanted(
            long creationId,
            List<Platform> platforms,
            Map<Platform, Wish> wishes,
            @Nullable Instant when,
            @Nullable Long version) {}

    /// Ready to be written down: nothing of it needs the network any more.
    record Prepared(
            Creation creation, List<Frozen> packs, @Nullable Instant when) {}

    /// Throws 404, 409 where the text is not what was previewed, 40008 for a platform that is not bound,
    /// and 40009 with every breach of the platforms' rules. Outside of any transaction: pictures are drawn
    /// and stored.
    Prepared prepare(long userId, Wanted wanted) {
        var creation = gallery.creation(userId, wanted.creationId());
        if (wanted.version() != null && wanted.version() != creation.version()) {
            throw new Problem(Fault.CONFLICT, "作品在预览之后改过，请重新预览再发布");
        }
        var when = Optional.ofNullable(wanted.when()).orElseGet(this::now);
        wanted.platforms().forEach(platform -> requireBound(userId, platform, when));
        var frozen = packs.of(userId, creation, wanted.platforms(), wanted.wishes());
        return new Prepared(creation, frozen, wanted.when());
    }

    Publication publish(long userId, Prepared prepared) {
        var now = now();
        return database.writeDurably(tx -> {
            ChangeSequence.hold(tx, userId);
            var creation = prepared.creation();
            long id = publications.insert(tx, userId, row(creation, prepared.when(), now));
            var status = status(prepared.when(), now);
            for (var frozen : prepared.packs()) {
                frozen.cards().forEach(card -> media.keep(card, creation.id()));
                targets.insert(tx, new Key(userId, id, frozen.platform()), frozen.pack(), status, now);
            }
            database.afterCommit(wake);
            return found(tx, userId, id);
        });
    }

    Publication publication(long userId, long id) {
        return database.read(sql -> found(sql, userId, id));
    }

    Page<Publication> history(long userId, Optional<TargetState> state, Paging paging) {
        return database.read(sql -> paging.page(
                publications.count(sql, userId, state),
                wired(sql, userId, publications.newest(sql, userId, state, paging))));
    }

    List<Publication> scheduled(long userId, Instant from, Instant until) {
        return database.read(sql -> wired(sql, userId, publications.scheduled(sql, userId, from, until)));
    }

    /// Until a platform has it; and where the person is asked what became of it, who may give it up.
    Publication cancel(long userId, long id, Optional<Platform> platform) {
        return change(userId, id, platform, "已经提交给平台，不能取消", (tx, target) -> {
            boolean sent = steps.find(tx, target.key(), Steps.PUBLISH).isPresent();
            boolean open = target.state().awaitsTheMachine() || target.state().restartable();
            boolean asked = target.status().need() == Need.TELL;
            return open && (!sent || asked) && target.state() != TargetState.CANCELLED
                    ? Optional.of(Status.ended(TargetState.CANCELLED, null))
                    : Optional.empty();
        });
    }

    /// Now, from the first step that is not done. Whoever retries what nobody knew the end of says that it
    /// is not there.
    Publication retry(long userId, long id, Optional<Platform> platform) {
        return change(userId, id, platform, "正在进行或已经完成，无需重试", (tx, target) -> {
            if (!target.state().restartable() || left(target, platform)) {
                return Optional.empty();
            }
            requireBound(userId, target.key().platform(), now());
            if (target.status().need() == Need.TELL) {
                steps.forgetUnknown(tx, target.key());
            }
            return Optional.of(Status.due(TargetState.PENDING, now()));
        });
    }

    /// The person has published it by hand.
    Publication confirm(long userId, long id, Platform platform, @Nullable String link) {
        return change(userId, id, Optional.of(platform), "现在不需要确认", (_, target) -> {
            boolean mayBe = target.state() == TargetState.NEEDS_USER || target.state() == TargetState.FAILED;
            return mayBe ? Optional.of(Status.published(link, now())) : Optional.empty();
        });
    }

    /// The platform itself says that it is there, whatever the person has said so far.
    void told(Key key, @Nullable String link) {
        database.writeDurably(tx -> {
            ChangeSequence.hold(tx, key.userId());
            var target = targets.lock(tx, key).orElseThrow();
            var before = target.status();
            if (target.state() == TargetState.PUBLISHED && (link == null || before.link() != null)) {
                return false;
            }
            var when = Optional.ofNullable(before.publishedAt()).orElseGet(this::now);
            return targets.save(tx, target, Status.published(link, when), target.turn() + 1, now());
        });
    }

    /// To another time, as long as nothing has begun.
    Publication reschedule(long userId, long id, Optional<Platform> platform, Instant when) {
        return change(userId, id, platform, "已经开始发布，不能改时间", (tx, target) -> {
            boolean movable = target.state() == TargetState.SCHEDULED
                    || target.state() == TargetState.PENDING
                    || target.state() == TargetState.MISSED
                    || target.state() == TargetState.CANCELLED;
            if (!movable || left(target, platform)) {
                return Optional.empty();
            }
            publications.schedule(tx, userId, id, when);
            return Optional.of(Status.due(TargetState.SCHEDULED, when));
        });
    }

    Target target(long userId, long id, Platform platform) {
        return database.read(sql -> targets.find(sql, new Key(userId, id, platform)))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "发布记录不存在"));
    }

    /// What was cancelled stays so, unless its platform is named.
    private static boolean left(Target target, Optional<Platform> platform) {
        return target.state() == TargetState.CANCELLED && platform.isEmpty();
    }

    private interface Change {
        /// Empty where it does not apply.
        Optional<Status> of(DSLContext tx, Target locked);
    }

    private Publication change(long userId, long id, Optional<Platform> platform, String otherwise, Change change) {
        return database.writeDurably(tx -> {
            ChangeSequence.hold(tx, userId);
            found(tx, userId, id);
            boolean any = false;
            for (var target : targets.of(tx, userId, List.of(id))) {
                if (platform.isEmpty() || platform.get() == target.key().platform()) {
                    any |= changed(tx, target.key(), change);
                }
            }
            if (!any) {
                throw new Problem(Fault.CONFLICT, otherwise);
            }
            database.afterCommit(wake);
            return found(tx, userId, id);
        });
    }

    private boolean changed(DSLContext tx, Key key, Change change) {
        var locked = targets.lock(tx, key).orElseThrow();
        return change.of(tx, locked)
                .map(status -> targets.save(tx, locked, status, locked.turn() + 1, now()))
                .orElse(false);
    }

    private void requireBound(long userId, Platform platform, Instant when) {
        if (!Reach.of(platform).needsBinding()) {
            return;
        }
        switch (bindings.standing(userId, platform, when)) {
            case UNBOUND -> throw unbound(platform, "账号未绑定，请先绑定后再发布");
            case EXPIRED -> throw unbound(platform, when.isAfter(now()) ? "的授权到那时已经过期，请重新绑定后再安排" : "授权已过期，请重新绑定");
            case BOUND -> {}
        }
    }

    private static Problem unbound(Platform platform, String sentence) {
        return Problem.with(Fault.PLATFORM_NOT_BOUND, platform.title() + sentence, Map.of("platform", platform.code()));
    }

    private static Row row(Creation creation, @Nullable Instant when, Instant now) {
        var uuid = UuidCreator.getTimeOrderedEpoch();
        return new Row(0, uuid, creation.id(), creation.version(), creation.title(), when, now);
    }

    private static Status status(@Nullable Instant when, Instant now) {
        return when == null ? Status.due(TargetState.PENDING, now) : Status.due(TargetState.SCHEDULED, when);
    }

    private Publication found(DSLContext sql, long userId, long id) {
        var row = publications.find(sql, userId, id).orElseThrow(() -> new Problem(Fault.NOT_FOUND, "发布记录不存在"));
        return wired(sql, userId, List.of(row)).getFirst();
    }

    private List<Publication> wired(DSLContext sql, long userId, List<Row> rows) {
        var ids = rows.stream().map(Row::id).toList();
        var byId = targets.of(sql, userId, ids).stream()
                .collect(Collectors.groupingBy(target -> target.key().publicationId()));
        return rows.stream()
                .map(row -> wire(row, byId.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Publication wire(Row row, List<Target> targets) {
        return new Publication(
                row.id(),
                row.uuid(),
                sum(targets).word(),
                row.creationId(),
                row.creationVersion(),
                row.title(),
                row.scheduledAt(),
                row.createdAt(),
                targets.stream().map(Target::wire).toList());
    }

    /// What is still going on first, then what a person should look at.
    private static TargetState sum(List<Target> targets) {
        return List.of(
                        TargetState.PUBLISHING,
                        TargetState.PENDING,
                        TargetState.SCHEDULED,
                        TargetState.MISSED,
                        TargetState.NEEDS_USER,
                        TargetState.FAILED,
                        TargetState.PUBLISHED)
                .stream()
                .filter(state -> targets.stream().anyMatch(target -> target.state() == state))
                .findFirst()
                .orElse(TargetState.CANCELLED);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package studio.mofang.server.creation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Fault;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Problem;

/// Makes and changes creations. Every change takes the user's next change number in its own transaction (rule Y4); the
/// user's changes wait for each other, so that none overwrites what it has not seen.
public final class CreationService {
    /// Who a generated text is from; it never coalesces, so one word serves all of them.
    private static final String MODEL = "model";

    private final Database database;
    private final InstantSource clock;
    private final LongConsumer changed;
    private final Trash trash;
    private final Thinning thinning;
    private final CreationRepository creations = new CreationRepository();
    private final VersionRepository versions = new VersionRepository();
    private final TagRepository tags = new TagRepository();

    /// `changed` hears the user's id after each commit that changed something of theirs; `purged` hears of each
    /// creation that goes for good, within that transaction.
    public CreationService(Database database, InstantSource clock, LongConsumer changed, Consumer<Purged> purged) {
        this.database = database;
        this.clock = clock;
        this.changed = changed;
        this.trash = new Trash(database, clock, changed, purged);
        this.thinning = new Thinning(database, clock);
    }

    /// Where deleted creations go.
    public Trash trash() {
        return trash;
    }

    /// What of long histories is let go.
    public Thinning thinning() {
        return thinning;
    }

    /// A creation about to be made by hand.
    record NewDraft(UUID uuid, Kind kind, String title, String content, List<String> tags) {}

    /// A change by hand: what is absent keeps its value. With `base`, a text that has moved on is a conflict.
    record Change(
            @Nullable String title,
            @Nullable String content,
            @Nullable List<String> tags,
            @Nullable Long base) {
        Text of(Text now) {
            return now.changed(title == null ? now.title() : title, content == null ? now.content() : content);
        }
    }

    /// Puts a generation's result into the gallery, durably; joins the caller's transaction where there is one. A text
    /// for a creation in the trash brings it back; for one that is gone it becomes a new one: it has
    /// been paid.
    public Creation generated(long userId, GeneratedDraft draft) {
        return database.writeDurably(tx -> {
            ChangeSequence.hold(tx, userId);
            var title = Text.first(draft.title(), Text.MAX_TITLE);
            var text = Text.of(title, draft.content(), Origin.of(draft.provenance()));
            return Optional.ofNullable(draft.creationId())
                    .flatMap(id -> creations.find(tx, userId, id))
                    .filter(found -> !found.is(State.PURGED))
                    .map(found -> replaced(tx, userId, revived(tx, userId, found), text, Cause.GENERATED, MODEL))
                    .orElseGet(() -> made(tx, userId, generated(draft, text), List.of()));
        });
    }

    /// A model begins to write on: whatever is stored of this text next may hold a part of it, and owes its label even
    /// if the model is stopped midway. What is stored now has nothing of it, so this is no change of the creation.
    public void begun(long userId, long id, Provenance model) {
        database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            var found = creations.find(tx, userId, id).filter(now -> !now.is(State.PURGED));
            found.map(now -> now.text().origin())
                    .filter(origin -> !origin.byModel())
                    .ifPresent(origin -> creations.saveOrigin(tx, userId, id, origin.begunBy(model)));
            return found;
        });
    }

    /// A creation that was made before under the same UUID is answered as it is now.
    Creation create(long userId, NewDraft draft, String hand) {
        return database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            var known = creations.byUuid(tx, userId, draft.uuid());
            if (known.isPresent()) {
                return again(tx, userId, known.get());
            }
            var text = Text.of(draft.title(), draft.content(), Origin.UNKNOWN);
            return made(tx, userId, fresh(draft.uuid(), draft.kind(), text, Cause.CREATED, hand), draft.tags());
        });
    }

    /// Throws 409 with the present creation when `change.base` is not its version. Without any difference nothing
    /// happens: no version, no change number.
    Creation change(long userId, long id, Change change, String hand) {
        return database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            var now = living(tx, userId, id);
            refuseStale(tx, userId, now, change);
            var text = change.of(now.text());
            boolean retagged = retag(tx, userId, id, change.tags());
            if (!text.reads(now.text())) {
                return replaced(tx, userId, now, text, Cause.EDITED, hand);
            }
            return retagged ? renumbered(tx, userId, now) : wire(tx, userId, now);
        });
    }

    Creation restoreVersion(long userId, long id, long version, String hand) {
        return database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            var now = living(tx, userId, id);
            if (now.edition().version() == version) {
                return wire(tx, userId, now);
            }
            var earlier = versions.find(tx, userId, id, version).orElseThrow(CreationService::noVersion);
            var text = earlier.text().with(earlier.text().origin().atRest());
            return replaced(tx, userId, now, text, Cause.RESTORED, hand);
        });
    }

    /// Gives a version a name, which also keeps later edits from taking its place. A name is a change of the creation
    /// like any other: other devices hear of it (rule Y4).
    void nameVersion(long userId, long id, long version, String name) {
        database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            var now = living(tx, userId, id);
            if (now.edition().version() == version) {
                save(tx, userId, now.with(now.text(), now.edition().named(name), now.times()), false);
                return now;
            }
            if (versions.name(tx, userId, id, version, name) == 0) {
                throw noVersion();
            }
            return save(tx, userId, now, false);
        });
    }

    public Creation living(long userId, long id) {
        return database.read(sql -> wire(sql, userId, living(sql, userId, id)));
    }

    /// The creation, also from the trash; empty where it is purged or never was the user's.
    public Optional<Creation> kept(long userId, long id) {
        return database.read(sql -> creations
                .find(sql, userId, id)
                .filter(found -> !found.is(State.PURGED))
                .map(found -> wire(sql, userId, found)));
    }

    /// The living creations that were changed last, the latest first.
    public List<Long> latest(long userId, int most) {
        return database.read(sql -> creations.latest(sql, userId, most));
    }

    static Problem noVersion() {
        return new Problem(Fault.NOT_FOUND, "没有这个历史版本");
    }

    private Stored living(DSLContext sql, long userId, long id) {
        return creations
                .find(sql, userId, id)
                .filter(found -> found.is(State.LIVING))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "作品不存在或已删除"));
    }

    private Creation again(DSLContext tx, long userId, Stored known) {
        if (known.is(State.PURGED)) {
            throw new Problem(Fault.CONFLICT, "这个作品已被彻底删除，请新建一个");
        }
        return wire(tx, userId, known);
    }

    private void refuseStale(DSLContext tx, long userId, Stored now, Change change) {
        if (change.base() != null && change.base() != now.edition().version()) {
            throw Problem.with(Fault.CONFLICT, "作品已在别处修改，请合并后再保存", wire(tx, userId, now));
        }
    }

    private boolean retag(DSLContext tx, long userId, long id, @Nullable List<String> wanted) {
        if (wanted == null || Set.copyOf(wanted).equals(Set.copyOf(tags.of(tx, userId, id)))) {
            return false;
        }
        tags.replace(tx, userId, id, wanted);
        return true;
    }

    private Stored generated(GeneratedDraft draft, Text text) {
        var kind = new Kind(draft.type(), draft.toolType());
        return fresh(UuidCreator.getTimeOrderedEpoch(), kind, text, Cause.GENERATED, MODEL);
    }

    private Stored fresh(UUID uuid, Kind kind, Text text, Cause cause, String hand) {
        var now = now();
        return new Stored(0, uuid, kind, State.LIVING, text, Edition.first(cause, hand, now), Times.made(now), 0);
    }

    private Creation made(DSLContext tx, long userId, Stored fresh, List<String> wanted) {
        long id = creations.insert(tx, userId, fresh.numbered(ChangeSequence.next(tx, userId)));
        tags.replace(tx, userId, id, wanted);
        tell(userId);
        return fresh.under(id).wire(wanted);
    }

    private Creation replaced(DSLContext tx, long userId, Stored now, Text text, Cause cause, String hand) {
        boolean overwrites = cause == Cause.EDITED
                && now.edition().yieldsTo(hand, now(), now.text().content().isBlank());
        if (!overwrites) {
            versions.archive(tx, userId, now.id());
        }
        var edition = now.edition().next(cause, hand, now(), overwrites);
        return wire(
                tx, userId, save(tx, userId, now.with(text, edition, now.times().changed(now())), true));
    }

    private Creation renumbered(DSLContext tx, long userId, Stored now) {
        var changed =
                now.with(now.text(), now.edition().renumbered(), now.times().changed(now()));
        return wire(tx, userId, save(tx, userId, changed, false));
    }

    private Stored revived(DSLContext tx, long userId, Stored found) {
        return found.is(State.TRASH) ? trash.restored(tx, userId, found) : found;
    }

    private Stored save(DSLContext tx, long userId, Stored changed, boolean withText) {
        var numbered = changed.numbered(ChangeSequence.next(tx, userId));
        if (withText) {
            creations.saveText(tx, userId, numbered);
        }
        creations.saveEdition(tx, userId, numbered);
        tell(userId);
        return numbered;
    }

    private Creation wire(DSLContext sql, long userId, Stored row) {
        return row.wire(tags.of(sql, userId, row.id()));
    }

    private void tell(long userId) {
        database.afterCommit(() -> changed.accept(userId));
    }

    /// As exact as both databases keep it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

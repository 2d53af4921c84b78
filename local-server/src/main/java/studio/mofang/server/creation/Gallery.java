package studio.mofang.server.creation;

import java.util.List;
import org.jooq.DSLContext;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.TagCount;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.server.creation.search.CreationSearch;
import studio.mofang.server.creation.search.CreationSearch.Progress;
import studio.mofang.server.creation.search.Wanted;
import studio.mofang.server.creation.search.Wanted.Scope;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Everything that is read of creations: lists, single ones, their versions, tags, and the feed of changes.
public final class Gallery {
    private final Database database;
    private final CreationRepository creations = new CreationRepository();
    private final OpenedRepository opened = new OpenedRepository();
    private final GalleryRepository lists = new GalleryRepository();
    private final VersionRepository versions = new VersionRepository();
    private final TagRepository tags = new TagRepository();

    private final CreationSearch search;

    public Gallery(Database database, CreationSearch search) {
        this.database = database;
        this.search = search;
    }

    /// One change of a creation: its number and what the creation is since. Of a purged one only the UUID is left.
    public record Change(long seq, State state, Creation creation) {}

    /// Throws 404 unless this is a creation of the user's that is neither in the trash nor gone.
    public Creation creation(long userId, long id) {
        return creation(userId, id, State.LIVING);
    }

    /// What changed after the change numbered `since`, in the order of commits, without gaps (rule Y4).
    public List<Change> changes(long userId, long since, int limit) {
        return database.read(sql -> {
            var rows = creations.changes(sql, userId, since, limit);
            var tagged = tags.of(sql, userId, rows.stream().map(Stored::id).toList());
            return rows.stream()
                    .map(row -> new Change(
                            row.changeSeq(), row.state(), row.wire(tagged.getOrDefault(row.id(), List.of()))))
                    .toList();
        });
    }

    Creation creation(long userId, long id, State state) {
        return database.read(sql -> opened.find(sql, userId, id))
                .filter(found -> found.row().is(state))
                .map(found -> found.row().wire(found.tags()))
                .orElseThrow(Gallery::missing);
    }

    Page<Creation> list(long userId, Filter filter, Paging paging, boolean brief) {
        return database.read(sql -> {
            var rows = lists.page(sql, userId, filter, paging, brief);
            return paging.page(lists.count(sql, userId, filter), tagged(sql, userId, rows));
        });
    }

    /// The hits of a search, in the order of lists. A hit that was changed away in between is left out.
    Page<Creation> search(long userId, String words, Filter filter, Paging paging, boolean brief) {
        var scope = new Scope(filter.state() == State.TRASH, filter.type(), filter.toolType(), filter.tag());
        boolean byUpdate = filter.order() == Filter.Order.UPDATED;
        var hits = search.find(userId, new Wanted(words, scope, byUpdate, paging.offset(), paging.pageSize()));
        return database.read(sql -> {
            var found = lists.byIds(sql, userId, hits.ids(), brief);
            var rows = hits.ids().stream()
                    .map(found::get)
                    .filter(row -> row != null && row.is(filter.state()))
                    .toList();
            return paging.page(hits.total(), tagged(sql, userId, rows));
        });
    }

    Progress searchProgress(long userId) {
        return search.progress(userId);
    }

    List<TagCount> tags(long userId) {
        return database.read(sql -> tags.counts(sql, userId));
    }

    /// The present state first, then the earlier ones, the latest of them first; without texts.
    Page<Version> versions(long userId, long id, Paging paging) {
        return database.read(sql -> {
            var present = present(stored(sql, userId, id, State.LIVING), false);
            long offset = Math.max(0, paging.offset() - 1);
            int limit = paging.page() == 1 ? paging.pageSize() - 1 : paging.pageSize();
            var earlier = versions.page(sql, userId, id, offset, limit);
            var items = paging.page() == 1 ? with(present, earlier) : earlier;
            return paging.page(1L + versions.number(sql, userId, id), items);
        });
    }

    Version version(long userId, long id, long version) {
        return database.read(sql -> {
            var now = stored(sql, userId, id, State.LIVING);
            return now.edition().version() == version
                    ? present(now, true)
                    : versions.find(sql, userId, id, version)
                            .map(VersionRepository.Earlier::version)
                            .orElseThrow(CreationService::noVersion);
        });
    }

    private Stored stored(DSLContext sql, long userId, long id, State state) {
        return creations.find(sql, userId, id).filter(found -> found.is(state)).orElseThrow(Gallery::missing);
    }

    private static Problem missing() {
        return new Problem(Fault.NOT_FOUND, "作品不存在或已删除");
    }

    private List<Creation> tagged(DSLContext sql, long userId, List<Stored> rows) {
        var tagged = tags.of(sql, userId, rows.stream().map(Stored::id).toList());
        return rows.stream()
                .map(row -> row.wire(tagged.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Version present(Stored row, boolean whole) {
        var edition = row.edition();
        return new Version(
                edition.version(),
                row.text().title(),
                whole ? row.text().content() : null,
                edition.cause().word(),
                edition.name(),
                row.text().wordCount(),
                row.times().updatedAt());
    }

    private static List<Version> with(Version first, List<Version> rest) {
        var all = new java.util.ArrayList<Version>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}

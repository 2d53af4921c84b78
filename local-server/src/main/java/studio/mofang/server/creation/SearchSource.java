package studio.mofang.server.creation;

import java.util.List;
import java.util.Map;
import studio.mofang.server.creation.search.Entry;
import studio.mofang.server.creation.search.EntrySource;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;

/// Reads creations for the search index.
public final class SearchSource implements EntrySource {
    private final Database database;
    private final CreationRepository creations = new CreationRepository();
    private final GalleryRepository lists = new GalleryRepository();
    private final TagRepository tags = new TagRepository();

    public SearchSource(Database database) {
        this.database = database;
    }

    @Override
    public List<Entry> after(long userId, long since, int limit) {
        return database.read(sql -> {
            var rows = creations.changes(sql, userId, since, limit);
            var tagged = rows.isEmpty()
                    ? Map.<Long, List<String>>of()
                    : tags.of(sql, userId, rows.stream().map(Stored::id).toList());
            return rows.stream()
                    .map(row -> entry(row, tagged.getOrDefault(row.id(), List.of())))
                    .toList();
        });
    }

    @Override
    public long pending(long userId, long since) {
        return database.read(sql -> lists.countAfter(sql, userId, since));
    }

    @Override
    public long last(long userId) {
        return database.read(sql -> ChangeSequence.last(sql, userId));
    }

    private static Entry entry(Stored row, List<String> tags) {
        return new Entry(
                row.id(),
                row.changeSeq(),
                row.is(State.PURGED),
                row.is(State.TRASH),
                new Entry.Labels(row.kind().type(), row.kind().toolType(), tags),
                row.times().createdAt(),
                row.times().updatedAt(),
                row.text().title(),
                row.text().content());
    }
}

package studio.mofang.server.creation.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/// The index of all users of this node. It knows for each of them up to which change it is current: the highest number
/// among the entries it has, for they are added in the order of their numbers.
final class SearchIndex implements AutoCloseable {
    private static final int BATCH = 50;

    private final EntrySource source;
    private final IndexFolder folder;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Map<Long, Long> current = new ConcurrentHashMap<>();

    SearchIndex(Path folder, UUID storeId, EntrySource source) throws IOException {
        this.source = source;
        this.folder = IndexFolder.open(folder, storeId);
    }

    /// Takes in the next changes of the user's; true when none are left.
    boolean catchUp(long userId) throws IOException {
        writing.lock();
        try {
            var entries = source.after(userId, currentUpTo(userId), BATCH);
            for (var entry : entries) {
                take(userId, entry);
            }
            if (!entries.isEmpty()) {
                current.put(userId, entries.getLast().seq());
            }
            return entries.size() < BATCH;
        } finally {
            writing.unlock();
        }
    }

    /// Up to which of the user's changes searches see everything.
    long currentUpTo(long userId) throws IOException {
        var known = current.get(userId);
        if (known != null) {
            return known;
        }
        writing.lock();
        try {
            long found = remembered(userId);
            current.put(userId, found);
            return found;
        } finally {
            writing.unlock();
        }
    }

    Hits find(long userId, Wanted wanted) throws IOException {
        folder.searchers().maybeRefreshBlocking();
        var searcher = folder.searchers().acquire();
        try {
            var words = Queries.of(wanted.words(), searcher.getIndexReader());
            if (words.isEmpty()) {
                return new Hits(0, List.of());
            }
            var query = Fields.within(userId, wanted.scope(), words.get());
            var order = wanted.byUpdate() ? Fields.UPDATED : Fields.CREATED;
            int most = (int) Math.min(
                    wanted.offset() + wanted.limit(),
                    Math.max(1, searcher.getIndexReader().maxDoc()));
            var newest = new Sort(descending(order), descending(Fields.ID));
            var found = searcher.search(query, new TopFieldCollectorManager(newest, most, Integer.MAX_VALUE));
            return new Hits(found.totalHits.value(), ids(found, wanted.offset()));
        } finally {
            folder.searchers().release(searcher);
        }
    }

    void commit() throws IOException {
        writing.lock();
        try {
            folder.writer().commit();
        } finally {
            writing.unlock();
        }
    }

    void verify() throws IOException {
        folder.verify();
    }

    @Override
    public void close() throws IOException {
        writing.lock();
        try {
            folder.close();
        } finally {
            writing.unlock();
        }
    }

    private void take(long userId, Entry entry) throws IOException {
        if (entry.gone()) {
            folder.writer().deleteDocuments(Fields.key(entry.id()));
        } else {
            folder.writer().updateDocument(Fields.key(entry.id()), Fields.document(userId, entry));
        }
    }

    /// A number beyond the database's last one is from before it was put back to an earlier state by other means than
    /// ours, which give it another id: those entries are of another past.
    private long remembered(long userId) throws IOException {
        long highest = highest(userId);
        if (highest <= source.last(userId)) {
            return highest;
        }
        folder.writer().deleteDocuments(Fields.user(userId));
        return 0;
    }

    private long highest(long userId) throws IOException {
        folder.searchers().maybeRefreshBlocking();
        var searcher = folder.searchers().acquire();
        try {
            return highest(searcher, userId);
        } finally {
            folder.searchers().release(searcher);
        }
    }

    private static long highest(IndexSearcher searcher, long userId) throws IOException {
        var mine = new TermQuery(Fields.user(userId));
        var found = searcher.search(mine, 1, new Sort(descending(Fields.SEQ)));
        return found.scoreDocs.length == 0 ? 0 : (Long) ((FieldDoc) found.scoreDocs[0]).fields[0];
    }

    private static SortField descending(String field) {
        return new SortField(field, SortField.Type.LONG, true);
    }

    private static List<Long> ids(TopFieldDocs found, long offset) {
        return Arrays.stream(found.scoreDocs)
                .skip(offset)
                .map(hit -> (Long) ((FieldDoc) hit).fields[1])
                .toList();
    }
}

package studio.mofang.server.creation.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open index in its folder. Whatever cannot be read there, or was written for other terms or from another store, is
/// thrown away and begun anew: the database has it all.
final class IndexFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    /// Goes up whenever texts are cut into other terms or the fields change.
    private static final String FORMAT = "1";

    private static final long SMALL = 16L * 1024 * 1024;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private IndexFolder(Path folder, Map<String, String> origin) throws IOException {
        Files.createDirectories(folder);
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(directory, settings());
        writer.setLiveCommitData(origin.entrySet());
        searchers = new SearcherManager(writer, new Uncached());
    }

    /// Throws LockObtainFailedException while another process has the folder.
    static IndexFolder open(Path folder, UUID storeId) throws IOException {
        var origin = Map.of("format", FORMAT, "store", storeId.toString());
        try {
            if (readable(folder, origin)) {
                return verified(new IndexFolder(folder, origin));
            }
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException e) {
            log.warn("The search index in {} cannot be read and is made anew", folder, e);
        }
        empty(folder);
        return new IndexFolder(folder, origin);
    }

    /// Whether reading it all takes no time that a person would notice.
    private boolean small() throws IOException {
        long bytes = 0;
        for (var file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        return bytes <= SMALL;
    }

    private static IndexFolder verified(IndexFolder opened) throws IOException {
        try {
            if (opened.small()) {
                opened.verify();
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /// Reads every file and compares its checksum.
    void verify() throws IOException {
        var searcher = searchers.acquire();
        try {
            for (var leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
            }
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            if (writer.isOpen()) {
                writer.commit();
            }
        }
    }

    private static boolean readable(Path folder, Map<String, String> origin) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.notExists(folder);
        }
        try (var directory = FSDirectory.open(folder)) {
            var commits = DirectoryReader.indexExists(directory)
                    ? DirectoryReader.listCommits(directory)
                    : List.<IndexCommit>of();
            return commits.isEmpty()
                    ? directory.listAll().length == 0
                    : commits.getLast().getUserData().equals(origin);
        }
    }

    static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.deleteIfExists(folder);
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static IndexWriterConfig settings() {
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        return new IndexWriterConfig()
                .setMergeScheduler(merges)
                .setCommitOnClose(false)
                .setUseCompoundFile(true);
    }

    /// Searches are rare and each is another: remembering them would only cost memory.
    private static final class Uncached extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
            var searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}

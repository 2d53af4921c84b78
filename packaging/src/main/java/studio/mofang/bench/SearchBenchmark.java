package studio.mofang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.core.Creations.Draft;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;

/// Search over 100,000 Chinese creations through the API, words of two, three and four characters, beside SQLite's FTS5
/// on the same texts.
final class SearchBenchmark implements Benchmarks.Benchmark {
    private static final int CREATIONS = Integer.getInteger("mofang.bench.creations", 100_000);
    private static final int LENGTH = 300;
    private static final int WARM = 2_000;
    private static final int QUERIES = 200;
    private static final int WRITERS = 8;

    @Override
    public List<Measure> run(Path scratch) throws IOException, InterruptedException {
        var texts = new ArrayList<String>();
        var words = new Words(7);
        for (int i = 0; i < CREATIONS; i++) {
            texts.add(words.text(LENGTH));
        }
        try (var server = LocalServer.start(ServerConfig.embedded(scratch));
                var sqlite = SqliteSearch.over(scratch.resolve("fts5.db"), texts)) {
            var creations = new CreationApi(HttpBenchmark.client(server, Bearer.fixed(server.secret())));
            fill(creations, texts);
            warm(creations, words);
            var measures = new ArrayList<Measure>();
            for (int length = 2; length <= 4; length++) {
                measures.addAll(query(creations, sqlite, words, length));
            }
            measures.add(visibility(creations));
            return measures;
        } catch (ApiException e) {
            throw new IOException(e);
        }
    }

    private static void fill(CreationApi creations, List<String> texts) throws InterruptedException {
        var next = new AtomicInteger();
        var failures = new ConcurrentLinkedQueue<ApiException>();
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(Thread.ofPlatform().start(() -> {
                for (int n = next.getAndIncrement(); n < texts.size(); n = next.getAndIncrement()) {
                    try {
                        creations.create(new Draft(null, "writing", null, "第" + n + "篇", texts.get(n), null, null));
                    } catch (ApiException e) {
                        failures.add(e);
                        return;
                    }
                }
            }));
        }
        for (var writer : writers) {
            writer.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.peek());
        }
    }

    /// Until the index has caught up, and the code is compiled.
    private static void warm(CreationApi creations, Words words) throws ApiException {
        for (int i = 0; i < WARM; i++) {
            creations.list(query(words.wordOf(2 + i % 3)));
        }
    }

    private static List<Measure> query(CreationApi creations, SqliteSearch sqlite, Words words, int length)
            throws ApiException {
        var ours = new Samples();
        var theirs = new Samples();
        int hits = 0;
        for (int i = 0; i < QUERIES; i++) {
            var word = words.wordOf(length);
            long start = System.nanoTime();
            var page = creations.list(query(word));
            ours.add((System.nanoTime() - start) / 1e6);
            hits += page.total() > 0 ? 1 : 0;
            theirs.add(sqlite.millis(word));
        }
        var name = "search, words of " + length + " characters, ";
        var baseline = "FTS5 p50 %.2f p99 %.2f ms".formatted(theirs.median(), theirs.percentile(99));
        return List.of(
                Measure.atMost(name + "p50 ms", "p50", baseline, ours.median(), 5),
                Measure.atMost(name + "p99 ms", "p99", baseline, ours.percentile(99), 60),
                Measure.atLeast(name + "share that hits", hits + " of " + QUERIES, "", (double) hits / QUERIES, 0.99));
    }

    private static Measure visibility(CreationApi creations) throws ApiException {
        var worst = 0.0;
        for (int i = 0; i < 20; i++) {
            var mark = "可见性" + (char) (0x9000 + i);
            var id = creations.list(query(null)).items().getFirst().id();
            creations.change(id, new Draft(null, null, null, null, "改过的文章" + mark, null, null));
            var start = Instant.now();
            while (creations.list(query(mark)).total() == 0) {
                Thread.onSpinWait();
            }
            worst = Math.max(worst, Duration.between(start, Instant.now()).toMillis() / 1000.0);
        }
        return Measure.atMost("an edit is found after, worst of 20, seconds", "", "", worst, 1);
    }

    private static Query query(@Nullable String word) {
        return new Query(word, null, null, null, false, 1, 20);
    }
}

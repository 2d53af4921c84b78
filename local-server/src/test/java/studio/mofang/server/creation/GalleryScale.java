package studio.mofang.server.creation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import studio.mofang.server.creation.CreationService.Change;
import studio.mofang.server.creation.CreationService.NewDraft;
import studio.mofang.server.creation.Filter.Order;
import studio.mofang.server.creation.search.CreationSearch;
import studio.mofang.server.creation.search.Wanted;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Paging;

/// Measures the gallery of one user with 100,000 creations: rule F4, the plans of the list queries, an autosave. Run by
/// hand with the engine and the number of creations.
final class GalleryScale {
    private static final PrintStream out = System.out;

    private final TestStore store;
    private static final UUID STORE = new UUID(0, 1);

    private final CreationSearch search;
    private final Gallery gallery;
    private final CreationService creations;
    private final long user;
    private final ChineseText texts = new ChineseText(new Random(7));
    private long textBytes;

    private GalleryScale(Engine engine) {
        store = new TestStore(engine);
        user = store.newUser();
        search = new CreationSearch(folder(), STORE, new SearchSource(store.database()));
        gallery = new Gallery(store.database(), search);
        creations = new CreationService(store.database(), new TestClock(), _ -> {}, _ -> {});
    }

    public static void main(String[] arguments) throws IOException {
        var scale = new GalleryScale(Engine.valueOf(arguments[0]));
        scale.fill(Integer.parseInt(arguments[1]));
        scale.lists();
        scale.plans();
        scale.build();
        for (int length = 2; length <= 4; length++) {
            scale.search(length);
        }
        scale.autosave();
        scale.search.close();
        scale.store.close();
        System.exit(0);
    }

    private void fill(int count) {
        long start = System.nanoTime();
        for (int batch = 0; batch < count; batch += 1000) {
            int from = batch;
            store.database().write(_ -> {
                for (int i = from; i < from + 1000; i++) {
                    add(i);
                }
                return from;
            });
        }
        out.printf("filled %d creations, %d MB of text, in %d s%n", count, textBytes >> 20, millis(start) / 1000);
    }

    private void add(int i) {
        var text = texts.next(600 + i % 800);
        textBytes += text.getBytes(StandardCharsets.UTF_8).length;
        var kind = new Kind(i % 50 == 0 ? "image" : "writing", i % 7 == 0 ? "story_novel" : "wechat_article");
        var tags = i % 20 == 0 ? List.of("标签" + i % 100, "常用") : List.of("标签" + i % 100);
        creations.create(user, new NewDraft(UUID.randomUUID(), kind, texts.next(12), text, tags), "local");
    }

    private void lists() {
        for (var filter : filters()) {
            for (int warm = 0; warm < 3; warm++) {
                gallery.list(user, filter, new Paging(1, 20), true);
            }
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                gallery.list(user, filter, new Paging(1 + i, 20), true);
            }
            out.printf("list %s: %.1f ms%n", filter, millis(start) / 10.0);
        }
        long start = System.nanoTime();
        gallery.tags(user);
        out.printf("tags: %d ms%n", millis(start));
    }

    private void plans() {
        for (var filter : filters()) {
            explain("page " + filter, sqlOf(filter));
        }
        explain("count", "select count(*) from creation where user_id = " + user + " and state = 'living'");
        explain(
                "changes",
                "select id from creation where user_id = " + user
                        + " and change_seq > 99000 order by user_id, change_seq limit 50");
        explain(
                "trash sweep",
                "select user_id, id from creation where state = 'trash' and deleted_at < current_timestamp order by state, deleted_at limit 200");
        explain(
                "tag counts",
                "select tag, count(*) from creation_tag where user_id = " + user
                        + " and in_trash = false group by tag");
    }

    private String sqlOf(Filter filter) {
        var where = "user_id = " + user + " and state = 'living'"
                + (filter.type() == null ? "" : " and type = '" + filter.type() + "'")
                + (filter.toolType() == null ? "" : " and tool_type = '" + filter.toolType() + "'")
                + (filter.tag() == null
                        ? ""
                        : " and id in (select creation_id from creation_tag where user_id = " + user
                                + " and in_trash = false and tag = '" + filter.tag() + "')");
        var time = filter.order() == Order.UPDATED ? "updated_at" : "created_at";
        var held = filter.toolType() != null ? "tool_type, " : filter.type() != null ? "type, " : "";
        return "select id, title, excerpt from creation where " + where + " order by user_id, state, " + held + time
                + " desc, id desc offset 0 rows fetch next 20 rows only";
    }

    private void explain(String name, String sql) {
        var h2 = store.database().dialect() == SQLDialect.H2;
        var plan = store.database().read(read -> {
            if (!h2) {
                read.execute("analyze");
            }
            return read.resultQuery(DSL.raw((h2 ? "explain " : "explain (costs off) ") + sql))
                    .fetch(0, String.class);
        });
        out.println("PLAN " + name);
        plan.forEach(line -> out.println("    " + line.replaceAll("(?s)\\s+", " ")));
    }

    private static List<Filter> filters() {
        return List.of(
                new Filter(State.LIVING, null, null, null, Order.CREATED),
                new Filter(State.LIVING, null, null, null, Order.UPDATED),
                new Filter(State.LIVING, "image", null, null, Order.CREATED),
                new Filter(State.LIVING, "image", null, null, Order.UPDATED),
                new Filter(State.LIVING, null, "story_novel", null, Order.CREATED),
                new Filter(State.LIVING, null, "story_novel", null, Order.UPDATED),
                new Filter(State.LIVING, null, null, "标签7", Order.CREATED),
                new Filter(State.LIVING, null, null, "常用", Order.CREATED),
                new Filter(State.TRASH, null, null, null, Order.CREATED));
    }

    private void build() throws IOException {
        long start = System.nanoTime();
        while (search.progress(user).pending() > 0) {
            hits("开始");
        }
        out.printf("index built in %d ms%n", millis(start));
        search.close();
        long bytes = size(folder());
        try (var files = Files.list(folder())) {
            files.forEach(file -> out.println(
                    "    " + file.getFileName() + " " + file.toFile().length()));
        }
        out.printf("index %d MB, %.2f of the text%n", bytes >> 20, (double) bytes / textBytes);
    }

    private void search(int length) {
        var random = new Random(length);
        var open = new CreationSearch(folder(), STORE, new SearchSource(store.database()));
        var again = new Gallery(store.database(), open);
        for (int i = 0; i < 300; i++) {
            ask(again, texts.word(length, random));
        }
        long began = System.nanoTime();
        for (int i = 0; i < 500; i++) {
            open.find(
                    user,
                    new Wanted(texts.word(length, random), new Wanted.Scope(false, null, null, null), false, 0, 20));
        }
        out.printf("index alone: %.2f ms%n", millis(began) / 500.0);
        var nanos = new long[2000];
        long total = 0;
        for (int i = 0; i < nanos.length; i++) {
            var word = texts.word(length, random);
            long start = System.nanoTime();
            total += ask(again, word);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        out.printf(
                "search %d characters: p50 %.2f ms, p99 %.2f ms, max %.2f ms, %d hits on average%n",
                length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                total / nanos.length);
        open.close();
    }

    private long ask(Gallery where, String word) {
        return where.search(
                        user, word, new Filter(State.LIVING, null, null, null, Order.CREATED), new Paging(1, 20), true)
                .total();
    }

    private long hits(String word) {
        return ask(gallery, word);
    }

    private void autosave() {
        var text = texts.next(100_000);
        long id = creations
                .create(
                        user,
                        new NewDraft(UUID.randomUUID(), new Kind("writing", null), "长文", text, List.of()),
                        "local")
                .id();
        creations.change(user, id, new Change(null, text + "。", null, null), "local");
        var nanos = new long[100];
        for (int i = 0; i < nanos.length; i++) {
            var changed = new Change(null, text + "改".repeat(i + 1), null, null);
            long start = System.nanoTime();
            creations.change(user, id, changed, "local");
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        out.printf("change of 300 KB: p50 %.1f ms, p99 %.1f ms%n", nanos[50] / 1e6, nanos[99] / 1e6);
    }

    private Path folder() {
        return store.storage().dataDir().resolve("index");
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}

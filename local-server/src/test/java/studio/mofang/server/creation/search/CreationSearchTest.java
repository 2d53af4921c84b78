package studio.mofang.server.creation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.creation.search.Wanted.Scope;

class CreationSearchTest {
    private static final long USER = 1;
    private static final UUID STORE = UUID.randomUUID();
    private static final String FEW = "的一是了我不在人们有来他这上着个地到大里";

    @TempDir
    private Path folder;

    private final Rows rows = new Rows();

    @Test
    void hitsAreExactlyTheTextsThatContainTheWords() {
        var random = new Random(42);
        for (int i = 0; i < 300; i++) {
            rows.put(i, text(random, 2 + random.nextInt(8)), text(random, random.nextInt(60)));
        }
        try (var search = new CreationSearch(folder, STORE, rows)) {
            for (int i = 0; i < 2000; i++) {
                var word = letters(random, 1 + random.nextInt(5));
                assertThat(find(search, word)).as(word).isEqualTo(rows.containing(word));
            }
        }
    }

    @Test
    void aRestartKeepsTheIndexAndReadsOnlyWhatIsNew() {
        rows.put(1, "标题", "旧的文章");
        try (var search = new CreationSearch(folder, STORE, rows)) {
            assertThat(find(search, "文章")).containsExactly(1L);
        }
        rows.put(2, "标题", "新的文章");
        rows.reads.clear();

        try (var search = new CreationSearch(folder, STORE, rows)) {
            assertThat(find(search, "文章")).containsExactly(2L, 1L);
        }
        assertThat(rows.reads).first().isEqualTo(1L);
    }

    @Test
    void aLostIndexIsMadeAnew() throws IOException {
        rows.put(1, "标题", "文章");
        try (var search = new CreationSearch(folder, STORE, rows)) {
            assertThat(find(search, "文章")).containsExactly(1L);
        }
        IndexFolder.empty(folder);

        try (var search = new CreationSearch(folder, STORE, rows)) {
            assertThat(find(search, "文章")).containsExactly(1L);
        }
    }

    @Test
    void everyKindOfBrokenFileHeals() throws IOException {
        for (int round = 0; round < 12; round++) {
            rows.put(round, "标题", "第" + round + "篇文章");
            try (var search = new CreationSearch(folder, STORE, rows)) {
                find(search, "文章");
            }
            try (var files = Files.list(folder)) {
                var all = files.sorted().toList();
                damage(all.get(round % all.size()), round);
            }

            try (var search = new CreationSearch(folder, STORE, rows)) {
                assertThat(find(search, "文章")).as("round " + round).hasSize(round + 1);
            }
        }
    }

    @Test
    void anIndexFromBeforeARestoredBackupIsForgotten() {
        rows.put(1, "标题", "第一篇文章");
        rows.put(2, "标题", "第二篇文章");
        try (var search = new CreationSearch(folder, STORE, rows)) {
            assertThat(find(search, "文章")).hasSize(2);
        }
        rows.all.removeLast();
        rows.last = 1;

        try (var search = new CreationSearch(folder, STORE, rows)) {
            assertThat(find(search, "文章")).containsExactly(1L);
        }
    }

    @Test
    void anIndexOfAnotherStoreIsForgottenAlsoAtEqualNumbers() {
        rows.put(1, "标题", "第一篇文章");
        rows.put(2, "标题", "丢失的文章");
        try (var search = new CreationSearch(folder, STORE, rows)) {
            assertThat(find(search, "文章")).hasSize(2);
        }
        rows.all.removeLast();
        rows.last = 1;
        rows.put(3, "标题", "恢复后的文章");

        try (var search = new CreationSearch(folder, UUID.randomUUID(), rows)) {
            assertThat(find(search, "文章")).containsExactly(3L, 1L);
        }
    }

    @Test
    void lettersAndDigitsAmongChineseAreWordsOfTheirOwn() {
        rows.put(1, "第3篇", "用ChatGPT写作的AI指南,2026版");
        try (var search = new CreationSearch(folder, STORE, rows)) {
            for (var word : List.of("第3篇", "3篇", "第3", "写作", "chatgpt写作", "GPT写", "用chat", "AI指", "2026", "指南,2026版")) {
                boolean inside = word.equals("GPT写");
                assertThat(find(search, word)).as(word).hasSize(inside ? 0 : 1);
            }
        }
    }

    @Test
    void longWordsAndPicturesInTheTextDoNoHarm() {
        rows.put(1, "标题", "![图](data:image/png;base64," + "Ab1".repeat(50_000) + ")结尾😀");
        try (var search = new CreationSearch(folder, STORE, rows)) {
            assertThat(find(search, "结尾")).containsExactly(1L);
            assertThat(find(search, "😀")).containsExactly(1L);
        }
    }

    private static void damage(Path file, int round) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (round % 3 == 0) {
            Files.delete(file);
        } else if (round % 3 == 1) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        } else if (bytes.length > 0) {
            bytes[bytes.length / 3] ^= 0x55;
            Files.write(file, bytes);
        }
    }

    private static List<Long> find(CreationSearch search, String words) {
        return search.find(USER, new Wanted(words, new Scope(false, null, null, null), false, 0, 1000))
                .ids();
    }

    /// Runs of few characters with marks between, so that short words occur often and nearly often.
    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(9) == 0 ? "," : letters(random, 1));
        }
        return text.toString();
    }

    private static String letters(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(FEW.charAt(random.nextInt(FEW.length())));
        }
        return text.toString();
    }

    /// A table of creations in memory, numbered as the database does.
    private static final class Rows implements EntrySource {
        private final List<Entry> all = new ArrayList<>();
        private final List<Long> reads = new ArrayList<>();
        private long last;

        void put(long id, String title, String content) {
            last++;
            var labels = new Entry.Labels("writing", null, List.of());
            var time = Instant.EPOCH.plusSeconds(last);
            all.add(new Entry(id, last, false, false, labels, time, time, title, content));
        }

        List<Long> containing(String word) {
            return all.reversed().stream()
                    .filter(entry -> (entry.title() + "\n" + entry.content()).contains(word))
                    .map(Entry::id)
                    .toList();
        }

        @Override
        public synchronized List<Entry> after(long userId, long since, int limit) {
            reads.add(since);
            return all.stream()
                    .filter(entry -> entry.seq() > since)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long pending(long userId, long since) {
            return all.stream().filter(entry -> entry.seq() > since).count();
        }

        @Override
        public long last(long userId) {
            return last;
        }
    }
}

package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.CreationApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.testkit.Apis;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.Line;
import studio.mofang.desktop.testkit.Line.Fate;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;

/// The promise of the editor, held against the real server, whose autosaves take each other's place: whatever stood in
/// it for a second before a kill, and whatever somebody else wrote, is in the editor, in the gallery or in a history
/// afterwards.
class NoWordIsLostTest {
    private static final int LIVES = 12;
    private static final int STEPS = 60;

    @TempDir
    private static Path data;

    private static LocalServer server;

    @BeforeAll
    static void start() {
        server = LocalServer.start(ServerConfig.embedded(data));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void howeverKeysSavesFailuresAndKillsFollowEachOther() throws Exception {
        for (var seed = 1; seed <= LIVES; seed++) {
            var person = new Person(seed);
            for (var step = 0; step < STEPS; step++) {
                person.step();
            }
            person.comesHome();
            assertThat(person.missing())
                    .as("seed %s: %s", seed, String.join(" ", person.steps))
                    .isEmpty();
        }
    }

    @Test
    void whatHadToGiveWayIsExchangedAndExchangedBack(@TempDir Path desk) throws Exception {
        var time = new HandTurnedDelay();
        var backend = new Backend();
        backend.serves(api());
        var model = new EditorModel(time.background(), backend, new Preferences(desk), new Drawer(desk));
        var document = model.documentProperty().get();
        document.textProperty().set("我的。");
        time.pass(Document.PAUSE);
        var theirs = new Draft(null, null, null, null, "别人的。", null, null);
        api().creations().change(document.id().orElseThrow(), theirs);
        document.textProperty().set("我改过的。");
        time.pass(Document.PAUSE);

        model.exchange();
        assertThat(document.textProperty().get()).isEqualTo("别人的。");
        model.exchange();
        assertThat(document.textProperty().get()).isEqualTo("我改过的。");
        assertThat(document.savingProperty().get()).isEqualTo(Document.Saving.SAVED);
    }

    private static Backend.Api api() {
        return Apis.of(new ApiClient(new OkHttpClient(), address(), Bearer.fixed(server.secret())));
    }

    private static String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /// Who writes, waits, and loses power, all at random. Each key is a word of its own, so that it is found again.
    private static final class Person {
        private final Random random;
        private final Path folder;
        private final CreationApi gallery = api().creations();
        private final List<String> steps = new ArrayList<>();
        private final List<String> owed = new ArrayList<>();
        private final String mark;
        /// For each text of this life what stood there when, the one in front last.
        private final Deque<TreeMap<Long, String>> stood = new ArrayDeque<>(List.of(new TreeMap<>()));
        private HandTurnedDelay time = new HandTurnedDelay();
        private Line line = new Line();
        private Backend backend = new Backend();
        private EditorModel model;
        private long now;
        private int words;

        Person(int seed) throws Exception {
            random = new Random(seed);
            mark = "s" + seed + "w";
            folder = Files.createDirectories(data.resolve("desk-" + seed));
            model = started();
        }

        void step() throws Exception {
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3, 4 -> type();
                case 5, 6, 7, 8 -> pass(50 + random.nextInt(600));
                case 9, 10, 11 -> answer();
                case 12 -> serve();
                case 13 -> somebodyElseWrites();
                case 14 -> die();
                default -> another();
            }
        }

        /// The last start, on a quiet day.
        void comesHome() {
            die();
            serve();
            for (var i = 0; i < 20; i++) {
                line.open();
                pass(1000);
            }
            line.open();
        }

        List<String> missing() throws ApiException {
            var found = new ArrayList<String>();
            found.add(text());
            for (var page = 1; ; page++) {
                var items = gallery.list(new CreationApi.Query(null, null, null, null, false, page, 100))
                        .items();
                for (var each : items) {
                    for (var version : gallery.versions(each.id(), 1, 100).items()) {
                        found.add(gallery.version(each.id(), version.version()).content());
                    }
                }
                if (items.size() < 100) {
                    break;
                }
            }
            return owed.stream()
                    .filter(text -> found.stream().noneMatch(each -> each.contains(text)))
                    .toList();
        }

        private void type() {
            var word = mark + ++words + "。";
            steps.add("type:" + word);
            model.documentProperty().get().textProperty().set(text() + word);
            stood.getLast().put(now, text());
        }

        private void pass(int millis) {
            steps.add("pass:" + millis);
            for (var left = millis; left > 0; left -= 50) {
                time.pass(Duration.ofMillis(Math.min(50, left)));
                line.settle();
            }
            now += millis;
        }

        private void answer() {
            var fates = Fate.values();
            var fate = random.nextInt(4) > 0 ? Fate.ARRIVES : fates[random.nextInt(fates.length)];
            steps.add("answer:" + fate);
            line.next(fate);
        }

        private void serve() {
            if (backend.starting()) {
                steps.add("serve");
                backend.serves(Apis.of(line.client(address(), server.secret())));
                line.settle();
            }
        }

        private void somebodyElseWrites() throws ApiException {
            var id = model.documentProperty().get().id();
            if (id.isPresent()) {
                var there = gallery.creation(id.getAsLong());
                var word = mark + "其" + ++words + "。";
                steps.add("else:" + word);
                var text = there.content() + word;
                gallery.change(there.id(), new Draft(null, null, null, null, text, null, there.version()));
                owed.add(word);
            }
        }

        private void another() {
            if (random.nextInt(3) == 0) {
                steps.add("another");
                model.startAfresh();
                line.settle();
                stood.add(new TreeMap<>());
            }
        }

        private void die() {
            steps.add("die");
            stood.stream()
                    .map(text -> text.floorEntry(now - 1000))
                    .filter(Objects::nonNull)
                    .forEach(text -> owed.add(text.getValue()));
            line.dies(Fate.values()[random.nextInt(3)]);
            line = new Line();
            time = new HandTurnedDelay();
            backend = new Backend();
            model = started();
            stood.clear();
            stood.add(new TreeMap<>());
        }

        private EditorModel started() {
            return new EditorModel(line.background(time), backend, new Preferences(folder), new Drawer(folder));
        }

        private String text() {
            return model.documentProperty().get().textProperty().get();
        }
    }
}

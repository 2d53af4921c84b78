package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Fault;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.ScreenThread;

class EditorModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();

    @TempDir
    private Path folder;

    private EditorModel model;

    @BeforeEach
    void load() {
        model = fresh(time.background());
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void generatingStreamsIntoABlankDocumentAndSaysWhoWroteIt() {
        fillIn("晨间写作");
        model.generate();

        var document = model.documentProperty().get();
        assertThat(document.textProperty().get()).isEqualTo("# 晨间写作\n\n**清晨**的第一个小时,属于自己。\n");
        assertThat(document.titleProperty().get()).isEqualTo("晨间写作");
        assertThat(document.providerProperty().get()).isEqualTo("offline");
        assertThat(model.generatingProperty().get()).isFalse();
        assertThat(studio.creations()).hasSize(1);
    }

    @Test
    void generatingBesideATextStartsANewDocumentAndKeepsTheOldOne() {
        model.documentProperty().get().textProperty().set("我自己写的");
        fillIn("另一篇");
        model.generate();

        assertThat(studio.creations()).extracting("content").contains("我自己写的");
        assertThat(model.documentProperty().get().textProperty().get()).startsWith("# 晨间写作");
    }

    @Test
    void aFormThatLacksARequiredFieldStartsNothing() {
        model.pick(model.tools().getFirst());
        model.generate();

        assertThat(studio.calls()).noneMatch(call -> call.contains("/generate"));
    }

    @Test
    void continuingGoesOnInAParagraphOfItsOwnAndSavesTheWhole() {
        var document = model.documentProperty().get();
        document.textProperty().set("开头。");
        studio.writes("openai", "接着", "写。");
        model.continueWriting();
        time.pass(Document.PAUSE);

        assertThat(document.textProperty().get()).isEqualTo("开头。\n\n接着写。");
        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("开头。\n\n接着写。");
    }

    @Test
    void aRefusedGenerationKeepsTheTextAndTellsWhy() {
        fillIn("晨间写作");
        studio.fails(Fault.INSUFFICIENT_CREDITS);
        model.generate();

        assertThat(model.failureProperty().get()).hasMessageContaining("积分不足");
        assertThat(model.generatingProperty().get()).isFalse();
    }

    @Test
    void aRefusedGenerationLeavesNoEmptySheetBehindAndCanBeTriedAgain() {
        fillIn("晨间写作");
        studio.failsToWrite(Fault.INSUFFICIENT_CREDITS);
        model.generate();
        assertThat(studio.creations()).isEmpty();

        studio.recovers();
        model.tryAgain();

        assertThat(studio.creations()).singleElement().extracting("title").isEqualTo("晨间写作");
        assertThat(model.documentProperty().get().textProperty().get()).startsWith("# 晨间写作");
    }

    @Test
    void aRefusedContinuationTakesNothingAway() {
        var document = model.documentProperty().get();
        document.textProperty().set("开头。");
        studio.failsToWrite(Fault.INSUFFICIENT_CREDITS);
        model.continueWriting();
        time.pass(Document.PAUSE);

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("开头。");
    }

    @Test
    void stoppingKeepsWhatWasWrittenSoFar() throws Exception {
        try (var screen = ScreenThread.open()) {
            var stopping = fresh(new Background(Thread::startVirtualThread, screen, time));
            until(stopping.servingProperty(), screen);
            studio.stalls();
            var firstText = new CompletableFuture<Void>();
            var ended = new CompletableFuture<Void>();
            screen.submit(() -> {
                stopping.pick(stopping.tools().getFirst());
                stopping.formProperty()
                        .get()
                        .value(stopping.formProperty().get().fields().getFirst())
                        .set("停");
                stopping.documentProperty().get().textProperty().addListener(_ -> firstText.complete(null));
                stopping.generatingProperty().subscribe(generating -> {
                    if (!generating && firstText.isDone()) {
                        ended.complete(null);
                    }
                });
                stopping.generate();
            });
            firstText.get(10, TimeUnit.SECONDS);
            screen.submit(stopping::stop);
            ended.get(10, TimeUnit.SECONDS);

            screen.submit(() -> {
                        assertThat(stopping.documentProperty().get().blank()).isFalse();
                        assertThat(stopping.failureProperty().get()).isNull();
                    })
                    .get();
        }
    }

    @Test
    void leavingWhileAModelWritesSavesWhatItWroteSoFar() throws Exception {
        try (var screen = ScreenThread.open()) {
            var leaving = fresh(new Background(Thread::startVirtualThread, screen, time));
            until(leaving.servingProperty(), screen);
            studio.stalls();
            var firstText = new CompletableFuture<Void>();
            var left = new CompletableFuture<Boolean>();
            screen.submit(() -> {
                leaving.pick(leaving.tools().getFirst());
                var form = leaving.formProperty().get();
                form.value(form.fields().getFirst()).set("走");
                leaving.documentProperty().get().textProperty().addListener(_ -> firstText.complete(null));
                leaving.generate();
            });
            firstText.get(10, TimeUnit.SECONDS);
            screen.submit(() -> leaving.settle(problem -> left.complete(problem == null)));

            assertThat(left.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(studio.creations())
                    .singleElement()
                    .satisfies(stored -> assertThat(stored.content()).startsWith("# 晨间写作"));
        }
    }

    @Test
    void leavingSavesTextsThatWereReplacedOnTheDeskToo() {
        studio.fails(Fault.INTERNAL);
        model.documentProperty().get().textProperty().set("没存上的");
        model.startAfresh();
        var problems = new java.util.ArrayList<Exception>();
        model.settle(problems::add);
        assertThat(problems).singleElement().isNotNull();

        studio.recovers();
        model.settle(problems::add);

        assertThat(problems.getLast()).isNull();
        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("没存上的");
    }

    @Test
    void generatingKeepsATitleAndTagsThatWereTyped() {
        model.documentProperty().get().titleProperty().set("我的题目");
        model.documentProperty().get().tags().add("随笔");
        fillIn("晨间写作");
        model.generate();
        time.pass(Document.PAUSE);

        assertThat(studio.creations()).singleElement().satisfies(stored -> {
            assertThat(stored.title()).isEqualTo("我的题目");
            assertThat(stored.tags()).containsExactly("随笔");
            assertThat(stored.content()).startsWith("# 晨间写作");
        });
    }

    @Test
    void tryingAgainRepeatsWhatFailed() {
        var document = model.documentProperty().get();
        document.textProperty().set("开头。");
        studio.writes("openai", "接着写。");
        studio.fails(Fault.INTERNAL);
        model.continueWriting();
        studio.recovers();
        model.tryAgain();

        assertThat(document.textProperty().get()).isEqualTo("开头。\n\n接着写。");
        assertThat(model.documentProperty().get()).isSameAs(document);
    }

    @Test
    void whatWasOpenLastIsOpenAgain() {
        model.documentProperty().get().textProperty().set("昨天写到这里");
        time.pass(Duration.ofSeconds(1));

        var next = fresh(time.background());

        assertThat(next.documentProperty().get().textProperty().get()).isEqualTo("昨天写到这里");
    }

    @Test
    void exportingSavesFirstAndWritesTheFile() throws Exception {
        model.documentProperty().get().titleProperty().set("题目");
        model.documentProperty().get().textProperty().set("正文");
        var file = folder.resolve("题目.md");
        model.export("md", file, _ -> {}, problem -> {
            throw new AssertionError(problem);
        });

        assertThat(Files.readString(file)).isEqualTo("# 题目\n\n正文");
    }

    private EditorModel fresh(Background background) {
        return new EditorModel(background, studio.backend(), new Preferences(folder), new Drawer(folder));
    }

    private void fillIn(String title) {
        model.pick(model.tools().getFirst());
        var form = model.formProperty().get();
        form.value(form.fields().getFirst()).set(title);
    }

    private static void until(
            javafx.beans.value.ObservableValue<Boolean> condition, java.util.concurrent.ExecutorService screen)
            throws Exception {
        var met = new CompletableFuture<Void>();
        screen.submit(() -> condition.subscribe(now -> {
            if (now) {
                met.complete(null);
            }
        }));
        met.get(10, TimeUnit.SECONDS);
    }
}

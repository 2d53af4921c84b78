package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Fault;
import studio.mofang.desktop.editor.Document.Saving;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class DocumentTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();

    @TempDir
    private Path folder;

    private Document document;

    @BeforeEach
    void putABlankOneOnTheDesk() {
        document = new Document(time.background(), studio.backend(), new Drawer(folder));
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void nothingWrittenSavesNothing() {
        time.pass(Duration.ofSeconds(5));

        assertThat(studio.creations()).isEmpty();
        assertThat(document.savingProperty().get()).isEqualTo(Saving.NOTHING_TO_SAVE);
    }

    @Test
    void typingWithoutAPauseIsSavedEverySecondAllTheSame() {
        for (var keys = 0; keys < 20; keys++) {
            document.textProperty().set(document.textProperty().get() + "字");
            time.pass(Duration.ofMillis(100));
        }

        assertThat(studio.creations())
                .singleElement()
                .satisfies(stored -> assertThat(stored.content()).hasSizeGreaterThanOrEqualTo(15));
    }

    @Test
    void theLastKeyIsSavedWithinASecond() {
        document.textProperty().set("第一句");
        time.pass(Document.PAUSE);
        document.textProperty().set("第一句。第二句");
        time.pass(Document.PAUSE);

        assertThat(studio.creations()).singleElement().satisfies(stored -> {
            assertThat(stored.content()).isEqualTo("第一句。第二句");
            assertThat(stored.title()).isEqualTo("第一句。第二句");
        });
        assertThat(document.savingProperty().get()).isEqualTo(Saving.SAVED);
    }

    @Test
    void aFailedSaveIsTriedAgainUntilItSucceeds() {
        studio.fails(Fault.INTERNAL);
        document.textProperty().set("不能丢");
        time.pass(Document.PAUSE);
        assertThat(document.savingProperty().get()).isEqualTo(Saving.FAILED);

        studio.recovers();
        time.pass(Document.RETRY);

        assertThat(document.savingProperty().get()).isEqualTo(Saving.SAVED);
        assertThat(studio.creations().getFirst().content()).isEqualTo("不能丢");
    }

    @Test
    void aVersionThatSomebodyElseWroteMeanwhileDoesNotStopTheSaving() {
        document.textProperty().set("我的");
        time.pass(Document.PAUSE);
        studio.overwrite(document.id().orElseThrow(), "别人的");

        document.textProperty().set("我的新句子");
        time.pass(Document.PAUSE);

        assertThat(studio.creations().getFirst().content()).isEqualTo("我的新句子");
    }

    @Test
    void flushingSavesAtOnceAndThenCallsBack() {
        var called = new boolean[1];
        document.titleProperty().set("标题");
        document.flush(problem -> called[0] = problem == null);

        assertThat(called[0]).isTrue();
        assertThat(studio.creations().getFirst().title()).isEqualTo("标题");
    }

    @Test
    void writingOnAfterItWasDeletedBringsItBack() throws Exception {
        document.textProperty().set("第一句");
        time.pass(Document.PAUSE);
        studio.api().creations().delete(document.id().orElseThrow());
        document.textProperty().set("第一句。还要写");
        time.pass(Document.PAUSE);

        assertThat(studio.creations()).singleElement().satisfies(stored -> {
            assertThat(stored.content()).isEqualTo("第一句。还要写");
            assertThat(stored.deletedAt()).isNull();
        });
    }

    @Test
    void writingOnAfterItWasPurgedMakesItAnew() throws Exception {
        document.textProperty().set("第一句");
        time.pass(Document.PAUSE);
        studio.api().creations().purge(document.id().orElseThrow());
        document.textProperty().set("第一句。还要写");
        time.pass(Document.PAUSE);

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("第一句。还要写");
        assertThat(document.savingProperty().get()).isEqualTo(Saving.SAVED);
    }

    @Test
    void aCreateWhoseAnswerWasLostDoesNotHideTheNewerText() {
        studio.losesTheNextAnswer();
        document.textProperty().set("早先的");
        time.pass(Document.PAUSE);
        document.textProperty().set("后来的");
        time.pass(Document.RETRY.plus(Document.PAUSE));

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("后来的");
        assertThat(document.savingProperty().get()).isEqualTo(Saving.SAVED);
    }

    @Test
    void tagsAloneAreSavedToo() {
        document.tags().add("随笔");
        time.pass(Document.PAUSE);

        assertThat(studio.creations().getFirst().tags()).containsExactly("随笔");
    }

    @Test
    void aTextThatIsTypedIsReadOnlyWhenItIsSaved() {
        var read = new int[1];
        for (var keys = 0; keys < 20; keys++) {
            document.textProperty().typed(() -> "读了" + ++read[0] + "次");
        }
        assertThat(read[0]).isEqualTo(1);
        time.pass(Document.PAUSE);

        assertThat(read[0]).isEqualTo(2);
        assertThat(studio.creations().getFirst().content()).isEqualTo("读了2次");
    }

    @Test
    void tagsAreSavedWithTheText() {
        document.textProperty().set("正文");
        document.tags().add("随笔");
        time.pass(Document.PAUSE);

        assertThat(studio.creations().getFirst().tags()).containsExactly("随笔");
    }
}

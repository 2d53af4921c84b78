package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Fault;
import studio.mofang.desktop.editor.Document.Saving;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

/// What is written while the server is not there yet, does not come, or goes away.
class BeforeTheServerTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final Backend backend = new Backend();

    @TempDir
    private Path folder;

    private EditorModel model;

    @BeforeEach
    void start() {
        model = started(backend);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void whatIsTypedBeforeTheServerIsUpIsInTheGalleryAfterwardsOnce() {
        type(model, "赶在前面");
        time.pass(Document.PAUSE);
        type(model, "赶在前面写的");
        time.pass(Document.PAUSE);
        assertThat(saving(model)).isEqualTo(Saving.NOTED);

        backend.serves(studio.api());
        time.pass(Duration.ofSeconds(5));

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("赶在前面写的");
        assertThat(saving(model)).isEqualTo(Saving.SAVED);
    }

    @Test
    void aKillBeforeTheServerIsUpCostsNoMoreThanOneAfterwards() {
        model.documentProperty().get().titleProperty().set("题目\\n一");
        model.documentProperty().get().tags().add("随笔");
        type(model, "没人接着\n\n第二段");
        time.pass(Document.PAUSE);

        var later = new Backend();
        var next = started(later).documentProperty().get();

        assertThat(next.textProperty().get()).isEqualTo("没人接着\n\n第二段");
        assertThat(next.titleProperty().get()).isEqualTo("题目\\n一");
        assertThat(next.tags()).containsExactly("随笔");
        later.serves(studio.api());
        time.pass(Duration.ofSeconds(5));
        assertThat(studio.creations()).singleElement().satisfies(stored -> {
            assertThat(stored.content()).isEqualTo("没人接着\n\n第二段");
            assertThat(stored.title()).isEqualTo("题目\\n一");
        });
    }

    @Test
    void aKillBetweenTheServersTakingItAndItsAnswerMakesNoSecondOne() {
        type(model, "只此一篇");
        time.pass(Document.PAUSE);
        studio.losesTheNextAnswer();
        backend.serves(studio.api());

        started(serving());
        time.pass(Duration.ofSeconds(5));

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("只此一篇");
    }

    @Test
    void aRefusedStartKeepsTheTextAndTheNextTryTakesIt() {
        type(model, "不让进也要留下");
        backend.refuses(new IllegalStateException("数据正被使用"));
        time.pass(Document.PAUSE);
        assertThat(model.documentProperty().get().failureProperty().get()).hasMessageContaining("数据正被使用");
        assertThat(textOfTheNextStart()).isEqualTo("不让进也要留下");

        backend.startsAgain();
        backend.serves(studio.api());
        time.pass(Document.RETRY);

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("不让进也要留下");
    }

    @Test
    void whoLeavesBeforeTheServerIsUpIsNotAskedAndFindsTheTextAgain() {
        var problems = new ArrayList<Exception>();
        type(model, "走得早");
        model.settle(problems::add);

        assertThat(problems).containsExactly((Exception) null);
        assertThat(textOfTheNextStart()).isEqualTo("走得早");
    }

    @Test
    void aServerThatIsTooSlowToSaveDoesNotHoldBackWhoLeaves() {
        backend.serves(studio.api());
        studio.fails(Fault.INTERNAL);
        var problems = new ArrayList<Exception>();
        type(model, "等不及了");
        model.keepForLater(problems::add);

        assertThat(problems).containsExactly((Exception) null);
        assertThat(textOfTheNextStart()).isEqualTo("等不及了");
    }

    @Test
    void everyTextThatWasLeftIsSavedThoughOnlyTheLastIsInFront() {
        type(model, "第一篇");
        time.pass(Document.PAUSE);
        model.startAfresh();
        type(model, "第二篇");
        time.pass(Document.PAUSE);

        var next = started(serving());
        time.pass(Duration.ofSeconds(5));

        assertThat(studio.creations()).extracting("content").containsExactlyInAnyOrder("第一篇", "第二篇");
        assertThat(next.documentProperty().get().blank()).isFalse();
    }

    @Test
    void aTextThatTheServerCannotTakeNowIsKept() {
        backend.serves(studio.api());
        studio.fails(Fault.INTERNAL);
        type(model, "服务器不收");
        time.pass(Document.PAUSE);
        type(model, "服务器不收,还在写");
        time.pass(Document.PAUSE);

        assertThat(textOfTheNextStart()).isEqualTo("服务器不收,还在写");
    }

    @Test
    void whatWasOpenLastIsThereBeforeTheServerAndTypingGoesIntoIt() {
        backend.serves(studio.api());
        type(model, "昨天写到这里");
        time.pass(Document.PAUSE);

        var later = new Backend();
        var next = started(later);
        assertThat(saving(next)).isEqualTo(Saving.SAVED);
        type(next, "昨天写到这里,今天接着");
        later.serves(studio.api());
        time.pass(Duration.ofSeconds(5));

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("昨天写到这里,今天接着");
    }

    @Test
    void whatWasOpenLastIsShownAsTheServerHasItNow() {
        backend.serves(studio.api());
        type(model, "昨天写到这里");
        time.pass(Document.PAUSE);
        studio.overwrite(studio.creations().getFirst().id(), "在别处改过");

        assertThat(started(serving()).documentProperty().get().textProperty().get())
                .isEqualTo("在别处改过");
    }

    @Test
    void whatWasOpenLastAndThenDeletedLeavesTheDesk() throws Exception {
        backend.serves(studio.api());
        type(model, "不要了");
        time.pass(Document.PAUSE);
        studio.api().creations().delete(studio.creations().getFirst().id());

        assertThat(started(serving()).documentProperty().get().blank()).isTrue();
        assertThat(textOfTheNextStart()).isEmpty();
        assertThat(studio.creations()).singleElement().extracting("deletedAt").isNotNull();
    }

    @Test
    void aFileThatIsNoTextOfTheDrawerIsLeftAlone() throws Exception {
        var strange = Files.createDirectories(folder.resolve("drawer")).resolve("strange.sheet");
        Files.writeString(strange, "别人的");

        assertThat(textOfTheNextStart()).isEmpty();
        assertThat(strange).exists();
    }

    private String textOfTheNextStart() {
        return started(new Backend()).documentProperty().get().textProperty().get();
    }

    private EditorModel started(Backend behind) {
        return new EditorModel(time.background(), behind, new Preferences(folder), new Drawer(folder));
    }

    private Backend serving() {
        var serving = new Backend();
        serving.serves(studio.api());
        return serving;
    }

    private static void type(EditorModel model, String text) {
        model.documentProperty().get().textProperty().set(text);
    }

    private static Saving saving(EditorModel model) {
        return model.documentProperty().get().savingProperty().get();
    }
}

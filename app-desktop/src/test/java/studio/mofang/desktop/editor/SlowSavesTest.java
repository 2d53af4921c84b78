package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Fault;
import studio.mofang.desktop.editor.Document.Saving;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.Line;
import studio.mofang.desktop.testkit.Line.Fate;

/// What is written while the server takes its time over every save, and what the next start makes of it.
class SlowSavesTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final Line line = new Line();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        line.dies(Fate.NEVER_LEAVES);
        studio.close();
    }

    @Test
    void whoNeverPausesFindsTheNewestTextAfterAKill() {
        var model = started(serving());
        for (var i = 0; i < 60; i++) {
            type(model, "字");
            time.pass(Document.PAUSE);
            type(model, "键");
            line.open();
        }
        line.dies(Fate.NEVER_LEAVES);

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("字键".repeat(59) + "字");
        var next = textOfTheNextStart();
        assertThat(next.textProperty().get()).isEqualTo("字键".repeat(59) + "字");
        assertThat(next.savingProperty().get()).isEqualTo(Saving.UNSAVED);
    }

    @Test
    void aTextWhoseSaveDoesNotReturnLiesInTheDrawer() {
        var model = started(serving());
        type(model, "第一句。");
        time.pass(Document.PAUSE);
        line.open();
        type(model, "第二句。");
        time.pass(Document.PAUSE);
        line.dies(Fate.NEVER_LEAVES);

        assertThat(textOfTheNextStart().textProperty().get()).isEqualTo("第一句。第二句。");
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsKeptUnderANameAndTold() {
        var model = started(serving());
        type(model, "我的。");
        time.pass(Document.PAUSE);
        line.open();
        type(model, "还在写。");
        time.pass(Document.PAUSE);
        line.dies(Fate.NEVER_LEAVES);
        studio.overwrite(1, "别人的。");

        var line2 = new Line();
        var later = new Backend();
        var next = new EditorModel(line2.background(time), later, new Preferences(folder), new Drawer(folder));
        type(next, "又一句。");
        later.serves(studio.api(line2));
        untilAllIsQuiet(line2);

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("我的。还在写。又一句。");
        assertThat(studio.named()).extracting(Creation::content).containsExactly("别人的。");
        assertThat(next.documentProperty().get().asideProperty().get())
                .isEqualTo(studio.named().getFirst().version());
    }

    @Test
    void aSaveWhoseAnswerWasLostIsNobodyElsesVersion() {
        var model = started(serving());
        type(model, "第一句。");
        time.pass(Document.PAUSE);
        line.open();
        model.documentProperty().get().textProperty().set("改成这样。");
        time.pass(Document.PAUSE);
        line.next(Fate.LOSES_ITS_ANSWER);
        model.documentProperty().get().textProperty().set("再改成那样。");
        untilAllIsQuiet(line);

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("再改成那样。");
        assertThat(studio.named()).isEmpty();
        assertThat(model.documentProperty().get().asideProperty().get()).isNull();
    }

    @Test
    void whatIsTypedWhileAnEmptyCreationIsRemovedStaysOutOfIt() {
        var model = started(serving());
        model.pick(model.tools().getFirst());
        var form = model.formProperty().get();
        form.value(form.fields().getFirst()).set("晨间写作");
        studio.failsToWrite(Fault.INSUFFICIENT_CREDITS);
        model.generate();
        line.next(Fate.ARRIVES);
        line.next(Fate.ARRIVES);
        assertThat(model.generatingProperty().get()).isFalse();

        // Its deletion is under way, and the save of what is typed now overtakes it.
        type(model, "自己写。");
        while (model.documentProperty().get().savingProperty().get() != Saving.SAVED) {
            time.pass(Document.PAUSE);
            line.newest(Fate.ARRIVES);
        }
        untilAllIsQuiet(line);

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("自己写。");
    }

    @Test
    void whatIsShownFromTheDrawerCanBeExportedAlthoughTheFirstCallFailed() throws Exception {
        var model = started(serving());
        type(model, "昨天写的。");
        time.pass(Document.PAUSE);
        line.open();
        line.dies(Fate.NEVER_LEAVES);
        var line2 = new Line();
        var later = new Backend();
        var next = new EditorModel(line2.background(time), later, new Preferences(folder), new Drawer(folder));
        later.serves(studio.api(line2));
        line2.next(Fate.NEVER_LEAVES);

        var problems = new ArrayList<Exception>();
        var file = folder.resolve("昨天.md");
        next.export("md", file, _ -> {}, problems::add);
        untilAllIsQuiet(line2);

        assertThat(problems).isEmpty();
        assertThat(Files.readString(file)).contains("昨天写的。");
        assertThat(next.documentProperty().get().id()).hasValue(1);
    }

    @Test
    void whatTheServerLostIsStoredAgainFromTheDrawer() throws Exception {
        var model = started(serving());
        type(model, "备份之后写的。");
        time.pass(Document.PAUSE);
        line.open();
        line.dies(Fate.NEVER_LEAVES);
        studio.api().creations().purge(1);

        var line2 = new Line();
        var later = new Backend();
        var next = new EditorModel(line2.background(time), later, new Preferences(folder), new Drawer(folder));
        later.serves(studio.api(line2));
        untilAllIsQuiet(line2);

        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("备份之后写的。");
        assertThat(next.documentProperty().get().savingProperty().get()).isEqualTo(Saving.SAVED);
    }

    private void untilAllIsQuiet(Line open) {
        for (var second = 0; second < 5; second++) {
            open.open();
            time.pass(Duration.ofSeconds(1));
        }
        open.open();
    }

    private Document textOfTheNextStart() {
        return new EditorModel(time.background(), new Backend(), new Preferences(folder), new Drawer(folder))
                .documentProperty()
                .get();
    }

    private EditorModel started(Backend behind) {
        var model = new EditorModel(line.background(time), behind, new Preferences(folder), new Drawer(folder));
        line.open();
        return model;
    }

    private Backend serving() {
        var serving = new Backend();
        serving.serves(studio.api(line));
        return serving;
    }

    private static void type(EditorModel model, String more) {
        var text = model.documentProperty().get().textProperty();
        text.set(text.get() + more);
    }
}

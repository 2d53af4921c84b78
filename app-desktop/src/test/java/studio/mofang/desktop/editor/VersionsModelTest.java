package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Fault;
import studio.mofang.desktop.editor.Comparison.Where;
import studio.mofang.desktop.editor.VersionsModel.Restored;
import studio.mofang.desktop.editor.VersionsModel.State;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class VersionsModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final AtomicReference<Restored> restored = new AtomicReference<>();
    private final AtomicReference<Exception> problem = new AtomicReference<>();

    @TempDir
    private Path folder;

    private EditorModel editor;
    private VersionsModel model;

    @BeforeEach
    void load() {
        var drawer = new Drawer(folder);
        editor = new EditorModel(time.background(), studio.backend(), new Preferences(folder), drawer);
        model = editor.versions();
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void whatIsUnsavedIsSavedFirstAndIsThePresentVersion() {
        saved("第一稿");
        write("第二稿");
        model.open(document());

        assertThat(model.versions()).extracting(Version::cause).containsExactly("edited", "created");
        assertThat(model.present(model.versions().getFirst())).isTrue();
        assertThat(model.present(model.versions().getLast())).isFalse();
        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("第二稿");
    }

    @Test
    void aTextThatWasNeverStoredHasNoVersions() {
        model.open(document());

        assertThat(model.stateProperty().get()).isEqualTo(State.UNSTORED);
        assertThat(studio.calls()).noneMatch(call -> call.contains("versions"));
    }

    @Test
    void longHistoriesComeAPageAtATimeAndNothingTwice() {
        saved("第 1 稿");
        var id = document().id().orElseThrow();
        for (var draft = 2; draft <= VersionsModel.PAGE + 5; draft++) {
            studio.overwrite(id, "第 " + draft + " 稿");
        }
        model.open(document());
        assertThat(model.versions()).hasSize(VersionsModel.PAGE);

        studio.overwrite(id, "别处又改了");
        model.more();
        model.more();

        assertThat(model.versions()).extracting(Version::version).doesNotHaveDuplicates();
        assertThat(model.versions().getLast().version()).isEqualTo(1);
        assertThat(studio.calls().stream().filter(call -> call.endsWith("/versions")))
                .hasSize(2);
    }

    @Test
    void aChosenVersionIsReadAgainstWhatStandsOnTheDesk() {
        saved("先做最难的那一件。");
        saved("先做最小的那一件。");
        model.open(document());
        model.choose(model.versions().getLast());

        var read = model.reading().readProperty().get();
        assertThat(read.text()).isEqualTo("先做最难的那一件。");
        assertThat(read.comparison().characters(Where.THEN)).isEqualTo(1);
        assertThat(read.comparison().characters(Where.NOW)).isEqualTo(1);
    }

    @Test
    void aRestoredVersionStandsOnTheDeskAndTheTextFromBeforeIsAVersion() {
        saved("第一稿");
        saved("第二稿");
        model.open(document());
        restore(model.versions().getLast());

        assertThat(text()).isEqualTo("第一稿");
        assertThat(document().asideProperty().get()).isNull();
        model.open(document());
        assertThat(model.versions()).extracting(Version::cause).containsExactly("restored", "edited", "created");
    }

    @Test
    void restoringSavesWhatWasWrittenSinceTheListWasOpened() {
        saved("第一稿");
        saved("第二稿");
        model.open(document());
        write("第三稿，还没有保存");
        restore(model.versions().getLast());

        model.open(document());
        model.choose(model.versions().get(1));
        assertThat(model.reading().readProperty().get().text()).isEqualTo("第三稿，还没有保存");
    }

    @Test
    void restoringCanBeUndone() {
        saved("第一稿");
        saved("第二稿");
        model.open(document());
        restore(model.versions().getLast());
        model.undo(restored.get(), restored::set, problem::set);

        assertThat(text()).isEqualTo("第二稿");
        assertThat(studio.creations()).singleElement().extracting("content").isEqualTo("第二稿");
    }

    @Test
    void aRefusedRestoreLeavesTheTextAloneAndCanBeTriedAgain() {
        saved("第一稿");
        saved("第二稿");
        model.open(document());
        var first = model.versions().getLast();
        studio.fails(Fault.INTERNAL);
        restore(first);

        assertThat(problem.get()).isNotNull();
        assertThat(text()).isEqualTo("第二稿");
        studio.recovers();
        restore(first);
        assertThat(text()).isEqualTo("第一稿");
    }

    @Test
    void aNameIsShownInTheListAndWhereTheVersionIsRead() {
        saved("第一稿");
        saved("第二稿");
        model.open(document());
        model.choose(model.versions().getLast());
        model.name(model.versions().getLast(), " 交稿前 ", _ -> {}, problem::set);

        assertThat(model.versions().getLast().name()).isEqualTo("交稿前");
        assertThat(model.reading().chosenProperty().get().name()).isEqualTo("交稿前");
        model.open(document());
        assertThat(model.versions().getLast().name()).isEqualTo("交稿前");
    }

    @Test
    void whatCannotBeSavedDoesNotHideTheVersionsThatThereAre() {
        saved("第一稿");
        saved("第二稿");
        studio.becomesReadOnly();
        write("第三稿");
        model.open(document());
        model.choose(model.versions().getLast());
        assertThat(model.reading().readProperty().get().text()).isEqualTo("第一稿");

        restore(model.versions().getLast());
        assertThat(problem.get()).isNotNull();
        assertThat(text()).isEqualTo("第三稿");
    }

    @Test
    void aListThatCannotBeHadSaysWhyAndIsAskedForAgain() {
        saved("第一稿");
        studio.fails(Fault.INTERNAL);
        model.open(document());
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.failureProperty().get()).isNotNull();

        studio.recovers();
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.SHOWN);
    }

    @Test
    void aVersionThatCannotBeReadSaysWhyAndIsAskedForAgain() {
        saved("第一稿");
        model.open(document());
        studio.fails(Fault.INTERNAL);
        model.choose(model.versions().getFirst());
        assertThat(model.reading().failureProperty().get()).isNotNull();

        studio.recovers();
        model.reading().again();
        assertThat(model.reading().readProperty().get().text()).isEqualTo("第一稿");
    }

    private void saved(String text) {
        write(text);
        document().flush(problem::set);
        assertThat(problem.get()).isNull();
    }

    private void write(String text) {
        document().textProperty().set(text);
    }

    private void restore(Version version) {
        model.restore(version, restored::set, problem::set);
    }

    private Document document() {
        return editor.documentProperty().get();
    }

    private String text() {
        return document().textProperty().get();
    }
}

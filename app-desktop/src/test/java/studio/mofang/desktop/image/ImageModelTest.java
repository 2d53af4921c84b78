package studio.mofang.desktop.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.CoverSize;
import studio.mofang.core.Fault;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.making.History;
import studio.mofang.desktop.making.Maker;
import studio.mofang.desktop.making.Remedy;
import studio.mofang.desktop.making.Workshop.State;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class ImageModelTest {
    @TempDir
    private Path folder;

    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private ImageModel model;

    @BeforeEach
    void open() {
        studio.models().has(2, "image", "通义万相", 20, true, false);
        model = new ImageModel(time.background(), studio.backend(), new Preferences(folder));
        model.open();
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void theChosenModelIsNamedAndThePictureSaysWhoDrewIt() {
        model.promptProperty().set(" 一只猫 \n第二行");
        model.sizeProperty().set(CoverSize.SQUARE);
        model.generate();

        var request = studio.drawn().getFirst();
        assertThat(request.modelId()).isEqualTo(2);
        assertThat(request.offline()).isNull();
        assertThat(request.size()).isEqualTo("1080x1080");
        var picture = model.currentProperty().get();
        assertThat(picture.title()).isEqualTo("一只猫");
        assertThat(picture.offline()).isFalse();
        assertThat(picture.credits()).isEqualTo(20);
        assertThat(model.history().items()).hasSize(1);
    }

    @Test
    void onThisMachineEachLookIsAnother() {
        model.makers().choose(new Maker.Machine());
        model.promptProperty().set("一只猫");
        model.generate();
        model.generate();

        assertThat(studio.drawn()).extracting(one -> one.look()).containsExactly(0, 1);
        assertThat(studio.drawn()).allMatch(one -> one.offline() && one.modelId() == null);
        assertThat(model.currentProperty().get().offline()).isTrue();
    }

    @Test
    void aModelOfItsOwnSizesIsAskedForTheOneOfTheSameShape() {
        studio.models().drawsAt(2, List.of("1024x1024", "1024x1536"));
        model.open();
        model.promptProperty().set("一只猫");
        model.generate();

        assertThat(model.drawnProperty().get()).containsExactly(CoverSize.SQUARE);
        assertThat(studio.drawn()).extracting(one -> one.size()).containsExactly("1024x1024");
    }

    @Test
    void aSizeThatTheModelDoesNotDrawGivesWay() {
        studio.models().draws(2, CoverSize.SQUARE, CoverSize.TOUTIAO);
        model.open();

        assertThat(model.drawnProperty().get()).containsExactly(CoverSize.SQUARE, CoverSize.TOUTIAO);
        assertThat(model.sizeProperty().get()).isEqualTo(CoverSize.SQUARE);
        model.makers().choose(new Maker.Machine());
        assertThat(model.drawnProperty().get()).containsExactly(CoverSize.values());
    }

    @Test
    void aModelThatDrawsNoneOfThemIsNotAsked() {
        studio.models().draws(2);
        model.open();
        model.promptProperty().set("一只猫");
        model.generate();

        assertThat(model.readyProperty().get()).isFalse();
        assertThat(studio.drawn()).isEmpty();
    }

    @Test
    void withoutWordsNothingIsDrawn() {
        model.promptProperty().set(" \n");
        model.generate();

        assertThat(model.readyProperty().get()).isFalse();
        assertThat(studio.drawn()).isEmpty();
    }

    @Test
    void aModelThatFailsCanBeDoneWithout() {
        studio.failsToWrite(Fault.AI_CALL_FAILED);
        model.promptProperty().set("一只猫");
        model.generate();
        assertThat(model.workshop().stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.makers().remedy(model.workshop().failureProperty().get()))
                .isEqualTo(Remedy.WITHOUT_AI);
        assertThat(model.workshop().credits()).isEqualTo(20);

        model.generateWithoutAi();
        assertThat(model.currentProperty().get().offline()).isTrue();
        assertThat(model.makers().chosenProperty().get().modelId())
                .as("the choice stays")
                .isEqualTo(2);
    }

    @Test
    void aListThatCouldNotBeReadIsNoFailedPicture() {
        model.promptProperty().set("一只猫");
        model.generate();
        var drawn = model.currentProperty().get();
        studio.fails(Fault.INTERNAL);
        model.open();

        assertThat(model.workshop().stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(model.currentProperty().get()).isEqualTo(drawn);
        assertThat(model.history().failureProperty().get()).isNotNull();
        assertThat(studio.drawn()).as("nothing is drawn again").hasSize(1);

        studio.recovers();
        model.open();
        assertThat(model.history().failureProperty().get()).isNull();
    }

    @Test
    void whoOpensThePaneSeesWhatWasDrawnLast() throws Exception {
        model.promptProperty().set("一只猫");
        model.generate();
        var later = new ImageModel(time.background(), studio.backend(), new Preferences(folder));
        later.open();

        assertThat(later.currentProperty().get().title()).isEqualTo("一只猫");
        assertThat(later.currentProperty().get().credits()).isEqualTo(20);
        assertThat(later.history().stateProperty().get()).isEqualTo(History.State.SHOWN);
    }
}

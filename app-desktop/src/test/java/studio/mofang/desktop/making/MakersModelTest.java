package studio.mofang.desktop.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Fault;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.making.Cost.Reason;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class MakersModelTest {
    @TempDir
    private Path folder;

    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private MakersModel model;

    @BeforeEach
    void open() {
        model = fresh(Kind.IMAGE);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void theModelsOfTheKindComeFirstAndTheMachineLast() {
        studio.models().has(2, "image", "通义万相", 20, false, false);
        studio.models().has(3, "video", "万相视频", 50, true, false);
        studio.models().has(4, "image", "千问图像", 25, true, false);
        model.refresh();

        assertThat(model.makers()).extracting(Maker::tag).containsExactly("2", "4", "machine");
        assertThat(model.makers()).extracting(Maker::usable).containsExactly(false, true, true);
        assertThat(model.chosenProperty().get().modelId())
                .as("the first with a key")
                .isEqualTo(4);
        assertThat(model.chosenProperty().get().offline()).isNull();
    }

    @Test
    void withoutAnyKeyItIsTheMachineThatMakesIt() {
        studio.models().has(2, "image", "通义万相", 20, false, false);
        model.refresh();

        assertThat(model.anyAi()).isFalse();
        assertThat(model.chosenProperty().get().offline()).isTrue();
        assertThat(model.chosenProperty().get().modelId()).isNull();
        assertThat(cost()).isEqualTo(new Cost(0, Reason.MACHINE, 0));
    }

    @Test
    void theChoiceIsRememberedForAsLongAsItCanBeUsed() {
        studio.models().has(2, "image", "通义万相", 20, true, false);
        var other = studio.models().has(4, "image", "千问图像", 25, true, false);
        model.refresh();
        model.choose(new Maker.Ai(other, true));
        var later = fresh(Kind.IMAGE);
        later.refresh();
        assertThat(later.chosenProperty().get().modelId()).isEqualTo(4);

        studio.models().has(4, "image", "千问图像", 25, false, false);
        later.refresh();
        assertThat(later.chosenProperty().get().modelId()).isEqualTo(2);

        later.choose(new Maker.Machine());
        var last = fresh(Kind.IMAGE);
        last.refresh();
        assertThat(last.chosenProperty().get()).isEqualTo(new Maker.Machine());
    }

    @Test
    void thePriceIsTheModelsUnlessSomebodyElsePays() {
        studio.models().has(2, "image", "通义万相", 20, true, false);
        var own = studio.models().has(5, "image", "我的", 20, true, true);
        studio.wallet().gives(12);
        model.refresh();
        assertThat(cost()).isEqualTo(new Cost(20, Reason.PRICE, 12));
        assertThat(cost().affordable()).isFalse();

        model.choose(new Maker.Ai(own, true));
        assertThat(cost()).isEqualTo(new Cost(0, Reason.OWN_KEY, 12));

        studio.wallet().makesMember();
        var member = fresh(Kind.VIDEO);
        studio.models().has(6, "video", "万相视频", 50, true, false);
        member.refresh();
        assertThat(member.costProperty().get()).isEqualTo(new Cost(0, Reason.MEMBER, 12));
    }

    @Test
    void aTextModelStandsInForSlidesAndIsLeftToTheServer() {
        studio.models().has(4, "slides", "通义千问", 30, false, false);
        studio.models().has(9, "text", "DeepSeek", 10, true, false);
        var slides = fresh(Kind.SLIDES);
        slides.refresh();

        assertThat(slides.makers()).extracting(Maker::tag).containsExactly("4", "9", "machine");
        var chosen = slides.chosenProperty().get();
        assertThat(chosen.tag()).isEqualTo("9");
        assertThat(chosen.modelId()).isNull();
        assertThat(slides.costProperty().get().credits()).isEqualTo(30);
    }

    @Test
    void makersThatCouldNotBeHadAreAskedForAgain() {
        studio.fails(Fault.INTERNAL);
        model.refresh();
        assertThat(model.failureProperty().get()).isNotNull();
        assertThat(model.chosenProperty().get()).isNull();

        studio.recovers();
        model.refresh();
        assertThat(model.failureProperty().get()).isNull();
        assertThat(model.chosenProperty().get()).isNotNull();
    }

    private Cost cost() {
        return model.costProperty().get();
    }

    private MakersModel fresh(Kind kind) {
        return new MakersModel(kind, time.background(), studio.backend(), new Preferences(folder));
    }
}

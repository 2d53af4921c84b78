package studio.mofang.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.AiModels.Model;
import studio.mofang.core.AiModels.Probe;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.kit.Theme;
import studio.mofang.desktop.settings.SettingsModel.OwnModel;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class SettingsModelTest {
    private final FakeStudio studio = new FakeStudio();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void modelsThatMakeOtherThingsTakeTheirKeysHereToo() {
        var model = fresh();
        var image = studio.models().has(2, "image", "通义万相", 20, false, false);
        model.refresh();
        assertThat(model.models()).extracting(Model::kind).containsOnly("text");
        assertThat(model.makers()).containsExactly(image);

        model.keep(image, "sk-1234567890abcdef", _ -> {}, SettingsModelTest::unexpected);
        assertThat(model.makers().getFirst().hasKey()).isTrue();
    }

    @Test
    void aKeyIsStoredAndOnlyItsEndIsSeenAgain() {
        var model = fresh();
        model.refresh();
        model.keep(model.models().getFirst(), " sk-secret-1234 ", _ -> {}, SettingsModelTest::unexpected);

        assertThat(model.models()).singleElement().satisfies(stored -> {
            assertThat(stored.hasKey()).isTrue();
            assertThat(stored.keyHint()).isEqualTo("1234");
        });
        var probe = new AtomicReference<Probe>();
        model.test(model.models().getFirst(), probe::set, SettingsModelTest::unexpected);
        assertThat(probe.get().ok()).isTrue();
    }

    @Test
    void anOwnModelIsChosenAtOnceAndRemembered() {
        var model = fresh();
        model.add(
                new OwnModel("DeepSeek", "https://api.deepseek.com/v1", "sk-1", "deepseek-chat", false),
                _ -> {},
                SettingsModelTest::unexpected);

        assertThat(model.models()).hasSize(2);
        assertThat(fresh().chosenProperty().get())
                .isEqualTo(model.models().getLast().id());
    }

    @Test
    void aModelThatIsGoneIsNoLongerChosen() throws Exception {
        var model = fresh();
        model.add(
                new OwnModel("DeepSeek", "https://api.deepseek.com/v1", "sk-1", "deepseek-chat", false),
                _ -> {},
                SettingsModelTest::unexpected);
        studio.api().models().remove(model.models().getLast().id());

        assertThat(fresh().chosenProperty().get()).isNull();
        assertThat(new Preferences(folder).number("model.text")).isEmpty();
    }

    @Test
    void lookAndLanguageAreRemembered() {
        var model = fresh();
        model.themeProperty().set(Theme.DARK);
        model.languageProperty().set(Language.ENGLISH);

        var next = fresh();
        assertThat(next.themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(next.languageProperty().get()).isEqualTo(Language.ENGLISH);
    }

    private SettingsModel fresh() {
        return new SettingsModel(new HandTurnedDelay().background(), studio.backend(), new Preferences(folder));
    }

    private static void unexpected(Exception problem) {
        throw new AssertionError(problem);
    }
}

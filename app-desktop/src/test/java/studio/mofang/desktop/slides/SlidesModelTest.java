package studio.mofang.desktop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Fault;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.making.Workshop;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class SlidesModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();

    @TempDir
    private Path folder;

    private SlidesModel model;

    @BeforeEach
    void open() {
        studio.models().has(4, "slides", "通义千问", 30, true, false);
        model = new SlidesModel(time.background(), studio.backend(), new Preferences(folder));
        model.refresh();
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void withoutATopicThereIsNothingToMake() {
        assertThat(model.readyProperty().get()).isFalse();
        model.topicProperty().set("发布会");
        assertThat(model.readyProperty().get()).isTrue();
        model.fromArticleProperty().set(true);
        assertThat(model.readyProperty().get()).isFalse();
    }

    @Test
    void anArticleIsTakenUp() throws Exception {
        var article = studio.api()
                .creations()
                .create(new Draft(UUID.randomUUID(), "writing", null, "一篇文章", "- 甲", null, null));

        model.take(article.id());

        assertThat(model.fromArticleProperty().get()).isTrue();
        assertThat(model.articleProperty().get().title()).isEqualTo("一篇文章");
        assertThat(model.readyProperty().get()).isTrue();
    }

    @Test
    void aDeckIsMadeByTheChosenModelAndShown() {
        model.topicProperty().set("发布会");
        model.make();

        assertThat(studio.designed().getFirst().modelId()).isEqualTo(4);
        assertThat(studio.designed().getFirst().offline()).isNull();
        assertThat(model.titles()).containsExactly("封面", "第一部分", "结尾");
        assertThat(model.deck().stateProperty().get()).isInstanceOfSatisfying(DeckModel.State.Shown.class, shown -> {
            assertThat(shown.deck().title()).isEqualTo("发布会");
            assertThat(shown.pages()).hasSize(3);
        });
        assertThat(model.history().items()).hasSize(1);
    }

    @Test
    void aRefusalIsShownAndCanBeTriedAgain() {
        model.topicProperty().set("发布会");
        studio.failsToWrite(Fault.GENERATION_FAILED);

        model.make();

        assertThat(model.workshop().stateProperty().get()).isEqualTo(Workshop.State.FAILED);
        assertThat(model.workshop().failureProperty().get()).hasMessageContaining("内容生成失败");
    }

    @Test
    void picturesThatCouldNotBeReadMakeNoSecondDeck() {
        model.topicProperty().set("发布会");
        model.make();
        var id = ((DeckModel.State.Shown) model.deck().stateProperty().get())
                .deck()
                .pptId();
        studio.fails(Fault.INTERNAL);
        model.open(id);
        assertThat(model.deck().stateProperty().get()).isInstanceOf(DeckModel.State.Failed.class);

        studio.recovers();
        model.deck().open(id);
        assertThat(model.deck().stateProperty().get()).isInstanceOf(DeckModel.State.Shown.class);
        assertThat(studio.designed()).hasSize(1);
    }

    @Test
    void whileADeckIsMadeNoSecondOneBeginsAndAnOldOneCanBeOpened() {
        model.topicProperty().set("旧的");
        model.make();
        var work = new ArrayDeque<Runnable>();
        var slow = new SlidesModel(
                new Background(work::add, Runnable::run, time), studio.backend(), new Preferences(folder));
        slow.refresh();
        runAll(work);
        slow.topicProperty().set("新的");
        slow.make();
        slow.make();
        assertThat(work).hasSize(1);

        slow.open(1);
        assertThat(slow.workshop().stateProperty().get()).isEqualTo(Workshop.State.ASIDE);
        assertThat(slow.readyProperty().get()).isFalse();
        slow.workshop().cancel();
        runAll(work);
        assertThat(studio.designed()).as("what was cancelled is never sent").hasSize(1);
    }

    @Test
    void listsThatCouldNotBeReadSayWhyUntilTheyCan() {
        var later = new SlidesModel(time.background(), studio.backend(), new Preferences(folder));
        studio.fails(Fault.INTERNAL);
        later.refresh();
        assertThat(later.failureProperty().get()).isNotNull();
        assertThat(later.themes().failureProperty().get()).isNotNull();

        studio.recovers();
        later.refreshArticles();
        later.themes().tryAgain();
        assertThat(later.failureProperty().get()).isNull();
        assertThat(later.themes().failureProperty().get()).isNull();
        assertThat(later.themes().themes()).hasSize(2);
    }

    @Test
    void linesAreAddedMovedAndTakenAway() {
        var outline = model.outline();
        outline.lines().get(0).set("甲");
        outline.lines().get(1).set("乙");
        outline.lines().get(2).set("丙");

        outline.up(2);
        outline.down(0);
        outline.remove(2);

        assertThat(outline.lines()).extracting(StringProperty::get).containsExactly("丙", "甲");
        outline.remove(0);
        outline.remove(0);
        assertThat(outline.lines()).hasSize(1);
        assertThat(outline.texts()).isEmpty();
    }

    @Test
    void anOutlineHasItsLimit() {
        for (int i = 0; i < 100; i++) {
            model.outline().add(0);
        }
        assertThat(model.outline().lines()).hasSize(OutlineModel.MOST);
    }

    private static void runAll(Queue<Runnable> work) {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}

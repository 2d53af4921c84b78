package studio.mofang.desktop.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Fault;
import studio.mofang.desktop.slides.SlidesModel.State;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class SlidesModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final SlidesModel model = new SlidesModel(time.background(), studio.backend());

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void withoutATopicThereIsNothingToMake() {
        assertThat(model.ready()).isFalse();
        model.topicProperty().set("发布会");
        assertThat(model.ready()).isTrue();
        model.fromArticleProperty().set(true);
        assertThat(model.ready()).isFalse();
    }

    @Test
    void anArticleIsTakenUp() throws Exception {
        var article = studio.api()
                .creations()
                .create(new Draft(UUID.randomUUID(), "writing", null, "一篇文章", "- 甲", null, null));

        model.take(article.id());

        assertThat(model.fromArticleProperty().get()).isTrue();
        assertThat(model.articleProperty().get().title()).isEqualTo("一篇文章");
        assertThat(model.ready()).isTrue();
    }

    @Test
    void aRefusalIsShownAndCanBeTriedAgain() {
        model.topicProperty().set("发布会");
        studio.fails(Fault.GENERATION_FAILED);

        model.make();

        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.failureProperty().get()).hasMessageContaining("内容生成失败");
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
}

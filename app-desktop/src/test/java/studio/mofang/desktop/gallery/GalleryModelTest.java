package studio.mofang.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.client.ApiException;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Fault;
import studio.mofang.desktop.gallery.GalleryModel.State;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class GalleryModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final GalleryModel model = new GalleryModel(time.background(), studio.backend());

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void anEmptyGallerySaysSo() {
        model.refresh();

        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void theNewestComeFirstAndFurtherPagesOnlyWhenWanted() throws Exception {
        for (var i = 1; i <= GalleryModel.PAGE + 5; i++) {
            write("第 " + i + " 篇");
        }
        model.refresh();
        assertThat(model.creations()).hasSize(GalleryModel.PAGE);
        assertThat(model.creations().getFirst().title()).isEqualTo("第 45 篇");

        model.more();
        model.more();

        assertThat(model.creations()).hasSize(GalleryModel.PAGE + 5);
        assertThat(model.creations().getLast().title()).isEqualTo("第 1 篇");
    }

    @Test
    void searchingAsksOnceAfterTheLastKey() throws Exception {
        write("春天");
        write("秋天");
        model.refresh();
        var before = studio.calls().size();
        model.queryProperty().set("春");
        model.queryProperty().set("春天");
        time.pass(GalleryModel.BETWEEN_KEYS);

        assertThat(model.creations()).extracting("title").containsExactly("春天");
        assertThat(studio.calls().stream().skip(before).filter("GET creations"::equals))
                .hasSize(1);

        model.queryProperty().set("冬");
        time.pass(GalleryModel.BETWEEN_KEYS);
        assertThat(model.stateProperty().get()).isEqualTo(State.NOTHING_FOUND);
    }

    @Test
    void whatIsDeletedCanBeHadBack() throws Exception {
        write("春天");
        model.refresh();
        var spring = model.creations().getFirst();
        model.delete(spring, () -> {}, GalleryModelTest::unexpected);
        assertThat(model.creations()).isEmpty();

        model.trashProperty().set(true);
        assertThat(model.creations()).extracting("title").containsExactly("春天");

        model.restore(spring, () -> {}, GalleryModelTest::unexpected);
        assertThat(model.stateProperty().get()).isEqualTo(State.TRASH_EMPTY);
        model.trashProperty().set(false);
        assertThat(model.creations()).hasSize(1);
    }

    @Test
    void aTagNarrowsTheGallery() throws Exception {
        write("春天", "随笔");
        write("周报", "工作");
        model.refresh();
        assertThat(model.tags()).extracting("name").containsExactlyInAnyOrder("随笔", "工作");

        model.tagProperty().set("工作");

        assertThat(model.creations()).extracting("title").containsExactly("周报");
    }

    @Test
    void aFailureIsShownUntilTheNextTrySucceeds() {
        studio.fails(Fault.INTERNAL);
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);

        studio.recovers();
        model.refresh();

        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    private void write(String title, String... tags) throws ApiException {
        studio.api()
                .creations()
                .create(new Draft(UUID.randomUUID(), "writing", null, title, "正文", List.of(tags), null));
    }

    private static void unexpected(Exception problem) {
        throw new AssertionError(problem);
    }
}

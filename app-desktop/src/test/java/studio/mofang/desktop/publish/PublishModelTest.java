package studio.mofang.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Fault;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm.WechatArticle;
import studio.mofang.desktop.publish.PublishModel.State;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class PublishModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private OptionalLong edited = OptionalLong.empty();
    private final PublishModel model = new PublishModel(time.background(), studio.backend(), () -> edited);

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void withNothingWrittenThereIsNothingToPublish() {
        model.open();

        assertThat(model.stateProperty().get()).isEqualTo(State.NOTHING_WRITTEN);
        assertThat(model.ready()).isFalse();
    }

    @Test
    void theTextInTheEditorComesFirstElseTheNewest() throws Exception {
        edited = OptionalLong.of(write("甲"));
        write("乙");
        model.open();
        assertThat(model.creationProperty().get().title()).isEqualTo("甲");

        var fresh = new PublishModel(time.background(), studio.backend(), OptionalLong::empty);
        fresh.open();
        assertThat(fresh.creationProperty().get().title()).isEqualTo("乙");
    }

    @Test
    void theChosenPlatformsShowTheirFormsAndCards() throws Exception {
        write("题");
        model.open();

        assertThat(model.stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(draft(Platform.WECHAT).previewProperty().get().form()).isInstanceOf(WechatArticle.class);
        assertThat(draft(Platform.XIAOHONGSHU).cardsProperty().get())
                .hasSize(2)
                .allMatch(card -> card.startsWith("data:image/png;base64,"));
        assertThat(draft(Platform.TOUTIAO).previewProperty().get()).isNull();
        assertThat(model.ready()).isTrue();
    }

    @Test
    void aCoverIsWornByTheTextInTheEditorAndNoOther() throws Exception {
        edited = OptionalLong.of(write("甲"));
        model.open();
        var picture = UUID.randomUUID();
        model.cover(picture);
        model.open();
        assertThat(draft(Platform.WECHAT).field(Field.COVER).get()).isEqualTo("media:" + picture);
        assertThat(studio.asked().getLast().wishes().get("wechat").cover()).isEqualTo("media:" + picture);
        assertThat(draft(Platform.TOUTIAO).field(Field.COVER).get()).isEqualTo("media:" + picture);

        edited = OptionalLong.of(write("乙"));
        model.open();
        assertThat(draft(Platform.WECHAT).field(Field.COVER).get()).isEmpty();

        edited = OptionalLong.empty();
        model.cover(picture);
        model.open();
        assertThat(draft(Platform.WECHAT).field(Field.COVER).get()).isEmpty();
    }

    @Test
    void aChangeAsksOnceAfterTheLastKeyAndOnlyThatFieldIsWished() throws Exception {
        write("题");
        model.open();
        var before = studio.asked().size();
        draft(Platform.WECHAT).field(Field.TITLE).set("新");
        draft(Platform.WECHAT).field(Field.TITLE).set("新标题");
        assertThat(model.ready()).as("not while it is unknown").isFalse();
        time.pass(PreviewModel.BETWEEN_KEYS);

        assertThat(studio.asked()).hasSize(before + 1);
        var wish = studio.asked().getLast().wishes().get("wechat");
        assertThat(wish.title()).isEqualTo("新标题");
        assertThat(wish.digest()).isNull();
        assertThat(draft(Platform.WECHAT).previewProperty().get().form().title())
                .isEqualTo("新标题");
    }

    @Test
    void aPlatformThatRefusesIsNotReady() throws Exception {
        write("题");
        model.open();
        draft(Platform.DOUYIN).chosenProperty().set(true);
        time.pass(PreviewModel.BETWEEN_KEYS);

        assertThat(model.ready()).isFalse();
        draft(Platform.DOUYIN).chosenProperty().set(false);
        time.pass(PreviewModel.BETWEEN_KEYS);
        assertThat(model.ready()).isTrue();
    }

    @Test
    void anotherCreationForgetsWhatWasWantedForTheFirst() throws Exception {
        write("甲");
        write("乙");
        model.open();
        draft(Platform.WECHAT).field(Field.TITLE).set("改过");
        time.pass(PreviewModel.BETWEEN_KEYS);
        model.search("甲");
        model.pick(model.found().getFirst());

        assertThat(draft(Platform.WECHAT).field(Field.TITLE).get()).isEqualTo("甲");
    }

    @Test
    void anotherTextOpenedInTheEditorTakesThePlaceOfTheOneShown() throws Exception {
        edited = OptionalLong.of(write("甲"));
        model.open();
        model.search("甲");
        edited = OptionalLong.of(write("乙"));
        model.open();

        assertThat(model.creationProperty().get().title()).isEqualTo("乙");
        model.pick(model.found().getFirst());
        model.open();
        assertThat(model.creationProperty().get().title()).as("picked by hand").isEqualTo("甲");
    }

    @Test
    void whatIsStillBeingTypedIsSavedFirst() throws Exception {
        var id = write("甲");
        var waiting = new ArrayList<Runnable>();
        var slow = new PublishModel(time.background(), studio.backend(), new OpenText() {
            @Override
            public OptionalLong id() {
                return OptionalLong.of(id);
            }

            @Override
            public void saved(Runnable then) {
                waiting.add(then);
            }
        });
        slow.open();
        assertThat(slow.creationProperty().get()).isNull();
        waiting.getFirst().run();
        assertThat(slow.creationProperty().get().title()).isEqualTo("甲");
    }

    @Test
    void cardsAndCoverAreWishedOnlyWhenChanged() throws Exception {
        write("题");
        model.open();
        draft(Platform.XIAOHONGSHU).field(Field.CARDS).set("false");
        draft(Platform.WECHAT).field(Field.COVER).set("media:1");
        time.pass(PreviewModel.BETWEEN_KEYS);

        var wishes = studio.asked().getLast().wishes();
        assertThat(wishes.get("xiaohongshu").cards()).isFalse();
        assertThat(wishes.get("xiaohongshu").title()).isNull();
        assertThat(wishes.get("wechat").cover()).isEqualTo("media:1");
    }

    @Test
    void aFailureIsShownAndOpeningAgainMendsIt() throws Exception {
        write("题");
        studio.fails(Fault.INTERNAL);
        model.open();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);

        studio.recovers();
        model.open();
        assertThat(model.stateProperty().get()).isEqualTo(State.SHOWN);
    }

    private PlatformDraft draft(Platform platform) {
        return model.drafts().get(platform.ordinal());
    }

    private long write(String title) throws Exception {
        return studio.api()
                .creations()
                .create(new Draft(UUID.randomUUID(), "writing", null, title, "一段话。", List.of("话题"), null))
                .id();
    }
}

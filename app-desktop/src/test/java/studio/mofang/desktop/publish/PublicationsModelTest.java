package studio.mofang.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class PublicationsModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final PublishModel wanted = new PublishModel(time.background(), studio.backend(), OptionalLong::empty);
    private final PublicationsModel model = wanted.publications();
    private final List<Exception> problems = new ArrayList<>();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void whatIsPublishedGoesToTheChosenPlatformsAsPreviewed() throws Exception {
        write();
        wanted.open();
        var made = new ArrayList<Publication>();

        model.publish(wanted, null, made::add, problems::add);

        assertThat(problems).isEmpty();
        assertThat(made).hasSize(1);
        assertThat(made.getFirst().platforms())
                .extracting(target -> target.platform())
                .containsExactly("wechat", "xiaohongshu");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void theListsAreLookedAtAgainUntilThePersonLooksAway() throws Exception {
        write();
        wanted.open();
        model.watch();
        assertThat(model.history()).isEmpty();
        assertThat(model.loadedProperty().get()).isTrue();

        model.publish(wanted, Instant.now().plusSeconds(3600), _ -> {}, problems::add);
        time.pass(PublicationsModel.BETWEEN_LOOKS);
        assertThat(model.history()).hasSize(1);
        assertThat(model.schedule()).hasSize(1);

        model.lookAway();
        model.publish(wanted, null, _ -> {}, problems::add);
        time.pass(PublicationsModel.BETWEEN_LOOKS);
        assertThat(model.history()).hasSize(1);
    }

    @Test
    void whatWasMissedIsAskedAboutUntilItIsAnswered() {
        studio.publications().missed("错过的一篇");
        var other = studio.publications().missed("另一篇");
        model.lookForMissed();
        assertThat(model.missed()).extracting(Publication::title).containsExactly("另一篇", "错过的一篇");

        model.retry(other, null, problems::add);
        model.cancel(model.missed().getFirst(), "wechat", problems::add);

        assertThat(problems).isEmpty();
        assertThat(model.missed()).isEmpty();
    }

    @Test
    void aRefusalIsToldAndNothingStaysBusy() {
        var gone = studio.publications().missed("甲");

        model.handOff(gone, "wechat", _ -> {}, problems::add);

        assertThat(problems).hasSize(1);
        assertThat(model.busyProperty().get()).isFalse();
    }

    private void write() throws Exception {
        studio.backend()
                .api()
                .creations()
                .create(new Draft(UUID.randomUUID(), "writing", null, "题", "第一段：今天说说效率。", null, null));
    }
}

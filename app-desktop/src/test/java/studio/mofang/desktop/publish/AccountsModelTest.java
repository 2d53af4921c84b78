package studio.mofang.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Fault;
import studio.mofang.desktop.testkit.FakePublications;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class AccountsModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final AccountsModel model = new AccountsModel(time.background(), studio.backend());
    private final List<URI> browser = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void theStudioWaitsUntilTheBrowserIsBackAndThenShowsTheAccount() {
        studio.publications().becomes("waiting", "waiting", "bound");
        ask();

        assertThat(browser).containsExactly(URI.create(FakePublications.PAGE));
        assertThat(model.waitingProperty().get()).isTrue();
        time.pass(AccountsModel.BETWEEN_LOOKS.multipliedBy(2));
        assertThat(ended).isEmpty();
        time.pass(AccountsModel.BETWEEN_LOOKS);

        assertThat(ended).containsExactly("bound");
        assertThat(model.waitingProperty().get()).isFalse();
        assertThat(model.platforms()).singleElement().matches(platform -> platform.bound());
    }

    @Test
    void aRefusalIsToldWithItsReasonAndTheEndOfTheTimeWithout() {
        studio.publications().becomes("failed");
        ask();
        time.pass(AccountsModel.BETWEEN_LOOKS);
        studio.publications().becomes("expired");
        ask();
        time.pass(AccountsModel.BETWEEN_LOOKS);

        assertThat(ended).containsExactly("没有同意授权", "null");
        assertThat(model.waitingProperty().get()).isFalse();
    }

    @Test
    void aLookThatFailsIsNotTheEnd() {
        studio.publications().becomes("bound");
        ask();
        studio.fails(Fault.INTERNAL);
        time.pass(AccountsModel.BETWEEN_LOOKS);
        assertThat(model.waitingProperty().get()).isTrue();

        studio.recovers();
        time.pass(AccountsModel.BETWEEN_LOOKS);
        assertThat(ended).containsExactly("bound");
    }

    @Test
    void whoStopsWaitingHearsNothingMore() {
        studio.publications().becomes("waiting", "bound");
        ask();
        model.stopWaiting();
        time.pass(AccountsModel.BETWEEN_LOOKS.multipliedBy(3));

        assertThat(ended).isEmpty();
        assertThat(model.waitingProperty().get()).isFalse();
    }

    private void ask() {
        model.authorize(
                "ks1",
                "secret",
                browser::add,
                new AccountsModel.Ended() {
                    @Override
                    public void bound() {
                        ended.add("bound");
                    }

                    @Override
                    public void refused(@Nullable String reason) {
                        ended.add(String.valueOf(reason));
                    }
                },
                problem -> ended.add(problem.toString()));
    }
}

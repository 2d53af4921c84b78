package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeWechat;

/// Schedules on a clock that goes by itself, and on two nodes.
class ScheduleTest {
    private static final String NOWHERE = "http://127.0.0.1:1";

    @Test
    void aScheduleFiresWithinASecond() throws Exception {
        var press = Presses.shared(Engine.H2);
        var when = press.server.clock().instant().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);

        var made = press.publish.publish(press.request("标题", when, "toutiao"));
        Eventually.holds(
                Press.PATIENCE,
                "the schedule fires",
                () -> press.target(made.publishId(), "toutiao").state().equals("needs_user"));

        assertThat(Duration.between(when, press.server.clock().instant()))
                .isBetween(Duration.ofMillis(-1), Duration.ofSeconds(1));
    }

    @Test
    void twoNodesPublishOnce() throws Exception {
        try (var wechat = new FakeWechat()) {
            var storage = Engine.POSTGRES.freshStorage();
            var urls = new PlatformUrls(wechat.url(), NOWHERE, NOWHERE);
            try (var one = Press.server(Engine.POSTGRES, storage, urls);
                    var other = Press.server(Engine.POSTGRES, storage, urls)) {
                var press = new Press(one);
                press.bindWechat();
                Instant when = one.clock().instant().plusSeconds(3);
                for (int number = 0; number < 10; number++) {
                    press.publish.publish(press.request("第" + number + "篇", when, "wechat"));
                }
                Eventually.holds(
                        Duration.ofSeconds(40),
                        "all ten are published",
                        () -> press.publish.history("published", 1, 20).total() == 10);

                assertThat(wechat.draftsEver()).hasSize(10).doesNotHaveDuplicates();
                assertThat(wechat.published()).hasSize(10);
                assertThat(other.server().port()).isPositive();
            }
        }
    }
}

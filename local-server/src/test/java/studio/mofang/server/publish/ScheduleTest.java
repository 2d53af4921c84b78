package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeWechat;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestUser;

/// Schedules on a clock that goes by itself, and on two nodes.
class ScheduleTest {
    private static final String NOWHERE = "http://127.0.0.1:1";
    private static final PlatformUrls URLS = new PlatformUrls(NOWHERE, NOWHERE, NOWHERE);

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
    void whatFellDueWhileOffAsksHoweverShortlyBeforeTheStart() throws Exception {
        var storage = Engine.H2.freshStorage();
        var clock = new TestClock();
        TestUser user;
        long id;
        try (var server = Press.server(Engine.H2, storage, URLS, clock)) {
            var press = new Press(server);
            user = press.user;
            id = press.publish
                    .publish(press.request("标题", clock.instant().plusSeconds(60), "toutiao"))
                    .publishId();
        }
        clock.advance(Duration.ofSeconds(90));
        try (var server = Press.server(Engine.H2, storage, URLS, clock)) {
            var press = new Press(server, server.signIn(user.tokens().user().username(), TestUser.PASSWORD));

            assertThat(press.awaits(id, "toutiao", "missed").reason()).contains("没有运行");
            var soon = clock.instant().plusSeconds(1);
            press.publish.reschedule(id, null, soon);
            press.awaits(id, "toutiao", "needs_user");
        }
    }

    @Test
    void whatFellDueInASleepAsksAndWhatFollowsDoesNot() throws Exception {
        var press = Presses.shared(Engine.H2);
        var when = press.server.clock().instant().plus(Duration.ofMinutes(20));
        var slept = press.publish.publish(press.request("标题", when, "toutiao"));
        var after = press.publish.publish(press.request("标题", when.plusSeconds(32), "toutiao"));

        press.server.clock().advance(Duration.ofMinutes(20).plusSeconds(30));

        assertThat(press.awaits(slept.publishId(), "toutiao", "missed").reason())
                .contains("睡眠");
        press.awaits(after.publishId(), "toutiao", "needs_user");
    }

    @Test
    void aHostedServerThatIsALittleLateDoesNotAsk() throws Exception {
        var press = Presses.shared(Engine.POSTGRES);
        var when = press.server.clock().instant().plus(Duration.ofMinutes(20));
        var made = press.publish.publish(press.request("标题", when, "toutiao"));

        press.server.clock().advance(Duration.ofMinutes(20).plusSeconds(30));

        press.awaits(made.publishId(), "toutiao", "needs_user");
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

package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakePlatform.Fault;
import studio.mofang.server.testkit.FakeWechat;

/// Whatever answer is lost on the way, there is one draft and one publication.
class LostAnswerTest {
    private static final String NOWHERE = "http://127.0.0.1:1";

    @Test
    void whatIsStillOnItsWayIsNotSentAgain() throws Exception {
        var wechat = Presses.wechat();
        wechat.reset();
        var press = Presses.shared(Engine.H2);
        press.bindWechat();
        wechat.fail("/cgi-bin/draft/add", Fault.CUT_ON_THE_WAY);
        long before = calls("/cgi-bin/draft/batchget");

        var made = press.published("在路上", Press.TEXT, "wechat");
        Eventually.holds(
                Press.PATIENCE,
                "the answer is lost",
                () -> press.target(made.publishId(), "wechat").attempts() == 1);
        press.server.clock().advance(Duration.ofSeconds(4));
        Eventually.holds(Press.PATIENCE, "it was looked for", () -> calls("/cgi-bin/draft/batchget") > before);
        assertThat(wechat.draftsEver()).isEmpty();
        wechat.arrive();
        press.becomes(made.publishId(), "wechat", "published");

        assertThat(wechat.draftsEver()).containsExactly("在路上");
        assertThat(wechat.published()).hasSize(1);
    }

    @Test
    void whoHasBeenTriedOftenEnoughIsToldSoAndPromisedNothing() throws Exception {
        var wechat = Presses.wechat();
        wechat.reset();
        var press = Presses.shared(Engine.H2);
        press.bindWechat();
        wechat.busy(1000);
        var made = press.published("标题", Press.TEXT, "wechat");

        var failed = press.becomes(made.publishId(), "wechat", "failed", Duration.ofSeconds(20));

        wechat.busy(0);
        assertThat(failed.reason()).contains("系统繁忙", "试了 7 次", "重试").doesNotContain("自动");
    }

    @Test
    void anAnswerLostAtAnyStepPublishesOnce() throws Exception {
        try (var wechat = new FakeWechat();
                var press = new Press(Press.server(
                        Engine.H2, Engine.H2.freshStorage(), new PlatformUrls(wechat.url(), NOWHERE, NOWHERE)))) {
            press.bindWechat();
            int round = 0;
            for (var path : List.of(
                    "/cgi-bin/material/add_material",
                    "/cgi-bin/draft/add",
                    "/cgi-bin/freepublish/submit",
                    "/cgi-bin/freepublish/get")) {
                for (var fault : path.contains("add") || path.contains("submit")
                        ? List.of(Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.GATEWAY_AFTER)
                        : List.of(Fault.CUT_AFTER)) {
                    round++;
                    wechat.fail(path, fault);
                    var title = "第" + round + "篇";
                    var made = press.published(title, Press.TEXT, "wechat");
                    if (fault == Fault.CUT_BEFORE && path.endsWith("submit")) {
                        // Nobody can tell that it was not published: the person is asked.
                        assertThat(press.becomes(made.publishId(), "wechat", "needs_user")
                                        .need())
                                .isEqualTo("tell");
                        press.publish.retry(made.publishId(), "wechat");
                    }
                    press.becomes(made.publishId(), "wechat", "published");
                    assertThat(wechat.draftsEver()).filteredOn(title::equals).hasSize(1);
                    assertThat(wechat.published())
                            .filteredOn(draft -> draft.title().equals(title))
                            .hasSize(1);
                }
            }
        }
    }

    private static long calls(String path) {
        return Presses.wechat().calls().stream().filter(path::equals).count();
    }
}

package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakePlatform.Fault;
import studio.mofang.server.testkit.FakeWechat;

/// Whatever answer is lost on the way, there is one draft and one publication.
class LostAnswerTest {
    private static final String NOWHERE = "http://127.0.0.1:1";

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
                        ? List.of(Fault.values())
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
}

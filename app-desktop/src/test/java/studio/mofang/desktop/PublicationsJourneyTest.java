package studio.mofang.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From a text to a publication on the whole program: the pack, the phone's code, the calendar, the
/// accounts.
class PublicationsJourneyTest {
    private static final String TITLE = "写作不靠天赋：我用了五年的三步流程";
    private static final String TEXT = "很多人以为写作靠天赋，其实写作靠的是方法。\n\n## 先把问题写成一句话\n\n动笔之前，先回答一个问题。\n";

    @Test
    @Timeout(240)
    void aTextIsHandedOverScheduledAndRemembered(@TempDir Path folder) throws Exception {
        var person = new Driver(folder);
        try {
            person.click("#go-publish");
            person.awaitSeen(".placeholder-title");
            writes(person);
            publishes(person);
            handsOver(person);
            schedules(person);
            looksIntoTheCalendar(person);
            bindsAccounts(person);
            readsEnglish(person);
        } finally {
            person.leave();
        }
    }

    private static void publishes(Driver person) {
        person.click("#go-publish");
        person.awaitSeen("#phone-wechat");
        person.click("#platform-wechat");
        person.awaitThat(() ->
                person.find("#publish-now").filter(now -> !now.isDisabled()).isPresent());
        person.shot("publications-1-ready");
        person.click("#publish-now");
        person.awaitSeen("#pack-xiaohongshu");
        person.shot("publications-2-history");
    }

    private static void handsOver(Driver person) {
        person.click("#pack-xiaohongshu");
        person.awaitSeen("#hand-off-dialog");
        person.awaitSeen("#hand-off-page");
        person.awaitThat(() -> text(person, ".hand-off-hint").length() > 12);
        person.shot("publications-3-hand-off");
        person.click("#hand-off-save");
        person.awaitThat(() -> Files.exists(person.exports().resolve("小红书-2.png")));
        person.onScreen(() -> {
            ((TextInputControl) person.find("#hand-off-link").orElseThrow())
                    .setText("https://www.xiaohongshu.com/explore/1");
            return true;
        });
        person.click("#hand-off-done");
        person.awaitSeen("#open-xiaohongshu");
        person.shot("publications-4-published");
        person.type(KeyCode.ESCAPE);
    }

    private static void schedules(Driver person) {
        person.click("#publish-later");
        person.awaitSeen("#schedule-ok");
        person.shot("publications-5-schedule");
        person.click("#schedule-ok");
        person.awaitSeen("#move-xiaohongshu");
    }

    private static void looksIntoTheCalendar(Driver person) {
        person.click("#history-ahead");
        person.awaitSeen(".calendar-entry");
        person.click(".calendar-entry");
        person.awaitSeen("#cancel-xiaohongshu");
        person.shot("publications-6-calendar");
        // The month after next: the next one still shows the last days of this.
        person.type(KeyCode.PAGE_DOWN);
        person.type(KeyCode.PAGE_DOWN);
        person.awaitThat(() -> person.find(".calendar-entry").isEmpty());
        person.shot("publications-6-next-month");
        person.type(KeyCode.HOME);
        person.click(".calendar-entry");
        person.click("#move-xiaohongshu");
        person.click("#schedule-ok");
        person.awaitSeen("#calendar");
        person.awaitSeen("#cancel-xiaohongshu");
        person.click("#cancel-xiaohongshu");
        person.awaitSeen(".entry-cancelled");
        person.type(KeyCode.ESCAPE);
    }

    private static void bindsAccounts(Driver person) {
        person.click("#publish-accounts");
        person.awaitSeen("#bind-wechat");
        person.shot("publications-7-accounts");
        person.click("#bind-wechat");
        person.awaitSeen("#bind-app_id");
        person.onScreen(() -> {
            ((TextInputControl) person.find("#bind-app_id").orElseThrow()).setText("gh_123");
            ((TextInputControl) person.find("#bind-app_secret").orElseThrow()).setText("secret");
            return true;
        });
        person.click("#bind-ok");
        person.awaitThat(() -> text(person, "#bind-error").contains("wx"));
        person.shot("publications-8-bind");
        person.click("#bind-cancel");
        person.click("#bind-kuaishou");
        person.awaitSeen("#bind-consent");
        person.shot("publications-8-consent");
        person.click("#bind-byhand");
        person.awaitSeen("#bind-code");
        person.shot("publications-8-by-hand");
        person.click("#bind-cancel");
        person.awaitSeen("#bind-wechat");
        person.type(KeyCode.ESCAPE);
    }

    private static void readsEnglish(Driver person) {
        person.click("#go-settings");
        person.click("#language-en");
        person.click("#go-publish");
        person.awaitSeen("#publish-history");
        person.click("#publish-history");
        person.awaitSeen("#history-ahead");
        person.awaitSeen(".history-row");
        person.shot("publications-9-english");
        person.click("#history-ahead");
        person.awaitSeen("#calendar");
        person.shot("publications-9-english-calendar");
    }

    private static void writes(Driver person) {
        person.click("#go-editor");
        person.awaitSeen("#title");
        person.onScreen(() -> {
            ((TextInputControl) person.find("#title").orElseThrow()).setText(TITLE);
            ((StyleClassedTextArea) person.find("#text").orElseThrow()).replaceText(TEXT);
            return true;
        });
        person.awaitThat(() -> text(person, "#saving").contains("已保存"));
    }

    private static String text(Driver person, String query) {
        return person.find(query).map(node -> ((Labeled) node).getText()).orElse("");
    }
}

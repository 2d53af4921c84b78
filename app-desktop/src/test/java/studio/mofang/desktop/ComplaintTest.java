package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Theme;
import studio.mofang.desktop.shell.Complaint;
import studio.mofang.desktop.testkit.Screenshot;

class ComplaintTest {
    @Test
    void aStartThatCameToNothingSaysWhyUntilItIsRead() throws Exception {
        Driver.startToolkit();
        for (var language : Language.values()) {
            var closed = new CompletableFuture<Void>();
            var messages = new Messages(language);
            var sentence = messages.text("start.silent", Path.of("/home/li/.local/share/mofang"));
            var complaint = onScreen(() -> new Complaint(messages, sentence, () -> closed.complete(null)));
            onScreen(() -> {
                complaint.show();
                return true;
            });
            shot(complaint, "complaint-" + language.tag(), Theme.LIGHT);
            shot(complaint, "complaint-" + language.tag(), Theme.DARK);
            assertThat(closed).isNotDone();

            onScreen(() -> {
                complaint.close().fire();
                return true;
            });
            closed.get(10, TimeUnit.SECONDS);
        }
    }

    private static void shot(Complaint complaint, String name, Theme theme) {
        onScreen(() -> {
            complaint.themes().wantedProperty().set(theme);
            return theme;
        });
        WaitForAsyncUtils.waitForFxEvents(3);
        var picture = onScreen(() -> Screenshot.of(complaint.close().getScene().snapshot(null)));
        Screenshot.save(picture, name + "-" + theme.tag());
    }

    private static <T> T onScreen(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }
}

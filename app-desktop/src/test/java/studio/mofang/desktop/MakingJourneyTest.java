package studio.mofang.desktop;

import java.nio.file.Path;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From a few words to a cover and a captioned video, on the whole program and without a key.
class MakingJourneyTest {
    @Test
    @Timeout(240)
    void aCoverAndAVideoAreMadeOffline(@TempDir Path folder) throws Exception {
        var person = new Driver(folder);
        person.click("#go-image");
        person.awaitSeen("#image-prompt");
        person.awaitSeen(".placeholder-title");
        person.shot("making-1-empty");
        person.onScreen(() -> {
            input(person, "#image-prompt").setText("如何提高工作效率\n五个马上能用的方法");
            return true;
        });
        person.click("#image-draw");
        person.awaitThat(() -> person.find("#image-large").isPresent());
        person.shot("making-2-picture");

        person.click("#go-video");
        person.awaitSeen("#video-script");
        person.onScreen(() -> {
            input(person, "#video-script").setText("三个方法告别拖延。第一,把任务拆成五分钟。第二,先做最难的那一件。");
            return true;
        });
        person.click("#video-film");
        person.awaitThat(() -> person.find("#video-play").isPresent());
        person.awaitThat(() -> person.find("#video-poster")
                .map(ImageView.class::cast)
                .filter(poster -> poster.getImage() != null)
                .isPresent());
        person.shot("making-3-video");

        person.click("#go-gallery");
        person.awaitThat(() -> person.find(".card-picture").isPresent());
        person.shot("making-4-gallery");
        readsEnglishInTheDark(person);
        person.leave();
    }

    private static void readsEnglishInTheDark(Driver person) {
        person.click("#go-settings");
        person.click("#theme-dark");
        person.click("#language-en");
        person.click("#go-image");
        person.awaitThat(() -> person.find("#image-large").isPresent());
        person.shot("making-5-dark-english");
        person.click("#go-video");
        person.awaitThat(() -> person.find("#video-play").isPresent());
        person.shot("making-6-dark-english");
    }

    private static TextInputControl input(Driver person, String id) {
        return (TextInputControl) person.find(id).orElseThrow();
    }
}

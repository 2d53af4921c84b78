package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A text is written, looked back on, put back to what it was, and back again, on the whole program.
class VersionsJourneyTest {
    private static final String FIRST = """
            很多人以为写作靠天赋，其实写作靠的是方法。

            ## 先把问题写成一句话

            动笔之前，先回答一个问题：读者看完以后，会做什么不一样的事？

            - 写给一个具体的人
            - 一次只讲一件事
            """;
    private static final String SECOND = """
            很多人以为写作靠灵感，其实写作靠的是方法，而方法可以练。

            ## 先把问题写成一句话

            动笔之前，先回答一个问题：读者看完以后，会做什么不一样的事？

            - 写给一个具体的人
            - 写完放一晚再改
            """;

    @Test
    @Timeout(180)
    void aTextIsPutBackToWhatItWasAndBackAgain(@TempDir Path folder) throws Exception {
        var person = new Driver(folder);
        try {
            person.awaitSeen("#text");
            person.awaitThat(() -> person.find("#versions")
                    .filter(button -> !button.isDisabled())
                    .isPresent());
            hasNoVersionsYet(person);
            writes(person, FIRST);
            namesTheFirst(person);
            writes(person, SECOND);
            looksBack(person);
            restoresAndTakesItBack(person);
            readsEnglish(person);
        } finally {
            person.leave();
        }
    }

    private static void hasNoVersionsYet(Driver person) {
        person.click("#versions");
        person.awaitSeen("#versions-dialog .placeholder-title");
        person.shot("versions-1-none");
        closes(person);
    }

    private static void namesTheFirst(Driver person) {
        person.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        person.awaitSeen("#version-text");
        person.click("#version-name");
        person.awaitSeen("#version-naming");
        person.write("v1");
        person.shot("versions-2-naming");
        person.type(KeyCode.ENTER);
        person.awaitThat(() -> text(person, ".version-title").equals("v1"));
        closes(person);
    }

    private static void looksBack(Driver person) {
        person.click("#versions");
        person.awaitThat(() -> read(person).contains("天赋"));
        person.shot("versions-3-compared");
        person.click("#version-marks");
        person.awaitThat(() -> read(person).equals(FIRST));
        person.shot("versions-4-plain");
        person.click("#version-marks");
        person.onScreen(() -> {
            ((ListView<?>) person.find("#versions-list").orElseThrow())
                    .getSelectionModel()
                    .select(0);
            return true;
        });
        person.awaitThat(() -> read(person).equals(SECOND));
        person.shot("versions-5-present");
        assertThat(person.find("#version-restore").orElseThrow().isDisabled()).isTrue();
        closes(person);
    }

    private static void restoresAndTakesItBack(Driver person) {
        person.click("#versions");
        person.awaitSeen("#version-text");
        person.click("#version-restore");
        person.awaitThat(() -> written(person).equals(FIRST));
        person.shot("versions-6-restored");
        person.click("撤销");
        person.awaitThat(() -> written(person).equals(SECOND));
    }

    private static void readsEnglish(Driver person) {
        person.click("#go-settings");
        person.click("#language-en");
        person.click("#go-editor");
        person.click("#versions");
        person.awaitSeen("#version-text");
        person.shot("versions-7-english");
        closes(person);
        person.click("#go-settings");
        person.click("#language-zh");
    }

    private static void closes(Driver person) {
        person.type(KeyCode.ESCAPE);
        person.awaitThat(() -> person.find("#versions-dialog").isEmpty());
    }

    private static void writes(Driver person, String text) {
        person.onScreen(() -> {
            ((TextInputControl) person.find("#title").orElseThrow()).setText("写作不靠天赋");
            ((StyleClassedTextArea) person.find("#text").orElseThrow()).replaceText(text);
            return true;
        });
        person.awaitThat(() -> text(person, "#saving").contains("已保存"));
    }

    private static String read(Driver person) {
        return person.find("#version-text")
                .map(text -> ((StyleClassedTextArea) text).getText())
                .orElse("");
    }

    private static String written(Driver person) {
        return ((StyleClassedTextArea) person.find("#text").orElseThrow()).getText();
    }

    private static String text(Driver person, String query) {
        return person.find(query).map(node -> ((Labeled) node).getText()).orElse("");
    }
}

package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The main job, from an empty folder to a paid recharge, on the whole program as its user meets it.
class JourneyTest {
    private static final int KEYS = 60;
    private static final long MOST_LOST_MILLIS = 1_000;

    @TempDir
    private Path folder;

    private record Typed(int characters, long at) {}

    @Test
    @Timeout(180)
    void whatIsGeneratedAndEditedSurvivesAKillAndIsFoundExportedAndPaidFor() throws Exception {
        var safe = typeUntilKilled();
        var person = new Driver(folder);
        try {
            keepsAllButTheLastSecond(person, safe);
            findsItInTheGallery(person);
            exportsIt(person);
            deletesAndRestoresIt(person);
            paysByQrCode(person);
            looksAround(person);
        } finally {
            person.leave();
        }
    }

    /// How many characters had been typed a second before the kill.
    private int typeUntilKilled() throws Exception {
        var process = TestProcess.start(FirstEvening.class, folder.toString());
        var keys = new ArrayList<Typed>();
        try (BufferedReader out = process.inputReader()) {
            for (var line = out.readLine(); line != null && keys.size() < KEYS; line = out.readLine()) {
                if (line.startsWith("TYPED ")) {
                    var parts = line.split(" ");
                    keys.add(new Typed(Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
                }
            }
            var killed = System.currentTimeMillis();
            process.destroyForcibly().waitFor();
            assertThat(keys).as("keys typed before the kill").hasSize(KEYS);
            return keys.stream()
                    .filter(key -> key.at() < killed - MOST_LOST_MILLIS)
                    .mapToInt(Typed::characters)
                    .max()
                    .orElse(0);
        }
    }

    private static void keepsAllButTheLastSecond(Driver person, int safe) {
        person.awaitSeen("#text");
        person.awaitThat(() -> text(person).contains(FirstEvening.MARK));
        var typed = person.onScreen(() -> text(person));
        var survived = typed.length() - typed.indexOf(FirstEvening.MARK) - FirstEvening.MARK.length();

        assertThat(survived).isGreaterThanOrEqualTo(safe);
        person.shot("4-after-the-kill");
    }

    private static void findsItInTheGallery(Driver person) {
        person.click("#go-gallery");
        person.click("#search");
        person.write("此处开始");
        person.awaitSeen(".card");
        person.shot("5-gallery");
        person.click(".card");
        person.awaitSeen("#export");
    }

    private static void exportsIt(Driver person) throws Exception {
        for (var format : new String[] {"md", "html", "docx"}) {
            person.click("#export");
            person.click("#export-" + format);
        }
        var exports = person.exports();
        person.awaitThat(() -> Files.exists(exports.resolve(FirstEvening.TITLE + ".docx")));
        assertThat(Files.readString(exports.resolve(FirstEvening.TITLE + ".md")))
                .contains(FirstEvening.MARK);
        assertThat(Files.readString(exports.resolve(FirstEvening.TITLE + ".html")))
                .contains(FirstEvening.MARK);
        person.shot("6-exported");
    }

    private static void deletesAndRestoresIt(Driver person) {
        person.click("#go-gallery");
        person.awaitSeen(".card");
        person.onScreen(() -> {
            person.find(".card").orElseThrow().requestFocus();
            return true;
        });
        person.type(KeyCode.DELETE);
        person.click("撤销");
        person.awaitSeen(".card");
    }

    private static void paysByQrCode(Driver person) throws Exception {
        person.click("#go-wallet");
        person.awaitSeen("#balance");
        person.shot("7-wallet");
        person.click("#recharge");
        person.awaitSeen("#qr");
        person.awaitSeen("#pay-sandbox");
        person.shot("8-pay");
        person.type(KeyCode.ESCAPE);
        person.awaitThat(() -> person.find("#qr").isEmpty()
                && person.find("#overlay").orElseThrow().getOpacity() == 0);
        person.click("#recharge");
        person.awaitSeen("#qr");
        Phone.pays(Phone.scans(person));
        person.awaitSeen("#pay-paid");
        person.shot("9-paid");
        person.click("#pay-done");
        person.awaitThat(() ->
                ((Labeled) person.find("#balance").orElseThrow()).getText().equals("300"));
    }

    private static void looksAround(Driver person) {
        person.click("#go-settings");
        person.awaitSeen(".model-row");
        person.shot("10-settings");
        person.type(KeyCode.CONTROL, KeyCode.K);
        person.awaitSeen("#palette-query");
        person.shot("11-palette");
        person.type(KeyCode.ESCAPE);
        person.click("#language-en");
        person.awaitSeen(".model-row");
        person.click("#go-wallet");
        person.awaitSeen("#balance");
        person.shot("12-english");
        person.click("#go-settings");
        person.click("#language-zh");
    }

    private static String text(Driver person) {
        return ((StyleClassedTextArea) person.find("#text").orElseThrow()).getText();
    }
}

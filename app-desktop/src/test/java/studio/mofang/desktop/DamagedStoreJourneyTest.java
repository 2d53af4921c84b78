package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;

/// Rule S6 in the window: who has a damaged database is told so, and comes back to a whole one with all that was typed.
class DamagedStoreJourneyTest {
    private static final String TYPED = "只读的时候写下的话";

    @TempDir
    private Path folder;

    @BeforeEach
    void aStoreWithABackup() throws Exception {
        LocalServer.start(ServerConfig.embedded(folder)).close();
        Files.createDirectories(folder.resolve("backups"));
        execute("backup to '" + folder.resolve("backups/before-upgrade-20261120-090000.zip") + "'");
        execute("backup to '" + folder.resolve("backups/daily-20261128-210000.zip") + "'");
    }

    @Test
    @Timeout(240)
    void aDatabaseThatDoesNotAddUpIsSaidAndABackupRestored() throws Exception {
        execute(
                "merge into credit_account (user_id, balance, held, last_entry) key (user_id) select id, 5, 0, 0 from app_user");
        Files.createFile(folder.resolve("running"));
        var person = new Driver(folder);
        person.awaitSeen("#damage-banner");
        write(person, TYPED);
        person.shot("damaged-1-banner");
        person.click("#choose-backup");
        person.awaitSeen(".backup-row");
        person.shot("damaged-2-choice");
        person.type(KeyCode.ESCAPE);
        person.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        person.click("#choose-backup");
        person.awaitSeen(".backup-row");
        person.shot("damaged-3-english");
        person.click("#restore-backup");
        person.awaitSeen("#begin-again");
        person.shot("damaged-4-restored");
        person.click("#begin-again");
        assertThat(person.gone()).isEqualTo(App.AGAIN);

        var again = new Driver(folder);
        again.awaitThat(() -> text(again).contains(TYPED));
        again.awaitThat(
                () -> ((Labeled) again.find("#saving").orElseThrow()).getText().contains("Saved"));
        again.click("#go-gallery");
        again.awaitSeen(".card");
        assertThat(again.find("#damage-banner")).isEmpty();
        again.leave();
    }

    @Test
    @Timeout(240)
    void aDatabaseThatCannotBeOpenedIsReplacedByABackup() throws Exception {
        Files.writeString(folder.resolve("mofang.mv.db"), "torn");
        var person = new Driver(folder);
        person.awaitSeen("#choose-backup");
        person.shot("damaged-5-refused");
        var newest = Files.writeString(folder.resolve("backups/daily-20261129-000000.zip"), "PK torn, too");
        person.click("#choose-backup");
        person.awaitSeen(".backup-row");
        person.click("#restore-backup");
        person.awaitThat(() -> person.find(".trouble")
                .map(Labeled.class::cast)
                .filter(words -> words.getText().contains(newest.toString()))
                .isPresent());
        person.shot("damaged-6-not-restored");
        Files.delete(newest);
        person.type(KeyCode.ESCAPE);
        person.click("#choose-backup");
        person.awaitThat(() -> person.find("#backup-dialog").isPresent()
                && person.find("2026-11-29 00:00").isEmpty());
        person.click("#restore-backup");
        person.click("#begin-again");
        assertThat(person.gone()).isEqualTo(App.AGAIN);

        var again = new Driver(folder);
        again.click("#go-gallery");
        again.awaitSeen("#search");
        again.leave();
    }

    private static void write(Driver person, String words) {
        person.onScreen(() -> {
            ((StyleClassedTextArea) person.find("#text").orElseThrow()).appendText(words);
            return true;
        });
    }

    private static String text(Driver person) {
        return person.find("#text")
                .map(StyleClassedTextArea.class::cast)
                .map(StyleClassedTextArea::getText)
                .orElse("");
    }

    private void execute(String statement) throws SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("mofang")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}

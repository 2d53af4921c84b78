package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Fault;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.Stand;

/// The version history of a long life, and when the server does not answer, at the width of a small window.
class VersionsScreensTest {
    private static final String TEXT = "# 晨间写作\n\n清晨的第一个小时，属于自己。\n";

    private final FakeStudio studio = new FakeStudio();

    @TempDir
    private Path folder;

    private Stand stand;
    private EditorModel editor;

    @BeforeEach
    void open() {
        stand = new Stand(folder, 960, 700);
        editor = stand.onScreen(() -> new EditorModel(
                Background.ofTheInterface(), studio.backend(), new Preferences(folder), new Drawer(folder)));
        stand.show(Language.CHINESE, desk -> new EditorScreens(editor).screen(desk, () -> {}));
        stand.onScreen(() -> {
            var document = editor.documentProperty().get();
            document.titleProperty().set("晨间写作");
            document.textProperty().set(TEXT);
            document.flush(_ -> {});
            return document;
        });
        stand.awaitThat(() -> editor.documentProperty().get().savingProperty().get() == Document.Saving.SAVED);
    }

    @AfterEach
    void close() {
        stand.close();
        studio.close();
    }

    @Test
    void aHistoryThatCannotBeHadSaysWhyAndComesWithAnotherTry() {
        studio.fails(Fault.INTERNAL);
        stand.press("#versions");
        stand.awaitSeen("#versions-dialog .placeholder-title");
        stand.shot("versions-8-failed");

        studio.recovers();
        stand.press("#versions-dialog .placeholder .button");
        stand.awaitSeen("#version-text");
    }

    @Test
    void aLongHistoryIsScrolledThroughAndAFailedRestoreLeavesTheDialogOpen() {
        var id = editor.documentProperty().get().id().orElseThrow();
        for (var draft = 1; draft <= 3 * VersionsModel.PAGE; draft++) {
            studio.overwrite(id, TEXT + "\n第 " + draft + " 次改动。".repeat(draft));
        }
        stand.press("#versions");
        stand.awaitSeen("#version-text");
        stand.scroll("#versions-list", VersionsModel.PAGE - 1);
        stand.awaitThat(() -> editor.versions().versions().size() == 2 * VersionsModel.PAGE);
        stand.shot("versions-9-long");

        studio.fails(Fault.INTERNAL);
        stand.press("#version-restore");
        stand.awaitSeen(".toast-warning");
        assertThat(stand.find("#versions-dialog")).isPresent();
    }
}

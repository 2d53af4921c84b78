package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Media;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.Pictures;
import studio.mofang.desktop.testkit.Stand;

/// Pictures on the sheet, as the person brings them there.
@Timeout(120)
class PictureInboxTest {
    @TempDir
    private Path folder;

    private final FakeStudio studio = new FakeStudio();
    private Stand stand;
    private EditorModel model;

    @BeforeEach
    void open() {
        stand = new Stand(folder, 1100, 760);
        // Nothing is saved meanwhile: no time passes.
        var background =
                new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, new HandTurnedDelay());
        model = stand.onScreen(
                () -> new EditorModel(background, studio.backend(), new Preferences(folder), new Drawer(folder)));
        var screens = new EditorScreens(model);
        stand.show(Language.CHINESE, desk -> screens.screen(desk, () -> {}));
        stand.awaitSeen("#text");
        stand.onScreen(() -> {
            area().replaceText("第一段。\n\n第二段。");
            area().moveTo(4);
            return true;
        });
    }

    @AfterEach
    void close() {
        stand.close();
        studio.close();
    }

    @Test
    void aPictureOfThePaneGoesToTheCaretAndIsUndoneByItself() {
        stand.onScreen(() -> {
            area().insertText(4, "改");
            model.insert(new UUID(0, 1));
            return true;
        });
        assertThat(text()).isEqualTo("第一段。改\n\n![](media:00000000-0000-0000-0000-000000000001)\n\n第二段。");
        assertThat(model.documentProperty().get().textProperty().get()).isEqualTo(text());

        stand.onScreen(() -> {
            area().undo();
            return true;
        });
        assertThat(text()).isEqualTo("第一段。改\n\n第二段。");
        stand.onScreen(() -> {
            area().redo();
            return true;
        });
        assertThat(Media.references(text())).hasSize(1);
    }

    @Test
    void whatWasCopiedElsewhereIsPasted() throws Exception {
        var png = Pictures.png(3, "640x480");
        copy(content -> content.putImage(new Image(new ByteArrayInputStream(png))));
        stand.awaitThat(() -> Media.references(text()).equals(studio.files())
                && !studio.files().isEmpty());
        stand.shot("editor-picture-pasted");

        var file = Files.write(folder.resolve("图.png"), png);
        copy(content -> content.putFiles(List.of(file.toFile())));
        stand.awaitThat(() -> Media.references(text()).size() == 2);

        copy(content -> {
            content.putString("文字");
            content.putImage(new Image(new ByteArrayInputStream(png)));
        });
        assertThat(text()).as("what is both is text").contains("文字");
        assertThat(studio.files()).hasSize(2);
    }

    @Test
    void aFileThatIsNoPictureSaysSo() throws Exception {
        var file = Files.writeString(folder.resolve("坏.png"), "不是图片");
        copy(content -> content.putFiles(List.of(file.toFile())));

        stand.awaitSeen(".toast-warning");
        stand.shot("editor-picture-refused");
        assertThat(text()).isEqualTo("第一段。\n\n第二段。");
    }

    private interface Copying {
        void into(ClipboardContent content);
    }

    private void copy(Copying copying) {
        stand.onScreen(() -> {
            var content = new ClipboardContent();
            copying.into(content);
            Clipboard.getSystemClipboard().setContent(content);
            area().paste();
            return true;
        });
    }

    private MarkdownArea area() {
        return (MarkdownArea) stand.find("#text").orElseThrow();
    }

    private String text() {
        return stand.onScreen(() -> area().getText());
    }
}

package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.AiModels;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.MarkdownExport;
import studio.mofang.desktop.editor.Drawer;
import studio.mofang.desktop.editor.EditorModel;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.testkit.EndlessModel;
import studio.mofang.desktop.testkit.ScreenThread;

/// What is kept of a text that was stopped while a model wrote it, on the real server: its export owes the label of
/// AI-generated content, and one that the offline composer wrote does not.
@Timeout(120)
class StoppedTextTest {
    private static final String OWN = "这一段是自己写的。";

    @TempDir
    private Path folder;

    private final ExecutorService screen = ScreenThread.open();
    private EndlessModel endless;
    private EmbeddedServer server;
    private Preferences preferences;
    private EditorModel editor;

    @BeforeEach
    void open() throws Exception {
        endless = new EndlessModel();
        server = EmbeddedServer.start(folder);
        var backend = new Backend();
        backend.serves(server.api());
        preferences = new Preferences(folder);
        var background = new Background(Thread::startVirtualThread, screen, Delay.onDaemonThread());
        editor = onScreen(() -> new EditorModel(background, backend, preferences, new Drawer(folder)));
        until(editor.servingProperty());
    }

    @AfterEach
    void close() {
        server.close();
        endless.close();
        screen.close();
    }

    @Test
    void aTextStoppedMidwayIsExportedAsAModels() throws Exception {
        chooseTheEndlessModel();

        stoppedAfterTheFirstWords(() -> {
            editor.pick(editor.tools().getFirst());
            var form = editor.formProperty().get();
            form.value(form.fields().getFirst()).set("晨间写作");
            editor.generate();
        });

        assertThat(exported()).contains(EndlessModel.PIECE, AiLabel.VISIBLE);
        assertThat(MarkdownExport.label(exported()))
                .hasValueSatisfying(label -> assertThat(label.contentProducer()).isEqualTo("ollama/endless"));
    }

    @Test
    void anOwnTextThatAModelWentOnFromIsExportedAsAModels() throws Exception {
        chooseTheEndlessModel();
        onScreen(() -> write(OWN));

        stoppedAfterTheFirstWords(editor::continueWriting);

        assertThat(exported()).contains(OWN, EndlessModel.PIECE, AiLabel.VISIBLE);
        assertThat(MarkdownExport.label(exported())).isPresent();
    }

    @Test
    void whatTheOfflineComposerWroteBeforeItWasStoppedClaimsNoModel() throws Exception {
        onScreen(() -> write(OWN));

        stoppedAfterTheFirstWords(editor::continueWriting);

        assertThat(exported()).startsWith("# ").contains(OWN).hasSizeGreaterThan(OWN.length() + 10);
        assertThat(MarkdownExport.label(exported())).isEmpty();
    }

    private void chooseTheEndlessModel() throws Exception {
        var local = Map.<String, Object>of("allow_local", true);
        var added = server.api()
                .models()
                .add(new AiModels.Draft(
                        "endless", "ollama", "endless", "text", "sk-1", endless.base(), local, 0, true));
        preferences.keep("model.text", added.id());
    }

    private boolean write(String text) {
        editor.documentProperty().get().textProperty().set(text);
        return true;
    }

    private void stoppedAfterTheFirstWords(Runnable beginning) throws Exception {
        var written = new CompletableFuture<Void>();
        var ended = new CompletableFuture<Void>();
        onScreen(() -> {
            var document = editor.documentProperty().get();
            document.textProperty().addListener(_ -> written.complete(null));
            beginning.run();
            editor.generatingProperty().subscribe(generating -> {
                if (!generating) {
                    ended.complete(null);
                }
            });
            return document;
        });
        written.get(30, TimeUnit.SECONDS);
        onScreen(() -> {
            editor.stop();
            return true;
        });
        ended.get(30, TimeUnit.SECONDS);
    }

    private String exported() throws Exception {
        var file = new CompletableFuture<Path>();
        onScreen(() -> {
            editor.export("md", folder.resolve("text.md"), file::complete, file::completeExceptionally);
            return true;
        });
        return Files.readString(file.get(30, TimeUnit.SECONDS));
    }

    private <T> T onScreen(Callable<T> question) throws Exception {
        return screen.submit(question).get(30, TimeUnit.SECONDS);
    }

    private void until(ObservableValue<Boolean> condition) throws Exception {
        var met = new CompletableFuture<Void>();
        onScreen(() -> condition.subscribe(now -> {
            if (now) {
                met.complete(null);
            }
        }));
        met.get(30, TimeUnit.SECONDS);
    }
}

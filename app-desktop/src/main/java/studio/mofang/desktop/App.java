package studio.mofang.desktop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.mofang.desktop.backup.BackupDialog;
import studio.mofang.desktop.backup.BackupModel;
import studio.mofang.desktop.backup.DamageBanner;
import studio.mofang.desktop.editor.Drawer;
import studio.mofang.desktop.editor.EditorModel;
import studio.mofang.desktop.editor.EditorScreens;
import studio.mofang.desktop.gallery.GalleryModel;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Outside;
import studio.mofang.desktop.kit.Overlay;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.kit.Toasts;
import studio.mofang.desktop.marketing.MarketingModel;
import studio.mofang.desktop.operations.OperationsModel;
import studio.mofang.desktop.publish.MissedQuestion;
import studio.mofang.desktop.publish.PublishModel;
import studio.mofang.desktop.settings.SettingsModel;
import studio.mofang.desktop.settings.VaultNotice;
import studio.mofang.desktop.shell.Shell;
import studio.mofang.desktop.shell.Window;
import studio.mofang.desktop.wallet.WalletModel;

/// The wiring of the program. The window is shown first, then the editor, which needs no server to be
/// written in; the server starts behind them, and what needs it waits.
final class App {
    /// The exit code that asks for another `App` on the same data.
    static final int AGAIN = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /// The server takes both cores of a small machine: it lets the first keys and the tools be drawn.
    private static final Duration FIRST_KEYS = Duration.ofMillis(120);

    private final Path dataFolder;
    private final SingleInstance instance;
    private final Function<Stage, Outside> desktop;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final Background background = Background.ofTheInterface();
    private final Backend backend = new Backend();
    private final Preferences preferences;
    private final SettingsModel settings;
    private final EditorModel editor;
    private final EditorScreens editorScreens;
    private final GalleryModel gallery;
    private final PublishModel publish;
    private final Studios studios;
    private final WalletModel wallet;
    private final MarketingModel marketing;
    private final OperationsModel operations;
    private final Serving serving;
    private final BackupModel backups;
    private boolean leaving;
    private @Nullable Window window;
    private @Nullable Shell shell;
    private @Nullable BackupDialog restoring;
    private Subscription asking = Subscription.EMPTY;

    /// Built while the toolkit, started before, comes up.
    App(Path dataFolder, SingleInstance instance, Function<Stage, Outside> desktop, EmbeddedServer.Starter starter) {
        this.dataFolder = dataFolder;
        this.instance = instance;
        this.desktop = desktop;
        this.preferences = new Preferences(dataFolder);
        this.settings = new SettingsModel(background, backend, preferences);
        this.editor = new EditorModel(background, backend, preferences, new Drawer(dataFolder));
        this.editorScreens = new EditorScreens(editor);
        this.gallery = new GalleryModel(background, backend);
        this.studios = Studios.of(background, backend, preferences);
        this.publish = new PublishModel(background, backend, new OnTheDesk(editor));
        this.wallet = new WalletModel(background, backend);
        this.marketing = new MarketingModel(background, backend);
        this.operations = new OperationsModel(background, backend);
        this.serving = new Serving(dataFolder, backend, starter, new Followed());
        this.backups = new BackupModel(background, editor::keepForLater, serving);
    }

    /// Blocks until the person leaves; the process's exit code.
    int run(Consumer<String> report) {
        Platform.runLater(() -> show(report));
        return exit.join();
    }

    /// On the interface's thread.
    void show(Consumer<String> report) {
        var shown = new Window(preferences, background, this::leave);
        window = shown;
        shown.themes().wantedProperty().bind(settings.themeProperty());
        settings.languageProperty().subscribe(language -> furnish(shown, new Messages(language)));
        shown.show();
        instance.onSummons(shown::comeToTheFront);
        var rehearsal = new Rehearsal(report, editor, this::visit, this::leave);
        shown.onceDrawn(() -> {
            rehearsal.shown();
            visit("editor");
            shown.onceDrawn(() -> {
                rehearsal.editorDrawn(shown);
                if (!rehearsal.withoutServer()) {
                    background.after(FIRST_KEYS, this::start);
                }
            });
        });
    }

    /// Completed with the process's exit code once everything is saved and closed.
    CompletableFuture<Integer> exit() {
        return exit;
    }

    SettingsModel settings() {
        return settings;
    }

    /// Nothing typed is left behind unasked: first the texts are saved, then the window goes, then the
    /// server. Saving that takes too long is left to the next start, for which the texts are kept.
    void leave() {
        var saved = new CompletableFuture<Optional<Exception>>();
        saved.thenAccept(problem -> problem.ifPresentOrElse(this::askToLeave, this::goAway));
        editor.settle(problem -> saved.complete(Optional.ofNullable(problem)));
        background.after(PATIENCE, () -> editor.keepForLater(problem -> saved.complete(Optional.ofNullable(problem))));
    }

    private void askToLeave(Exception problem) {
        if (shell == null) {
            goAway();
        } else {
            shell.unsaved(problem, this::goAway);
        }
    }

    private void goAway() {
        leaving = true;
        instance.shutDoor();
        if (window != null) {
            window.stage().hide();
        }
        Thread.ofPlatform().name("leaving").start(this::close);
    }

    private void furnish(Window shown, Messages messages) {
        var desk = new Desk(messages, new Toasts(), new Overlay(), desktop.apply(shown.stage()));
        var panes = new Panes(
                desk,
                dataFolder,
                this::visit,
                editor,
                editorScreens,
                gallery,
                publish,
                studios,
                wallet,
                marketing,
                operations,
                settings);
        var next = new Shell(desk, panes.all(), panes.commands(this::leave));
        asking.unsubscribe();
        asking = new MissedQuestion(desk, publish.publications()).watch();
        new VaultNotice(desk, settings.vault()).watch();
        var before = shell;
        shell = next;
        restoring = new BackupDialog(desk, backups, this::beginAgain);
        new DamageBanner(desk, restoring::button).watch(backups, next::warn);
        shown.fill(next);
        if (before != null) {
            before.handOver(next);
        }
        next.accelerate(shown.scene().getAccelerators());
    }

    private void visit(String pane) {
        if (shell != null) {
            shell.visit(pane);
        }
    }

    private void start() {
        if (leaving) {
            return;
        }
        serving.start();
    }

    /// What comes of a start.
    private final class Followed implements Serving.Listener {
        @Override
        public void serves(boolean readOnly) {
            publish.publications().lookForMissed();
            settings.vault().refresh();
            background.onScreen(() -> backups.found(readOnly));
        }

        @Override
        public void refused(Refusal refusal) {
            background.onScreen(() -> App.this.refused(refusal));
        }
    }

    private void refused(Refusal refusal) {
        if (window != null) {
            // Nothing that a key could do works without the server.
            window.scene().getAccelerators().clear();
        }
        if (shell != null && refusal.damaged() && restoring != null) {
            shell.refused(restoring.reason(refusal.sentence()), this::startAgain, restoring.button());
        } else if (shell != null) {
            shell.refused(refusal.in(new Messages(settings.languageProperty().get())), this::startAgain);
        }
    }

    private void startAgain() {
        backend.startsAgain();
        if (window != null) {
            furnish(window, new Messages(settings.languageProperty().get()));
        }
        visit("editor");
        start();
    }

    /// The texts are kept and the server is stopped: what comes next reads everything anew.
    private void beginAgain() {
        leaving = true;
        instance.onSummons(() -> {});
        if (window != null) {
            window.stage().hide();
        }
        exit.complete(AGAIN);
    }

    private void close() {
        serving.stop(PATIENCE);
        exit.complete(0);
    }
}

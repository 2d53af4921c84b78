package studio.mofang.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import studio.mofang.client.ApiException;
import studio.mofang.desktop.backup.Backup;
import studio.mofang.desktop.backup.BackupModel;
import studio.mofang.desktop.kit.Backend;

/// The server behind the window: it is started and stopped here, and between the two a backup can take the place of its
/// database.
final class Serving implements BackupModel.Store {
    private final Path dataFolder;
    private final Backend backend;
    private final EmbeddedServer.Starter starter;
    private final Listener listener;
    private volatile @Nullable Thread starting;
    private volatile @Nullable EmbeddedServer server;

    /// Told on the thread that starts the server.
    interface Listener {
        /// `readOnly` where the database did not pass its check.
        void serves(boolean readOnly);

        /// `damaged` where a backup in the database's place would help.
        void refused(Refusal refusal);
    }

    Serving(Path dataFolder, Backend backend, EmbeddedServer.Starter starter, Listener listener) {
        this.dataFolder = dataFolder;
        this.backend = backend;
        this.starter = starter;
        this.listener = listener;
    }

    /// Returns at once.
    void start() {
        starting = Thread.ofPlatform().name("starting the server").start(this::tryToStart);
    }

    /// A start under way is given `patience` to come to its end.
    void stop(Duration patience) {
        try {
            var underWay = starting;
            if (underWay != null) {
                underWay.join(patience);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    @Override
    public List<Backup> backups() {
        return EmbeddedServer.backups(dataFolder);
    }

    /// A server that was running runs again where the backup is not taken.
    @Override
    public Optional<Path> restore(Backup backup) throws EmbeddedServer.Refused {
        backend.startsAgain();
        boolean running = stop();
        try {
            return EmbeddedServer.restore(backup.file(), dataFolder);
        } catch (EmbeddedServer.Refused refused) {
            if (running) {
                start();
            } else {
                backend.refuses(refused);
            }
            throw refused;
        }
    }

    private boolean stop() {
        var running = server;
        server = null;
        if (running != null) {
            running.close();
        }
        return running != null;
    }

    private void tryToStart() {
        try {
            StudioLog.into(dataFolder);
            var started = starter.start(dataFolder);
            server = started;
            backend.serves(started.api());
            listener.serves(started.readOnly());
        } catch (EmbeddedServer.Refused refused) {
            LoggerFactory.getLogger(Serving.class).warn("the server was refused its start", refused);
            refused(refused, refused.refusal());
        } catch (IOException | ApiException e) {
            refused(e, Refusal.of(e));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Serving.class).error("the server did not start", e);
            refused(e, Refusal.of(e));
        }
    }

    private void refused(Exception problem, Refusal refusal) {
        backend.refuses(problem);
        listener.refused(refusal);
    }
}

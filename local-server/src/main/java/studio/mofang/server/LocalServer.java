package studio.mofang.server;

import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Integrity;
import studio.mofang.server.db.Restoration;
import studio.mofang.server.db.Store;
import studio.mofang.server.db.UncleanStop;
import studio.mofang.server.task.Sweeper;

/// A running server: a store that was looked over, the features on it, a door for HTTP, and the sweeps.
public final class LocalServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalServer.class);

    private final Database database;
    private final Javalin http;
    private final Sweeper sweeper;
    private final UncleanStop running;
    private final Features features;

    private LocalServer(Database database, UncleanStop running, Features features, Javalin http) {
        this.database = database;
        this.running = running;
        this.features = features;
        this.http = http;
        this.sweeper = new Sweeper(features.sweeps());
    }

    /// Returns once the server serves. Throws StartRefused with a sentence for a person.
    public static LocalServer start(ServerConfig config) {
        return start(config, InstantSource.system());
    }

    /// With a clock of the caller's, for tests that move it.
    public static LocalServer start(ServerConfig config, InstantSource clock) {
        makeFolder(config.storage().dataDir());
        Warmup.begin();
        return on(Store.open(config.storage()), config, clock);
    }

    /// Puts `backup` in the place of the store in `dataDir`, on which no server may run. Returns the file that keeps
    /// what was there before. Throws StartRefused, and has changed nothing then.
    public static Optional<Path> restore(Path backup, Path dataDir) {
        makeFolder(dataDir);
        return Restoration.restore(backup, dataDir, LocalServer::rules);
    }

    public int port() {
        return http.port();
    }

    /// The bearer of an embedded server, good for this launch only.
    public String secret() {
        return features.secret();
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        features.drain();
        stopServing();
        sweeper.close();
        features.close();
        database.close();
        if (!database.readOnly()) {
            running.end();
        }
        log.info("Stopped");
    }

    private void stopServing() {
        try {
            http.stop();
        } catch (JavalinException e) {
            log.warn("Some requests did not end in time and were cut", e);
        }
    }

    /// On a store that is open already; the server closes it, also when it is refused its start.
    static LocalServer on(Database database, ServerConfig config, InstantSource clock) {
        var running = begin(database, config.storage().dataDir());
        try {
            Integrity.checkAfterUncleanStop(database, running, rules(database));
            return serving(database, running, config, clock);
        } catch (RuntimeException e) {
            database.close();
            running.withdraw();
            throw Store.refusal(database, e);
        }
    }

    private static LocalServer serving(
            Database database, UncleanStop running, ServerConfig config, InstantSource clock) {
        var features = new Features(config, database, clock);
        try {
            return new LocalServer(database, running, features, HttpDoor.open(config.listen(), features));
        } catch (RuntimeException e) {
            features.close();
            throw e;
        }
    }

    private static UncleanStop begin(Database database, Path dataDir) {
        try {
            return UncleanStop.begin(dataDir);
        } catch (StartRefused e) {
            database.close();
            throw e;
        }
    }

    private static List<Integrity.Rule> rules(Database database) {
        return List.of(new LedgerCheck(database));
    }

    private static void makeFolder(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
        } catch (IOException e) {
            throw StartRefused.because("folder_unwritable", "无法创建数据文件夹 " + dataDir, e);
        }
    }
}

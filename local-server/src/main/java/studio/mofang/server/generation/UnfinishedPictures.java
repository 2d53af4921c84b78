package studio.mofang.server.generation;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Fault;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.VaultClosed;
import studio.mofang.server.model.Endpoint;
import studio.mofang.server.model.ImageModel.ByTask;
import studio.mofang.server.model.ImageModels;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.web.Problem;

/// Goes on with the pictures that another process has left at their provider: none is asked for again, and each is
/// brought home by one node alone.
final class UnfinishedPictures {
    private static final Logger log = LoggerFactory.getLogger(UnfinishedPictures.class);
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Succession succession;
    private final ModelService models;
    private final PictureDelivery delivery;
    private final InstantSource clock;
    private final Executor threads;
    private final PictureTaskRepository tasks = new PictureTaskRepository();

    UnfinishedPictures(
            Database database,
            Succession succession,
            ModelService models,
            PictureDelivery delivery,
            InstantSource clock,
            Executor threads) {
        this.database = database;
        this.succession = succession;
        this.models = models;
        this.delivery = delivery;
        this.clock = clock;
        this.threads = threads;
    }

    /// Takes over what is past its lease; the work is the threads'.
    void sweep() {
        for (var left : database.read(sql -> tasks.left(sql, clock.instant(), AT_ONCE))) {
            if (succession.takenOver(left.orphan(), left.task().run())) {
                log.info("Going on with picture {}", left.orphan().id());
                threads.execute(() -> goOn(left.task()));
            }
        }
    }

    /// An edge: nobody waits for this.
    private void goOn(PictureTask task) {
        var patience = Patience.ofNobody(task.submittedAt(), clock.instant());
        var watch = new PictureWatch(task, () -> keeper(task), delivery, patience, clock);
        try {
            var file = delivery.made(task.run(), watch::file);
            delivery.finish(task.run(), task.canvas(), file);
            log.info("Picture {} is in the gallery", task.run().id());
        } catch (Problem e) {
            log.info("Picture {} is not made here: {}", task.run().id(), e.getMessage());
        } catch (RuntimeException | Error e) {
            log.error("Picture {} broke", task.run().id(), e);
        }
    }

    /// Throws ModelFailure where nobody can be asked, now or for good.
    private ByTask keeper(PictureTask task) {
        return ImageModels.keeperOf(endpoint(task))
                .orElseThrow(() -> new ModelFailure(Kind.RESULT_GONE, "its model is another provider's by now"));
    }

    private Endpoint endpoint(PictureTask task) {
        var run = task.run();
        var modelId = run.assignment().maker().modelId();
        if (modelId == null) {
            throw new IllegalStateException("picture " + run.id() + " has a ticket of no model");
        }
        try {
            return models.ready(run.userId(), modelId, PictureDelivery.KIND)
                    .orElseThrow(() -> new ModelFailure(Kind.NO_KEY, "model " + modelId + " has lost its key"))
                    .endpoint();
        } catch (VaultClosed e) {
            throw new ModelFailure(Kind.NO_KEY, "the keychain that holds the key of its model is closed", e);
        } catch (Problem e) {
            boolean gone = e.fault() == Fault.NOT_FOUND;
            throw new ModelFailure(gone ? Kind.MODEL_UNKNOWN : Kind.REFUSED, "model " + modelId + " is gone or off", e);
        }
    }
}

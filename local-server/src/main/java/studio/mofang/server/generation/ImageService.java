package studio.mofang.server.generation;

import java.time.InstantSource;
import java.util.Optional;
import studio.mofang.core.Envelope;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.model.ImageModel;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// Makes pictures: finds who draws and for how much, and has the drawn picture delivered.
final class ImageService {
    private final GenerationService generations;
    private final ModelService models;
    private final PictureDelivery delivery;
    private final boolean hosted;
    private final InstantSource clock;
    private final PictureTaskRepository tasks = new PictureTaskRepository();

    ImageService(
            GenerationService generations,
            ModelService models,
            PictureDelivery delivery,
            boolean hosted,
            InstantSource clock) {
        this.generations = generations;
        this.models = models;
        this.delivery = delivery;
        this.hosted = hosted;
        this.clock = clock;
    }

    /// A picture that has been held for and journaled, and is now to be drawn.
    record Begun(ImageForm form, Painter painter, Run run) {
        Canvas canvas() {
            return painter.canvas(form);
        }
    }

    /// Throws the Problem of whatever speaks against it; nothing is held then.
    Begun begin(long userId, ImageForm form, Optional<RequestKey> key) {
        var painter = painter(userId, form);
        var assignment = new Assignment(
                userId,
                PictureDelivery.KIND,
                PictureDelivery.KIND,
                painter.maker(),
                form.prompt(),
                painter.credits(),
                painter.canvas(form).description(),
                key);
        return new Begun(form, painter, generations.begin(assignment));
    }

    /// The answer under which the credits are taken; throws the Problem after which they are given back.
    Envelope<?> draw(Begun begun) {
        return finish(begun, file(begun));
    }

    /// Asks the model and stores the file, outside of any transaction. Throws Problem.
    StoredMedia file(Begun begun) {
        return delivery.made(begun.run(), () -> drawn(begun));
    }

    Envelope<?> finish(Begun begun, StoredMedia file) {
        return delivery.finish(begun.run(), begun.canvas(), file);
    }

    /// Ends a picture that nobody waits for any more.
    Problem abandon(Begun begun, ModelFailure failure) {
        begun.run().cancellation().cancel();
        return generations.fail(begun.run(), failure);
    }

    private StoredMedia drawn(Begun begun) {
        var form = begun.form();
        var order = new ImageModel.Order(
                form.prompt(), form.negative(), begun.painter().size(), GenerationService.DEADLINE);
        return switch (begun.painter().model()) {
            case ImageModel.AtOnce model ->
                delivery.stored(
                        begun.run(),
                        begun.canvas(),
                        model.draw(order, begun.run().cancellation()));
            case ImageModel.ByTask model -> byTask(begun, model, order);
        };
    }

    /// Between the provider's answer and the first look the ticket is put on the disk. A death before that costs the
    /// person nothing, and nobody asks a second time.
    private StoredMedia byTask(Begun begun, ImageModel.ByTask model, ImageModel.Order order) {
        var ticket = model.submit(order, begun.run().cancellation());
        var task = new PictureTask(begun.run(), begun.canvas(), ticket, clock.instant());
        var watch = new PictureWatch(
                task, () -> model, delivery, Patience.ofClient(task.submittedAt(), model.pace(0)), clock);
        if (!generations.succession().outlives(begun.run(), tx -> tasks.insert(tx, task))) {
            watch.recall();
            throw new ModelFailure(Kind.CANCELLED, "nobody waits for task " + ticket);
        }
        return watch.file();
    }

    private Painter painter(long userId, ImageForm form) {
        if (form.offline()) {
            return Painter.offline(form.request(), form.size(), true);
        }
        var asked = form.request().modelId();
        var ready = asked == null
                ? models.first(userId, PictureDelivery.KIND)
                : models.ready(userId, asked, PictureDelivery.KIND);
        if (ready.isEmpty() && hosted) {
            throw Kind.NO_KEY.problem();
        }
        return ready.map(model -> Painter.model(model, form.size()))
                .orElseGet(() -> Painter.offline(form.request(), form.size(), false));
    }
}

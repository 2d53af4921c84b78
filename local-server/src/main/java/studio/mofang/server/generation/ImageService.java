package studio.mofang.server.generation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Envelope;
import studio.mofang.core.Images.Generated;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.creation.GeneratedDraft;
import studio.mofang.server.media.MediaKind;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.model.ImageModel;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.Written;
import studio.mofang.server.picture.AiMark;
import studio.mofang.server.picture.PictureFile;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// Makes pictures: finds who draws and for how much, keeps the labelled file in the media store, and puts it
/// into the gallery.
public final class ImageService {
    private static final String KIND = "image";
    private static final Written NO_TEXT = new Written("", "stop", null, null);

    private final GenerationService generations;
    private final ModelService models;
    private final CreationService creations;
    private final MediaService media;
    private final boolean hosted;
    private final InstantSource clock;

    public ImageService(
            GenerationService generations,
            ModelService models,
            CreationService creations,
            MediaService media,
            boolean hosted,
            InstantSource clock) {
        this.generations = generations;
        this.models = models;
        this.creations = creations;
        this.media = media;
        this.hosted = hosted;
        this.clock = clock;
    }

    /// A picture that has been held for and journaled, and is now to be drawn.
    record Begun(ImageForm form, Painter painter, Run run) {}

    /// Throws the Problem of whatever speaks against it; nothing is held then.
    Begun begin(long userId, ImageForm form, Optional<RequestKey> key) {
        var painter = painter(userId, form);
        var assignment = new Assignment(
                userId,
                KIND,
                KIND,
                painter.maker(),
                form.prompt(),
                painter.credits(),
                "生成图片《" + form.title() + "》",
                key);
        return new Begun(form, painter, generations.begin(assignment));
    }

    /// The answer under which the credits are taken; throws the Problem after which they are given back.
    Envelope<?> draw(Begun begun) {
        return finish(begun, file(begun));
    }

    /// Asks the model and stores the file, outside of any transaction. Throws Problem.
    StoredMedia file(Begun begun) {
        generations.assertNoTransaction();
        var form = begun.form();
        var order = new ImageModel.Order(
                form.prompt(), form.negative(), begun.painter().size(), GenerationService.DEADLINE);
        try {
            var drawn = begun.painter().model().draw(order, begun.run().cancellation());
            return media.prepare(begun.run().userId(), labelled(begun, drawn), MediaKind.IMAGE);
        } catch (ModelFailure e) {
            throw generations.fail(begun.run(), e);
        } catch (Problem e) {
            generations.fail(begun.run(), new ModelFailure(Kind.INTERRUPTED, "the picture was not stored", e));
            throw e;
        } catch (RuntimeException | Error e) { // an Error too: what nobody fails would be renewed for good
            throw generations.fail(begun.run(), new ModelFailure(Kind.BROKEN, "an error of ours", e));
        }
    }

    Envelope<?> finish(Begun begun, StoredMedia file) {
        try {
            return generations.finish(begun.run(), NO_TEXT, run -> saved(begun, run, file));
        } catch (ModelFailure e) {
            throw generations.fail(begun.run(), e);
        } catch (RuntimeException | Error e) {
            generations.fail(begun.run(), new ModelFailure(Kind.INTERRUPTED, "the picture was not saved", e));
            throw e;
        }
    }

    /// Ends a picture that nobody waits for any more.
    Problem abandon(Begun begun, ModelFailure failure) {
        begun.run().cancellation().cancel();
        return generations.fail(begun.run(), failure);
    }

    /// With the size that was asked for: what the model had to draw larger is scaled down. A label that the
    /// provider has put into the file stays.
    private static byte[] labelled(Begun begun, ImageModel.Drawn drawn) {
        var wanted = begun.form().size();
        var asked = begun.painter().size();
        boolean larger = drawn.picture().getWidth() == asked.width() && asked.width() > wanted.width();
        var picture = larger ? PictureFile.scaled(drawn.picture(), wanted.width(), wanted.height()) : drawn.picture();
        if (!begun.painter().artificial()) {
            return PictureFile.png(picture);
        }
        AiMark.draw(picture);
        var maker = begun.painter().maker();
        var label = drawn.label()
                .orElseGet(() -> AiLabel.generated(
                        maker.provider() + "/" + maker.modelName(),
                        begun.run().id().toString()));
        return PictureLabel.write(PictureFile.png(picture), label);
    }

    private GenerationService.Outcome saved(Begun begun, Run run, StoredMedia file) {
        var maker = begun.painter().maker();
        var provenance = new Provenance(
                maker.provider(),
                maker.modelName(),
                run.assignment().prompt(),
                run.price(),
                List.of(),
                clock.instant());
        var form = begun.form();
        var content = "![" + form.title().replace('[', '(').replace(']', ')') + "](" + file.reference() + ")";
        var draft = new GeneratedDraft(KIND, null, form.title(), content, provenance, null);
        var creation = creations.generated(run.userId(), draft);
        media.keep(file, creation.id());
        var generated = new Generated(
                media.url(file),
                run.price(),
                creation.id(),
                creation.uuid(),
                file.id(),
                file.facts().width(),
                file.facts().height(),
                maker.provider(),
                maker.modelName());
        return new GenerationService.Outcome(
                creation.id(), Envelope.success(begun.painter().word(), generated));
    }

    private Painter painter(long userId, ImageForm form) {
        if (form.offline()) {
            return Painter.offline(form.request(), form.size(), true);
        }
        var asked = form.request().modelId();
        var ready = asked == null ? models.first(userId, KIND) : models.ready(userId, asked, KIND);
        if (ready.isEmpty() && hosted) {
            throw Kind.NO_KEY.problem();
        }
        return ready.map(model -> Painter.model(model, form.size()))
                .orElseGet(() -> Painter.offline(form.request(), form.size(), false));
    }
}

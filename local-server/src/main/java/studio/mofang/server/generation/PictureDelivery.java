package studio.mofang.server.generation;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
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
import studio.mofang.server.model.Written;
import studio.mofang.server.picture.AiMark;
import studio.mofang.server.picture.PictureFile;
import studio.mofang.server.web.Problem;

/// Brings a drawn picture home: labels it, keeps the file, charges, and puts it into the gallery; whatever goes wrong
/// gives the credits back.
final class PictureDelivery {
    static final String KIND = "image";
    private static final Written NO_TEXT = new Written("", "stop", null, null);

    private final GenerationService generations;
    private final CreationService creations;
    private final MediaService media;
    private final InstantSource clock;

    PictureDelivery(GenerationService generations, CreationService creations, MediaService media, InstantSource clock) {
        this.generations = generations;
        this.creations = creations;
        this.media = media;
        this.clock = clock;
    }

    /// What `work` makes, outside of any transaction. Throws the Problem after which the credits are given back.
    StoredMedia made(Run run, Supplier<StoredMedia> work) {
        generations.assertNoTransaction();
        try {
            return work.get();
        } catch (ModelFailure e) {
            throw generations.fail(run, e);
        } catch (Problem e) {
            generations.fail(run, new ModelFailure(Kind.INTERRUPTED, "the picture was not stored", e));
            throw e;
        } catch (RuntimeException | Error e) { // an Error too: what nobody fails would be renewed for good
            throw generations.fail(run, new ModelFailure(Kind.BROKEN, "an error of ours", e));
        }
    }

    /// Whether this server leaves to the next one what a provider goes on with.
    boolean leaving() {
        return generations.succession().leaving();
    }

    /// Throws Problem where the file could not be kept.
    StoredMedia stored(Run run, Canvas canvas, ImageModel.Drawn drawn) {
        return media.prepare(run.userId(), labelled(run, canvas, drawn), MediaKind.IMAGE);
    }

    /// The answer under which the credits are taken; throws the Problem after which they are given back.
    Envelope<?> finish(Run run, Canvas canvas, StoredMedia file) {
        try {
            return generations.finish(run, NO_TEXT, charged -> saved(charged, canvas, file));
        } catch (ModelFailure e) {
            throw generations.fail(run, e);
        } catch (RuntimeException | Error e) {
            generations.fail(run, new ModelFailure(Kind.INTERRUPTED, "the picture was not saved", e));
            throw e;
        }
    }

    /// With the size that was asked for: what the model had to draw larger is scaled down. A label that the
    /// provider has put into the file stays.
    private static byte[] labelled(Run run, Canvas canvas, ImageModel.Drawn drawn) {
        var wanted = canvas.wanted();
        var asked = canvas.asked();
        boolean larger = drawn.picture().getWidth() == asked.width() && asked.width() > wanted.width();
        var picture = larger ? PictureFile.scaled(drawn.picture(), wanted.width(), wanted.height()) : drawn.picture();
        if (!canvas.artificial()) {
            return PictureFile.png(picture);
        }
        AiMark.draw(picture);
        var maker = run.assignment().maker();
        var label = drawn.label()
                .orElseGet(() -> AiLabel.generated(
                        maker.provider() + "/" + maker.modelName(), run.id().toString()));
        return PictureLabel.write(PictureFile.png(picture), label);
    }

    private GenerationService.Outcome saved(Run run, Canvas canvas, StoredMedia file) {
        var maker = run.assignment().maker();
        var provenance = new Provenance(
                maker.provider(),
                maker.modelName(),
                run.assignment().prompt(),
                run.price(),
                List.of(),
                clock.instant());
        var content = "![" + canvas.title().replace('[', '(').replace(']', ')') + "](" + file.reference() + ")";
        var draft = new GeneratedDraft(KIND, null, canvas.title(), content, provenance, null);
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
        return new GenerationService.Outcome(creation.id(), Envelope.success(canvas.word(), generated));
    }
}

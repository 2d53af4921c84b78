package studio.mofang.server.generation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Envelope;
import studio.mofang.core.content.AiLabel;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.creation.GeneratedDraft;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.TextModel;
import studio.mofang.server.model.Written;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// Writes texts with the tools: finds who writes and for how much, and puts the finished text into the
/// gallery.
public final class WritingService {
    private static final String KIND = "writing";
    private static final String MODEL_KIND = "text";
    private static final String CUT = Author.DONE + "，但已到模型的长度上限，结尾可能不完整";

    private final GenerationService generations;
    private final ModelService models;
    private final CreationService creations;
    private final boolean hosted;
    private final InstantSource clock;

    public WritingService(
            GenerationService generations,
            ModelService models,
            CreationService creations,
            boolean hosted,
            InstantSource clock) {
        this.generations = generations;
        this.models = models;
        this.creations = creations;
        this.hosted = hosted;
        this.clock = clock;
    }

    /// A text that has been held for and journaled, and is now to be written.
    record Started(Writing writing, Author author, Run run, boolean streamed) {
        /// As a route tells of it.
        Begun<Written> told(WritingService service) {
            return new Told(service, this);
        }
    }

    private record Told(WritingService service, Started begun) implements Begun<Written> {
        @Override
        public UUID id() {
            return begun.run().id();
        }

        @Override
        public Written make(Consumer<String> onText) {
            return service.text(begun, onText);
        }

        @Override
        public Envelope<?> finish(Written made) {
            return service.finish(begun, made);
        }

        @Override
        public Problem abandon(ModelFailure failure) {
            return service.abandon(begun, failure);
        }
    }

    /// Throws the Problem of whatever speaks against it; nothing is held then.
    Started begin(long userId, Writing writing, Optional<RequestKey> key, boolean streamed) {
        Optional.ofNullable(writing.request().creationId()).ifPresent(id -> creations.living(userId, id));
        var author = author(userId, writing, streamed);
        var assignment = new Assignment(
                userId,
                KIND,
                writing.tool().type(),
                author.maker(),
                writing.prompt().user(),
                author.credits(),
                writing.description(),
                key);
        return new Started(writing, author, generations.begin(assignment), streamed);
    }

    /// The answer under which the credits are taken; throws the Problem after which they are given back.
    Envelope<?> write(Started begun, Consumer<String> onText) {
        return finish(begun, text(begun, onText));
    }

    /// Asks the model, outside of any transaction. Throws ModelFailure.
    Written text(Started begun, Consumer<String> onText) {
        generations.assertNoTransaction();
        var order = new TextModel.Order(begun.writing().prompt(), GenerationService.DEADLINE);
        try {
            return begun.author()
                    .model()
                    .write(order, signed(begun, onText), begun.run().cancellation());
        } catch (ModelFailure e) {
            throw generations.fail(begun.run(), e);
        } catch (RuntimeException | Error e) { // an Error too: what nobody fails would be renewed for good
            throw generations.fail(begun.run(), new ModelFailure(Kind.BROKEN, "an error of ours", e));
        }
    }

    Envelope<?> finish(Started begun, Written written) {
        try {
            return generations.finish(begun.run(), written, run -> saved(begun, run, written));
        } catch (ModelFailure e) {
            throw generations.fail(begun.run(), e);
        } catch (RuntimeException | Error e) {
            generations.fail(begun.run(), new ModelFailure(Kind.INTERRUPTED, "the text was not saved", e));
            throw e;
        }
    }

    /// Ends a text that nobody waits for any more.
    Problem abandon(Started begun, ModelFailure failure) {
        begun.run().cancellation().cancel();
        return generations.fail(begun.run(), failure);
    }

    /// A model's text that streams into a creation is the model's from its first piece on: who stops it midway keeps
    /// what was written so far, and owes its label.
    private Consumer<String> signed(Started begun, Consumer<String> onText) {
        var target = begun.writing().request().creationId();
        if (target == null || !begun.streamed() || begun.author().maker().modelId() == null) {
            return onText;
        }
        var unsigned = new AtomicBoolean(true);
        return piece -> {
            if (unsigned.getAndSet(false)) {
                creations.begun(
                        begun.run().userId(), target, provenance(begun.run().assignment(), 0));
            }
            onText.accept(piece);
        };
    }

    private Provenance provenance(Assignment assignment, int price) {
        var maker = assignment.maker();
        return new Provenance(
                maker.provider(), maker.modelName(), assignment.prompt(), price, List.of(), clock.instant());
    }

    private GenerationService.Outcome saved(Started begun, Run run, Written written) {
        var maker = begun.author().maker();
        var creation = creations.generated(run.userId(), draft(begun.writing(), run, written.text()));
        var generated = new Generated(
                creation.id(), creation.uuid(), written.text(), run.price(), maker.provider(), maker.modelName());
        var word = written.cutByLength() ? CUT : begun.author().word();
        return new GenerationService.Outcome(creation.id(), Envelope.success(word, generated));
    }

    private GeneratedDraft draft(Writing writing, Run run, String text) {
        var target = writing.request().creationId();
        var known = Optional.ofNullable(target).flatMap(id -> creations.kept(run.userId(), id));
        var whole = writing.continues()
                ? writing.joined(
                        known.map(found -> found.content()).orElseGet(() -> WritingForm.before(writing.request())),
                        text)
                : text;
        var title = known.map(found -> found.title())
                .filter(_ -> writing.brief().title().isEmpty())
                .orElseGet(() -> writing.title(text));
        // What the offline composer adds to a model's text does not make it less of a model's.
        var made = provenance(run.assignment(), run.price());
        var provenance = known.filter(_ -> writing.continues() && !made.byModel())
                .filter(found -> AiLabel.of(found).isPresent())
                .map(Creation::provenance)
                .orElse(made);
        return new GeneratedDraft(KIND, writing.tool().type(), title, whole, provenance, target);
    }

    private Author author(long userId, Writing writing, boolean streamed) {
        if (WritingForm.offline(writing.request())) {
            return Author.offline(writing, true, streamed);
        }
        var asked = writing.request().modelId();
        var ready = asked == null ? models.first(userId, MODEL_KIND) : models.ready(userId, asked, MODEL_KIND);
        if (ready.isEmpty() && hosted) {
            throw Kind.NO_KEY.problem();
        }
        return ready.map(model ->
                        Author.model(model, asked == null ? writing.tool().creditsCost() : model.creditsCost()))
                .orElseGet(() -> Author.offline(writing, false, streamed));
    }
}

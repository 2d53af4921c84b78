package studio.mofang.server.slides;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Envelope;
import studio.mofang.core.Fault;
import studio.mofang.core.Slides;
import studio.mofang.core.Slides.Request;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.DeckMarkdown;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.core.deck.Fitting.Fitted;
import studio.mofang.core.deck.OfflineDeck;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.creation.GeneratedDraft;
import studio.mofang.server.db.Database;
import studio.mofang.server.generation.Assignment;
import studio.mofang.server.generation.Begun;
import studio.mofang.server.generation.GenerationService;
import studio.mofang.server.generation.Run;
import studio.mofang.server.media.MediaKind;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.slides.DeckWriter.Marks;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// Makes decks: finds who thinks them out and for how much, writes the file and its pictures, and puts all
/// of it into the gallery.
final class SlidesService {
    static final String KIND = "ppt";
    private static final String MODEL_KIND = "slides";
    /// Where no model is set up for slides, one that writes can do it.
    private static final String TEXT = "text";

    private static final String OWN_TEMPLATE = "template";

    private final Shared shared;
    private final Templates templates = new Templates();
    private final SlidesRepository decks = new SlidesRepository();

    /// What decks are made with.
    record Shared(
            Database database,
            GenerationService generations,
            ModelService models,
            CreationService creations,
            MediaService media,
            boolean hosted,
            InstantSource clock) {}

    SlidesService(Shared shared) {
        this.shared = shared;
    }

    /// Throws the Problem of whatever speaks against it; nothing is held then.
    Begun<Draft> begin(long userId, Request request, Optional<RequestKey> key) {
        SlidesForm.check(request);
        var commission = commission(userId, request);
        var designer = designer(userId, request, commission.source());
        var assignment = new Assignment(
                userId,
                KIND,
                KIND,
                designer.maker(),
                commission.prompt().user(),
                designer.credits(),
                commission.description(),
                key);
        return new Making(this, commission, designer, shared.generations().begin(assignment));
    }

    /// A deck made before, with fresh addresses. Throws Problem 404.
    Slides.Deck deck(long userId, long id) {
        var creation = shared.creations().living(userId, id);
        var files = shared.database()
                .read(sql -> decks.find(sql, userId, id))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "这个作品没有幻灯片文件"));
        var media = shared.media();
        var pictures = files.pictures().stream()
                .flatMap(picture -> media.find(userId, picture).stream())
                .toList();
        return wire(creation, new Filed(media.media(userId, files.file()), pictures), files.theme(), Shortened.NOT);
    }

    byte[] preview(DeckTheme theme, String title) {
        return templates.preview(theme, title);
    }

    private record Making(SlidesService service, Commission commission, Designer designer, Run run)
            implements Begun<Draft> {
        @Override
        public java.util.UUID id() {
            return run.id();
        }

        @Override
        public Draft make(Consumer<String> onTitle) {
            return service.failing(
                    run,
                    Kind.BROKEN,
                    () -> new DeckAuthor(commission, run.cancellation()).draft(designer.model(), onTitle));
        }

        @Override
        public Envelope<?> finish(Draft made) {
            return service.failing(run, Kind.INTERRUPTED, () -> service.finished(this, made));
        }

        @Override
        public Problem abandon(ModelFailure failure) {
            run.cancellation().cancel();
            return service.shared.generations().fail(run, failure);
        }
    }

    /// The files of a deck in the store, and not yet the user's.
    private record Filed(StoredMedia file, List<StoredMedia> pictures) {}

    /// What was too much for a deck, or for the model that thought it out, and the pictures that it lacks.
    private record Shortened(int slides, boolean article, int pictures) {
        static final Shortened NOT = new Shortened(0, false, 0);

        String words() {
            var slidesToo = slides > 0 ? "；内容超过 " + Deck.MOST_SLIDES + " 页，其中 " + slides + " 页并入「其余要点」，全文在备注里" : "";
            var picturesToo = pictures > 0 ? "；文章里有 " + pictures + " 张图片没有放进幻灯片" : "";
            return (article ? "；文章太长，每一节只把开头交给了模型" : "") + slidesToo + picturesToo;
        }
    }

    /// Whatever goes wrong gives the credits back.
    private <T> T failing(Run run, Kind otherwise, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ModelFailure e) {
            throw shared.generations().fail(run, e);
        } catch (RuntimeException | Error e) { // an Error too: what nobody fails would be renewed for good
            throw shared.generations().fail(run, new ModelFailure(otherwise, "an error of ours", e));
        }
    }

    private Envelope<?> finished(Making making, Draft draft) {
        var fitted = DeckWriter.fitted(draft.deck(), making.commission().template());
        boolean asked = making.designer().model().isPresent();
        var shortened = new Shortened(
                fitted.condensed(),
                asked && making.commission().excerpted(),
                making.commission().picturesLeftOut(draft.deck()));
        var filed = filed(making, fitted);
        return shared.generations()
                .finish(making.run(), draft.written(), charged -> saved(making, charged, draft, filed, shortened));
    }

    private Filed filed(Making making, Fitted fitted) {
        var commission = making.commission();
        var marks = marks(making);
        var file = DeckWriter.write(fitted, commission.template(), marks, commission.illustrations());
        var pictures = SlidePictures.of(file, SlidePictures.WIDTH, marks);
        long userId = making.run().userId();
        var media = shared.media();
        return new Filed(
                media.prepare(userId, file, MediaKind.SLIDES),
                pictures.stream()
                        .map(picture -> media.prepare(userId, picture, MediaKind.IMAGE))
                        .toList());
    }

    /// What a model wrote, or what is made of what a model wrote, says so.
    private static Marks marks(Making making) {
        var maker = making.designer().maker();
        if (making.designer().model().isPresent()) {
            var producer = maker.provider() + "/" + maker.modelName();
            var label = AiLabel.generated(producer, making.run().id().toString());
            return new Marks(AiLabel.VISIBLE, Optional.of(label));
        }
        var source = making.commission().source();
        if (source.label().isPresent()) {
            return new Marks(AiLabel.VISIBLE, source.label());
        }
        return source.given() ? Marks.NONE : new Marks(OfflineDeck.NOTICE, Optional.empty());
    }

    private GenerationService.Outcome saved(Making making, Run run, Draft draft, Filed filed, Shortened shortened) {
        long userId = run.userId();
        var maker = making.designer().maker();
        var provenance = new Provenance(
                maker.provider(),
                maker.modelName(),
                run.assignment().prompt(),
                run.price(),
                making.commission().source().parents(),
                shared.clock().instant(),
                making.commission().source().label().map(AiLabel::json).orElse(null));
        var title = draft.deck().title();
        var creation = shared.creations()
                .generated(userId, new GeneratedDraft(KIND, null, title, text(draft, filed), provenance, null));
        keep(userId, creation.id(), making.commission().theme(), filed);
        var answer = wire(creation, filed, making.commission().theme(), shortened);
        return new GenerationService.Outcome(
                creation.id(), Envelope.success(making.designer().word() + shortened.words(), answer));
    }

    /// The deck in words, under the picture of its cover, which is what the gallery shows.
    private static String text(Draft draft, Filed filed) {
        var markdown = DeckMarkdown.of(draft.deck());
        int line = markdown.indexOf('\n') + 1;
        var cover = filed.pictures().stream()
                .findFirst()
                .map(picture -> "\n![封面](" + picture.reference() + ")\n")
                .orElse("");
        return markdown.substring(0, line) + cover + markdown.substring(line);
    }

    private void keep(long userId, long creationId, String theme, Filed filed) {
        var media = shared.media();
        media.keep(filed.file(), creationId);
        filed.pictures().forEach(picture -> media.keep(picture, creationId));
        var files = new SlidesRepository.Files(
                filed.file().id(),
                theme,
                filed.pictures().stream().map(StoredMedia::id).toList());
        shared.database().write(tx -> {
            decks.insert(tx, userId, creationId, files);
            return files;
        });
    }

    private Slides.Deck wire(Creation creation, Filed filed, String theme, Shortened shortened) {
        var provenance = Optional.ofNullable(creation.provenance());
        var media = shared.media();
        return new Slides.Deck(
                creation.id(),
                media.url(filed.file()),
                provenance.map(Provenance::creditsUsed).orElse(0L),
                creation.uuid(),
                filed.file().id(),
                creation.title(),
                theme,
                filed.pictures().stream().map(media::url).toList(),
                provenance.map(Provenance::provider).orElse(""),
                provenance.map(Provenance::modelName).orElse(""),
                provenance.map(Provenance::aiText).orElse(false),
                shortened.slides(),
                shortened.article(),
                shortened.pictures());
    }

    private Commission commission(long userId, Request request) {
        var source = source(userId, request);
        var own = request.templateId();
        var pictures = Illustrations.of(shared.media(), userId, source.markdown());
        if (own == null) {
            var theme = Optional.ofNullable(request.theme())
                    .flatMap(DeckTheme::named)
                    .orElse(DeckTheme.all().getFirst());
            return new Commission(request, source, pictures, templates.builtIn(theme), theme.id());
        }
        var file = shared.media().media(userId, own);
        if (file.kind() != MediaKind.SLIDES) {
            throw Problem.invalid("template_id", "这个文件不是 PPTX 演示文稿，不能用作模板");
        }
        return new Commission(
                request, source, pictures, CompanyTemplate.of(shared.media().bytes(file)), OWN_TEMPLATE);
    }

    private Source source(long userId, Request request) {
        if (request.creationId() != null) {
            return Source.of(shared.creations().living(userId, request.creationId()));
        }
        return request.markdown() == null ? Source.NONE : Source.of(request.markdown());
    }

    private Designer designer(long userId, Request request, Source source) {
        boolean artificial = source.label().isPresent();
        if (SlidesForm.offline(request)) {
            return Designer.offline(true, artificial);
        }
        var asked = request.modelId();
        var models = shared.models();
        var ready = asked == null
                ? models.first(userId, MODEL_KIND).or(() -> models.first(userId, TEXT))
                : models.ready(userId, asked, MODEL_KIND);
        if (ready.isEmpty() && shared.hosted()) {
            throw Kind.NO_KEY.problem();
        }
        return ready.map(model -> Designer.model(model, asked == null ? Designer.COST : model.creditsCost()))
                .orElseGet(() -> Designer.offline(false, artificial));
    }
}

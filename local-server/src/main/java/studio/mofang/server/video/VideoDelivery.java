package studio.mofang.server.video;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Fault;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.creation.GeneratedDraft;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.film.Poster;
import studio.mofang.server.media.MediaKind;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.Mp4Label;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.picture.AiMark;
import studio.mofang.server.picture.CoverCard;
import studio.mofang.server.picture.PictureFile;
import studio.mofang.server.video.VideoTask.Result;
import studio.mofang.server.web.Problem;

/// Brings a finished video home: labels it, keeps it with its poster, charges, and puts it into the gallery,
/// all of that once.
final class VideoDelivery {
    private static final Logger log = LoggerFactory.getLogger(VideoDelivery.class);
    private static final java.time.Duration HOLD = java.time.Duration.ofMinutes(5);

    private final Database database;
    private final CreditService credits;
    private final CreationService creations;
    private final MediaService media;
    private final InstantSource clock;
    private final VideoTaskRepository tasks = new VideoTaskRepository();

    VideoDelivery(
            Database database,
            CreditService credits,
            CreationService creations,
            MediaService media,
            InstantSource clock) {
        this.database = database;
        this.credits = credits;
        this.creations = creations;
        this.media = media;
        this.clock = clock;
    }

    /// Throws ModelFailure where the file is no video, could not be kept, or the task is not this worker's any
    /// more.
    void deliver(Errand errand, Path file) throws IOException {
        var task = errand.task();
        if (!media.is(MediaKind.VIDEO, file)) {
            throw new ModelFailure(Kind.RESULT_UNUSABLE, "the result is no video");
        }
        if (task.wish().marked()) {
            Mp4Label.write(file, task.label());
        }
        var video = prepared(() -> media.prepare(task.userId(), file, MediaKind.VIDEO));
        var poster = prepared(() -> media.prepare(task.userId(), poster(task, file), MediaKind.IMAGE));
        database.writeDurably(tx -> {
            ChangeSequence.hold(tx, task.userId());
            if (!tasks.done(tx, errand, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                throw new ModelFailure(Kind.CANCELLED, "video " + task.id() + " is not this worker's any more");
            }
            int price = charged(task);
            var creation = creations.generated(task.userId(), draft(task, video, poster, price));
            media.keep(video, creation.id());
            media.keep(poster, creation.id());
            tasks.made(tx, task, new Result(null, creation.id(), video.id(), poster.id()), price);
            return creation;
        });
        log.info("Video {} is done", task.id());
    }

    private static StoredMedia prepared(Supplier<StoredMedia> preparing) {
        try {
            return preparing.get();
        } catch (Problem e) {
            boolean ours = e.fault() == Fault.NEEDS_NETWORK;
            throw new ModelFailure(ours ? Kind.INTERRUPTED : Kind.RESULT_UNUSABLE, "the video was not kept", e);
        }
    }

    /// The first frame, where this machine can decode it, else a card with the title.
    static byte[] poster(VideoTask task, Path file) {
        var frame = Poster.of(file);
        var picture = frame.orElseGet(() -> card(task));
        if (!task.wish().marked()) {
            return PictureFile.jpeg(picture);
        }
        if (frame.isEmpty() || task.maker().modelId() != null) { // our own films open with their mark
            AiMark.draw(picture);
        }
        return PictureLabel.write(PictureFile.jpeg(picture), task.label());
    }

    private static BufferedImage card(VideoTask task) {
        var size = task.wish().size();
        return new CoverCard(task.wish().title(), 0).draw(size.width() / 2, size.height() / 2);
    }

    /// A hold that has expired, as after a night's sleep of the machine, is taken anew. Where the credits
    /// are spent by now the video is free: it is made, and a person is never told of a charge that was not
    /// made.
    private int charged(VideoTask task) {
        var hold = task.pay().hold();
        if (hold.isEmpty() || capture(task, hold.get())) {
            return task.pay().price();
        }
        var balance = credits.balance(task.userId());
        if (balance.creditBalance() - balance.creditHeld() < task.pay().price()) {
            log.info("Video {} is free: its credits were given back and spent", task.id());
            return 0;
        }
        Optional<UUID> again = credits.hold(task.userId(), task.pay().price(), VideoService.reference(task.id()), HOLD);
        return again.isPresent() && capture(task, again.get()) ? task.pay().price() : 0;
    }

    private boolean capture(VideoTask task, UUID hold) {
        return credits.capture(task.userId(), hold, "generation", task.description());
    }

    private GeneratedDraft draft(VideoTask task, StoredMedia video, StoredMedia poster, int price) {
        var wish = task.wish();
        var provenance = new Provenance(
                task.maker().provider(),
                task.maker().modelName(),
                wish.script(),
                price,
                parents(task),
                clock.instant(),
                wish.source().label().map(AiLabel::json).orElse(null));
        var content = "![" + wish.title().replace('[', '(').replace(']', ')') + "](" + poster.reference() + ")\n\n[视频]("
                + video.reference() + ")\n\n" + wish.script();
        return new GeneratedDraft("video", null, wish.title(), content, provenance, null);
    }

    private List<UUID> parents(VideoTask task) {
        return Optional.ofNullable(task.wish().source().creationId())
                .flatMap(id -> creations.kept(task.userId(), id))
                .map(source -> List.of(source.uuid()))
                .orElse(List.of());
    }
}

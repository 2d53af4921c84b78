package studio.mofang.server.media;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Media;
import studio.mofang.core.Page;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Keeps files for users. Bytes go into the store outside of any transaction (`prepare`); what is prepared
/// becomes the user's in the transaction of whatever refers to it (`keep`), or is swept away.
public final class MediaService {
    private final Database database;
    private final MediaStore store;
    private final MediaLinks links;
    private final Path incoming;
    private final InstantSource clock;
    private final MediaRepository rows = new MediaRepository();

    MediaService(Database database, MediaStore store, MediaLinks links, Path incoming, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.links = links;
        this.incoming = incoming;
        this.clock = clock;
    }

    /// Prepares and keeps at once. Throws as `prepare` does.
    public StoredMedia store(long userId, byte[] bytes, @Nullable MediaKind expected) {
        var prepared = prepare(userId, new ByteArrayInputStream(bytes), expected);
        return database.writeDurably(_ -> keep(prepared, null));
    }

    public StoredMedia prepare(long userId, byte[] bytes, @Nullable MediaKind expected) {
        return prepare(userId, new ByteArrayInputStream(bytes), expected);
    }

    public StoredMedia prepare(long userId, Path file, @Nullable MediaKind expected) {
        try (var in = Files.newInputStream(file)) {
            return prepare(userId, in, expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts the bytes into the store, typed by their content. Throws Problem 413 for what is too large and
    /// 415 for what is not of the expected kind or of none that is kept, 503 when the store is not there.
    /// Whoever prepares must `keep` within the hour.
    public StoredMedia prepare(long userId, InputStream in, @Nullable MediaKind expected) {
        database.assertNoTransaction();
        long largest = expected == null ? MediaKind.VIDEO.largest() : expected.largest();
        try (var intake = Intake.spool(incoming, in, largest)) {
            var media = accepted(userId, intake, expected);
            database.write(tx -> {
                rows.storing(tx, media);
                return media;
            });
            store.put(media.id(), intake, media.type());
            refuseSwept(media);
            return media;
        } catch (IOException e) {
            throw new Problem(Fault.NEEDS_NETWORK, "文件暂时无法保存，请检查磁盘空间或存储服务后重试", e);
        }
    }

    /// Makes a prepared file the user's; joins the caller's transaction. With `creationId` it goes when that
    /// creation is purged, unless another text of the user's refers to it.
    public StoredMedia keep(StoredMedia prepared, @Nullable Long creationId) {
        return database.write(tx -> {
            if (!rows.stored(tx, prepared, creationId)) {
                throw new IllegalStateException("media " + prepared.id() + " was swept away before it was kept");
            }
            return prepared;
        });
    }

    /// Whether a file is of that kind, by its content.
    public boolean is(MediaKind kind, Path file) throws IOException {
        return MediaProbe.of(file).filter(facts -> facts.type().kind() == kind).isPresent();
    }

    /// What a creation that is gone for good had for itself, or alone referred to, goes within days; joins the
    /// caller's transaction.
    public void release(long userId, long creationId, Set<UUID> referred) {
        database.write(tx -> {
            rows.released(tx, userId, creationId, referred, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return referred;
        });
    }

    /// Empty where there is none, or it is another's.
    public Optional<StoredMedia> find(long userId, UUID id) {
        return database.read(sql -> rows.find(sql, userId, id));
    }

    /// Throws Problem 404.
    public StoredMedia media(long userId, UUID id) {
        return find(userId, id).orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有这个文件，可能已被删除"));
    }

    /// The whole file, for those that fit into memory. Outside of any transaction.
    public byte[] bytes(StoredMedia media) {
        try (var in = open(media, 0, media.size())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read media " + media.id(), e);
        }
    }

    /// A part of the file, to be closed by the caller. Outside of any transaction.
    public InputStream open(StoredMedia media, long offset, long length) throws IOException {
        database.assertNoTransaction();
        return store.open(media.id(), offset, length);
    }

    /// An address of the file for anybody, good for a day.
    public String url(StoredMedia media) {
        return links.url(media.id(), links.until());
    }

    /// As the API shows it.
    public Media.Item item(StoredMedia media) {
        var until = links.until();
        return media.wire(links.url(media.id(), until), until);
    }

    /// Throws Problem 404. The object goes with the next sweep.
    public void delete(long userId, UUID id) {
        boolean mine = database.write(tx -> rows.deleted(tx, userId, id));
        if (!mine) {
            throw new Problem(Fault.NOT_FOUND, "没有这个文件，可能已被删除");
        }
    }

    Page<Media.Item> list(long userId, Optional<MediaKind> kind, Paging paging) {
        return database.read(sql -> paging.page(
                rows.count(sql, userId, kind),
                rows.list(sql, userId, kind, paging).stream().map(this::item).toList()));
    }

    /// The file that a signed address leads to.
    Optional<StoredMedia> signed(UUID id, long expires, String signature) {
        return links.genuine(id, expires, signature) ? database.read(sql -> rows.find(sql, id)) : Optional.empty();
    }

    /// An object that came so late that its row has been swept away meanwhile would lie there for good.
    private void refuseSwept(StoredMedia media) throws IOException {
        if (!database.read(sql -> rows.awaited(sql, media))) {
            store.delete(media.id());
            throw new IOException("storing media " + media.id() + " took too long");
        }
    }

    private StoredMedia accepted(long userId, Intake intake, @Nullable MediaKind expected) throws IOException {
        var facts = intake.size() == 0 ? Optional.<MediaFacts>empty() : MediaProbe.of(intake.file());
        if (facts.isEmpty() || expected != null && facts.get().type().kind() != expected) {
            refuseSize(intake, expected == null ? MediaKind.VIDEO : expected);
            throw new Problem(Fault.UNSUPPORTED_MEDIA, unsupported(expected));
        }
        refuseSize(intake, facts.get().type().kind());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = UuidCreator.getTimeOrderedEpoch();
        return new StoredMedia(userId, id, facts.get(), intake.size(), intake.sha256(), now);
    }

    private static void refuseSize(Intake intake, MediaKind kind) {
        if (intake.size() > kind.largest()) {
            var mebibytes = kind.largest() / (1024 * 1024);
            throw new Problem(Fault.TOO_LARGE, kind.label() + "最大 " + mebibytes + " MiB，请压缩后再上传");
        }
    }

    private static String unsupported(@Nullable MediaKind expected) {
        return switch (expected) {
            case null -> "只支持 PNG、JPEG、GIF、WebP 图片（不超过 5000 万像素）、MP4 视频和 PPTX 演示文稿";
            case IMAGE -> "这不是可用的图片：支持 PNG、JPEG、GIF、WebP，不超过 5000 万像素";
            case VIDEO -> "这不是可用的视频：只支持 MP4";
            case SLIDES -> "这不是可用的演示文稿：只支持 PPTX";
        };
    }
}

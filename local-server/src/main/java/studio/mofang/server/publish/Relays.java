package studio.mofang.server.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Media;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.Publications.Relay;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.publish.relay.RelayListener;
import studio.mofang.server.publish.relay.RelayPack;
import studio.mofang.server.publish.relay.RelayPack.File;
import studio.mofang.server.publish.relay.RelayPack.Loaded;
import studio.mofang.server.web.Problem;

/// The relays that are open: one for each user at most, each until its dialog closes it or its time is
/// over.
final class Relays implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final PublicationService publications;
    private final Pictures files;
    private final Supplier<Optional<InetAddress>> network;
    private final InstantSource clock;
    private final Map<Long, Open> open = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("relays").daemon().factory());

    private record Open(long publicationId, RelayListener listener, Relay relay) {}

    /// `network` tells where a phone can reach this machine; always empty on a server that is not the
    /// user's own.
    Relays(
            PublicationService publications,
            Pictures files,
            Supplier<Optional<InetAddress>> network,
            InstantSource clock) {
        this.publications = publications;
        this.files = files;
        this.network = network;
        this.clock = clock;
    }

    /// Takes the place of the user's earlier one.
    Relay open(long userId, long id, Platform platform) {
        var pack = publications.target(userId, id, platform).pack();
        var address =
                network.get().orElseThrow(() -> new Problem(Fault.BAD_REQUEST, "手机接力要在自己的电脑上用，并且电脑和手机连着同一个 Wi-Fi"));
        var expiresAt = clock.instant().plus(LONGEST);
        var listener = new RelayListener(
                address, shown(userId, pack, platform), expiresAt, clock, link -> confirm(userId, id, platform, link));
        var relay = new Relay(listener.url(), expiresAt, UUID.randomUUID().toString());
        replace(userId, new Open(id, listener, relay));
        timer.schedule(() -> expire(userId, listener), LONGEST.toSeconds(), TimeUnit.SECONDS);
        return relay;
    }

    /// Another publication's stays open, and where an opening is named, any other than that one: a dialog's farewell
    /// may come after the next dialog has opened its own.
    void close(long userId, long id, Optional<String> opening) {
        Open now;
        synchronized (open) {
            now = open.get(userId);
            if (now == null
                    || now.publicationId() != id
                    || !opening.stream().allMatch(now.relay().opening()::equals)) {
                return;
            }
            open.remove(userId);
        }
        now.listener().close();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        List<Open> all;
        synchronized (open) {
            all = List.copyOf(open.values());
            open.clear();
        }
        all.forEach(one -> one.listener().close());
    }

    private void replace(long userId, Open next) {
        Open before;
        synchronized (open) {
            before = open.put(userId, next);
        }
        if (before != null) {
            before.listener().close();
        }
    }

    private void expire(long userId, RelayListener listener) {
        synchronized (open) {
            var now = open.get(userId);
            if (now == null || now.listener() != listener) {
                return;
            }
            open.remove(userId);
        }
        listener.close();
    }

    private void confirm(long userId, long id, Platform platform, @Nullable String link) {
        try {
            publications.confirm(userId, id, platform, Links.checked(link));
        } catch (Problem e) {
            throw new IllegalArgumentException(e.sentence(), e);
        }
    }

    private RelayPack shown(long userId, Pack pack, Platform platform) {
        boolean rich = pack.format().equals(Pack.HTML);
        var pictures = new ArrayList<File>();
        var body = pack.body();
        for (var picture : pack.pictures()) {
            body = BodyPictures.replaced(body, picture, "picture/" + pictures.size());
            pictures.add(file(userId, picture, "picture-" + (pictures.size() + 1)));
        }
        return new RelayPack(
                platform.title(),
                platform.hasTitle() ? pack.title() : null,
                body,
                rich ? body : null,
                pack.tags(),
                pictures,
                pack.video() == null ? null : file(userId, pack.video(), "video"));
    }

    private File file(long userId, String reference, String name) {
        return Media.firstReference(reference)
                .map(id -> own(userId, id, name))
                .orElseGet(() -> new File(name + ".jpg", "image/jpeg", () -> Loaded.of(bytes(userId, reference))));
    }

    private File own(long userId, UUID id, String name) {
        try {
            var media = files.own(userId, id);
            var type = media.type();
            return new File(
                    name + "." + type.extension(),
                    type.contentType(),
                    () -> new Loaded(media.size(), (offset, length) -> files.open(media, offset, length)));
        } catch (PublishFailure e) {
            throw new Problem(Fault.NOT_FOUND, e.sentence(), e);
        }
    }

    private byte[] bytes(long userId, String reference) throws IOException {
        try {
            return files.bytes(userId, reference);
        } catch (PublishFailure e) {
            throw new IOException(e.sentence(), e);
        }
    }
}

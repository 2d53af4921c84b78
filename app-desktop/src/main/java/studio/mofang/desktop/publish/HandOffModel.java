package studio.mofang.desktop.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Media;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Relay;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// One publication on one platform for the person's own hands, and the phone's page, which is there as long as somebody
/// looks at this.
final class HandOffModel {
    private final Publication publication;
    private final String platform;
    private final Background background;
    private final Backend backend;
    private final Deeds deeds;
    private @Nullable Relay opened;
    private boolean closed;

    HandOffModel(Background background, Backend backend, Publication publication, String platform) {
        this.background = background;
        this.backend = backend;
        this.publication = publication;
        this.platform = platform;
        this.deeds = new Deeds(background);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return deeds.busyProperty();
    }

    void fetch(Consumer<HandOff> done, Consumer<Exception> failed) {
        background.run(() -> publishing().handOff(publication.publishId(), platform), done, failed);
    }

    /// A page that opens after all was closed is closed at once.
    void openRelay(Consumer<Relay> done, Consumer<Exception> failed) {
        background.run(
                () -> publishing().openRelay(publication.publishId(), platform),
                relay -> {
                    if (closed) {
                        closeRelay(relay);
                    } else {
                        opened = relay;
                        done.accept(relay);
                    }
                },
                failed);
    }

    void close() {
        closed = true;
        if (opened != null) {
            closeRelay(opened);
        }
    }

    /// Beside `first`, numbered in their order; pictures of others' sites stay where they are. `done` hears how many.
    void savePictures(Pack pack, Path first, Consumer<Integer> done, Consumer<Exception> failed) {
        deeds.act(() -> saved(pack, first), done, failed);
    }

    void saveVideo(Pack pack, Path file, Consumer<Path> done, Consumer<Exception> failed) {
        deeds.act(
                () -> {
                    var id = Media.firstReference(String.valueOf(pack.video())).orElseThrow();
                    return written(id, file.resolveSibling(stem(file)), file);
                },
                done,
                failed);
    }

    private int saved(Pack pack, Path first) throws Exception {
        var stem = stem(first).replaceFirst("-1$", "");
        int number = 0;
        for (var picture : pack.pictures()) {
            for (var id : Media.references(picture)) {
                number++;
                written(id, first.resolveSibling(stem + "-" + number), first);
            }
        }
        return number;
    }

    /// With the ending of what it is.
    private Path written(UUID id, Path wanted, Path chosen) throws Exception {
        var media = backend.api().media();
        var item = media.item(id);
        var ending = "." + item.contentType().substring(item.contentType().indexOf('/') + 1);
        return Files.write(FreeName.of(wanted, ending, chosen), media.content(item));
    }

    private static String stem(Path file) throws IOException {
        var name = file.getFileName();
        if (name == null) {
            throw new IOException("no name for a file: " + file);
        }
        return name.toString().replaceFirst("\\.[^.]*$", "");
    }

    /// Nobody waits for it: the page ends by itself in the end.
    private void closeRelay(Relay relay) {
        background.run(
                () -> {
                    publishing().closeRelay(publication.publishId(), relay);
                    return publication;
                },
                _ -> {},
                _ -> {});
    }

    private PublishApi publishing() throws Exception {
        return backend.api().publishing().publish();
    }
}

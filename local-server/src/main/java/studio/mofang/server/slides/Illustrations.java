package studio.mofang.server.slides;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.mofang.core.Media;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.MediaType;
import studio.mofang.server.media.StoredMedia;

/// The pictures of an article that its deck can show, by how the article refers to them: the writer's own, in the
/// formats that all programs for presentations read, and no more of them than a file can bear. `bytes` reads one.
record Illustrations(Map<String, StoredMedia> found, Function<StoredMedia, byte[]> bytes) {
    static final Illustrations NONE = new Illustrations(Map.of(), _ -> new byte[0]);

    private static final Set<MediaType> READ_ANYWHERE = EnumSet.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF);
    /// Together; a deck may have 100 MiB.
    private static final long LARGEST = 60L * 1024 * 1024;

    Illustrations {
        found = Map.copyOf(found);
    }

    static Illustrations of(MediaService media, long userId, String markdown) {
        var found = new HashMap<String, StoredMedia>();
        long room = LARGEST;
        for (var id : Media.references(markdown)) {
            var picture = media.find(userId, id).filter(file -> READ_ANYWHERE.contains(file.type()));
            if (picture.isPresent() && picture.get().size() <= room) {
                room -= picture.get().size();
                found.put(Media.reference(id), picture.get());
            }
        }
        return new Illustrations(found, media::bytes);
    }

    Set<String> references() {
        return found.keySet();
    }

    StoredMedia media(String reference) {
        return Optional.ofNullable(found.get(reference))
                .orElseThrow(() -> new IllegalStateException("no picture " + reference + " is at hand"));
    }
}

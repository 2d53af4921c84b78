package studio.mofang.desktop.kit;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/// Pictures of the media store, read and scaled off the interface's thread. The latest ones are kept, so
/// that scrolling back and forth asks for nothing twice.
public final class Thumbnails {
    private static final int MOST = 120;

    private final Background background;
    private final Backend backend;
    private final Map<String, Image> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
            return size() > MOST;
        }
    };

    public Thumbnails(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    /// At most so many pixels wide and high; `onFailure` hears why there is none.
    public void load(UUID id, int side, Consumer<Image> shown, Consumer<Exception> onFailure) {
        var key = side + "/" + id;
        var known = kept.get(key);
        if (known != null) {
            shown.accept(known);
            return;
        }
        background.run(
                () -> read(id, side),
                image -> {
                    kept.put(key, image);
                    shown.accept(image);
                },
                onFailure);
    }

    private Image read(UUID id, int side) throws Exception {
        var media = backend.api().media();
        var image = new Image(new ByteArrayInputStream(media.content(media.item(id))), side, side, true, true);
        if (image.isError()) {
            throw image.getException();
        }
        return image;
    }
}

package studio.mofang.desktop.publish;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import studio.mofang.client.ApiException;
import studio.mofang.core.Media;
import studio.mofang.core.platform.PlatformForm;
import studio.mofang.desktop.kit.Backend;

/// Where the pictures of forms can be loaded from, which are named as in texts.
final class PictureAddresses {
    private final Backend backend;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    PictureAddresses(Backend backend) {
        this.backend = backend;
    }

    /// Empty where nowhere.
    String of(String source) {
        return source.startsWith("media:") ? known.getOrDefault(source, "") : source;
    }

    /// Calls the server: for use within `Background.run` only.
    void learn(PlatformForm form) throws Exception {
        for (var source : form.pictures()) {
            learn(source);
        }
        var cover = PlatformDraft.cover(form);
        if (cover.isPresent()) {
            learn(cover.get());
        }
    }

    private void learn(String source) throws Exception {
        for (var id : Media.references(source)) {
            if (!known.containsKey(source)) {
                known.put(source, url(id));
            }
        }
    }

    /// A picture that is gone is shown as missing, not as a failure of the whole preview.
    private String url(UUID id) throws Exception {
        try {
            return backend.api().media().item(id).url();
        } catch (ApiException gone) {
            if (gone.unanswered()) {
                throw gone;
            }
            return "";
        }
    }
}

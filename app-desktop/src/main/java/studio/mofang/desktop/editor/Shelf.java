package studio.mofang.desktop.editor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Fault;

/// Where a document is put so that nothing typed is lost, whatever became of the stored one meanwhile. Blocks.
record Shelf(CreationApi creations) {
    static final String KIND = "writing";

    /// Whether a failed call says that what it asked for does not exist any more.
    static boolean gone(Exception problem) {
        return problem instanceof ApiException refused && refused.is(Fault.NOT_FOUND);
    }

    /// Without an `id` a new creation is made; one that was made before under the same UUID is answered as it is.
    Creation put(@Nullable Long id, Draft draft) throws ApiException {
        return id == null ? made(draft) : changed(id, draft);
    }

    /// For good, without a stay in the trash.
    void remove(long id) throws ApiException {
        creations.delete(id);
        creations.purge(id);
    }

    /// A UUID whose creation is gone for good cannot be used again.
    private Creation made(Draft draft) throws ApiException {
        try {
            return creations.create(draft);
        } catch (ApiException refused) {
            if (!refused.is(Fault.CONFLICT)) {
                throw refused;
            }
            return creations.create(anew(draft));
        }
    }

    private Creation changed(long id, Draft draft) throws ApiException {
        try {
            return creations.change(id, draft);
        } catch (ApiException refused) {
            if (refused.is(Fault.CONFLICT)) {
                return overwritten(id, draft);
            }
            if (refused.is(Fault.NOT_FOUND)) {
                return revived(id, draft);
            }
            throw refused;
        }
    }

    /// Somebody else saved a version meanwhile. It stays in the history; what stands on this screen becomes the newest.
    private Creation overwritten(long id, Draft draft) throws ApiException {
        var theirs = creations.creation(id).version();
        return creations.change(id, new Draft(null, null, null, draft.title(), draft.content(), draft.tags(), theirs));
    }

    /// It was deleted while it stood on the screen: who writes on wants it back, out of the trash or made anew.
    private Creation revived(long id, Draft draft) throws ApiException {
        try {
            creations.restore(id);
        } catch (ApiException refused) {
            if (!refused.is(Fault.NOT_FOUND)) {
                throw refused;
            }
            return creations.create(anew(draft));
        }
        return overwritten(id, draft);
    }

    private static Draft anew(Draft draft) {
        UUID uuid = UuidCreator.getTimeOrderedEpoch();
        return new Draft(uuid, KIND, null, draft.title(), draft.content(), draft.tags(), null);
    }
}

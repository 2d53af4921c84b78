package studio.mofang.desktop.editor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Fault;

/// Where a document is put so that nothing is lost, neither what was typed here nor what the server has instead.
/// Blocks.
record Shelf(CreationApi creations) {
    static final String KIND = "writing";

    /// The name of a version that had to give way. Autosaves of one hand take each other's place in the history for
    /// five minutes; a version with a name stays.
    private static final String ASIDE = "另一份";

    private static final int ATTEMPTS = 4;

    /// What was stored, and what had to give way for it though nobody here had seen it.
    record Put(Creation stored, @Nullable Creation aside) {}

    /// Without an id a new creation is made; one that was made before under the same UUID is found and written over,
    /// like any other.
    Put put(Sending sending) throws ApiException {
        var id = sending.id();
        return id == null ? made(sending) : changed(id, sending);
    }

    /// What the server has under the UUID of `draft`; made where it never heard of it, absent where it was deleted.
    Optional<Creation> find(Draft draft) throws ApiException {
        try {
            return Optional.of(creations.create(draft)).filter(found -> found.deletedAt() == null);
        } catch (ApiException refused) {
            if (!refused.is(Fault.CONFLICT)) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    /// For good, without a stay in the trash.
    void remove(long id) throws ApiException {
        creations.delete(id);
        creations.purge(id);
    }

    /// A UUID whose creation is gone for good cannot be used again.
    private Put made(Sending sending) throws ApiException {
        try {
            var found = creations.create(sending.draft());
            if (found.deletedAt() != null) {
                return over(creations.restore(found.id()), sending);
            }
            return Sending.same(sending.draft(), found) ? new Put(found, null) : over(found, sending);
        } catch (ApiException refused) {
            if (!refused.is(Fault.CONFLICT)) {
                throw refused;
            }
            return new Put(creations.create(anew(sending.draft())), null);
        }
    }

    private Put changed(long id, Sending sending) throws ApiException {
        try {
            return new Put(creations.change(id, sending.draft()), null);
        } catch (ApiException refused) {
            if (refused.is(Fault.CONFLICT)) {
                return over(creations.creation(id), sending);
            }
            if (refused.is(Fault.NOT_FOUND)) {
                return revived(id, sending);
            }
            throw refused;
        }
    }

    /// The server has another version than this was written on. What stands on this screen becomes the newest; what it
    /// takes the place of stays in the history.
    private Put over(Creation found, Sending sending) throws ApiException {
        var theirs = found;
        @Nullable Creation aside = null;
        for (var attempt = 1; ; attempt++) {
            try {
                if (!sending.covers(theirs)) {
                    creations.nameVersion(theirs.id(), theirs.version(), ASIDE);
                    aside = theirs;
                }
                return new Put(creations.change(theirs.id(), on(theirs.version(), sending.draft())), aside);
            } catch (ApiException refused) {
                if (attempt == ATTEMPTS || !(refused.is(Fault.CONFLICT) || gone(refused))) {
                    throw refused;
                }
                theirs = creations.creation(theirs.id());
            }
        }
    }

    /// It was deleted while it stood on the screen: who writes on wants it back, out of the trash or made anew.
    private Put revived(long id, Sending sending) throws ApiException {
        Creation restored;
        try {
            restored = creations.restore(id);
        } catch (ApiException refused) {
            if (!gone(refused)) {
                throw refused;
            }
            return new Put(creations.create(anew(sending.draft())), null);
        }
        return over(restored, sending);
    }

    private static boolean gone(ApiException refused) {
        return refused.is(Fault.NOT_FOUND);
    }

    private static Draft on(long version, Draft draft) {
        return new Draft(null, null, null, draft.title(), draft.content(), draft.tags(), version);
    }

    private static Draft anew(Draft draft) {
        UUID uuid = UuidCreator.getTimeOrderedEpoch();
        return new Draft(uuid, KIND, null, draft.title(), draft.content(), draft.tags(), null);
    }
}

package studio.mofang.server.creation;

import java.util.Set;
import java.util.UUID;

/// A creation that is gone for good, and the files that its texts referred to.
public record Purged(long userId, long creationId, Set<UUID> files) {
    public Purged {
        files = Set.copyOf(files);
    }
}

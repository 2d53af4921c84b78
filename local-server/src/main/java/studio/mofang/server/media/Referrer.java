package studio.mofang.server.media;

import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/// A feature with rows that refer to users' files.
public interface Referrer {
    /// Another number whenever the user's rows may refer to other files than before.
    long edition(DSLContext sql, long userId);

    /// Which of `files` the user's rows refer to, whatever their state.
    Set<UUID> referred(DSLContext sql, long userId, Set<UUID> files);
}

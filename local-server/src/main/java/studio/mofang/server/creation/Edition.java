package studio.mofang.server.creation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which version a text is and how it came about. Autosaves of one hand (a signed-in device) within five minutes of the
/// first are one version; what was generated, restored or named is never written over.
record Edition(long version, Cause cause, @Nullable String name, String hand, Instant since) {
    static final Duration COALESCED = Duration.ofMinutes(5);

    static Edition first(Cause cause, String hand, Instant now) {
        return new Edition(1, cause, null, hand, now);
    }

    /// The edition after this one; `overwrites` tells whether it takes this one's place.
    Edition next(Cause next, String newHand, Instant now, boolean overwrites) {
        return new Edition(version + 1, next, null, newHand, overwrites ? since : now);
    }

    /// The same text under a new number, because something beside the text changed.
    Edition renumbered() {
        return new Edition(version + 1, cause, name, hand, since);
    }

    Edition named(String newName) {
        return new Edition(version, cause, newName, hand, since);
    }

    /// Whether an edit by `other` now may take this state's place in the history. An empty start is no loss.
    boolean yieldsTo(String other, Instant now, boolean blank) {
        boolean draft = cause == Cause.EDITED || (cause == Cause.CREATED && blank);
        return draft && name == null && hand.equals(other) && now.isBefore(since.plus(COALESCED));
    }
}

package studio.mofang.server.publish;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a connector has come to.
sealed interface Outcome {
    record Published(@Nullable String link) implements Outcome {}

    /// The platform is still at it; ask again after `pause`.
    record Waiting(Duration pause) implements Outcome {}

    record NeedsPerson(Need need, String sentence) implements Outcome {}
}

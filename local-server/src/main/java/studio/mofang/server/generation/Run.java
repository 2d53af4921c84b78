package studio.mofang.server.generation;

import java.util.Optional;
import java.util.UUID;
import studio.mofang.server.model.Cancellation;

/// A generation under way. `price` is what it costs this user; the hold is absent where that is nothing.
public record Run(UUID id, Assignment assignment, int price, Optional<UUID> hold, Cancellation cancellation) {
    public long userId() {
        return assignment.userId();
    }

    Run costing(int newPrice, Optional<UUID> newHold) {
        return new Run(id, assignment, newPrice, newHold, cancellation);
    }
}

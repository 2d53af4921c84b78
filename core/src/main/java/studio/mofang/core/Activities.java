package studio.mofang.core;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The words of activities, sections 9.1 to 9.3 of the contract.
public interface Activities {
    /// Where an activity stands by the server's clock.
    String UPCOMING = "upcoming";

    String ACTIVE = "active";
    String ENDED = "ended";

    /// The value of `Config.on` for a gift that comes to whoever registers.
    String ON_REGISTER = "register";

    /// What an activity gives; which of these is there depends on its type. `percent` is off the price of memberships.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Config(
            @Nullable Long credits,
            @Nullable String on,
            @Nullable BigDecimal percent,
            @Nullable Long bonusCredits,
            @Nullable Long rewardCredits) {}

    record Draft(
            @Nullable String name,
            @Nullable String type,
            @Nullable String description,
            @Nullable Config config,
            @Nullable Instant startTime,
            @Nullable Instant endTime) {}

    /// `endTime` is the earlier one when an admin ended it; `participated` is whether whoever asks has taken part.
    record Activity(
            long id,
            String name,
            String type,
            String description,
            Config config,
            Instant startTime,
            Instant endTime,
            String status,
            boolean participated,
            Instant createdAt) {}

    /// `credits` is what it brought so far, `orderId` the order that did.
    record Participation(
            long activityId,
            String name,
            String type,
            long credits,
            @Nullable String orderId,
            Instant createdAt) {}
}

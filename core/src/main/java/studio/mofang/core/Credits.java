package studio.mofang.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of the ledger: whole credits, ten to the yuan.
public interface Credits {
    /// `creditBalance` is the sum of the ledger; `creditHeld` of it is set aside for generations under way.
    record Balance(
            long creditBalance,
            long creditHeld,
            boolean isMember,
            @Nullable String membershipType,
            @Nullable Instant membershipEndDate) {}

    /// One line of the append-only ledger. `type` is what moved the credits: recharge, membership, generation, gift, …
    record Transaction(
            long id,
            UUID uuid,
            String type,
            long amount,
            long balanceAfter,
            String description,
            @Nullable String reference,
            Instant createdAt) {}
}

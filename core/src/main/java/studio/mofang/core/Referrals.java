package studio.mofang.core;

import java.time.Instant;
import java.util.List;

/// The words of referrals, sections 9.8 and 9.9 of the contract.
public interface Referrals {
    /// The referred user has registered and not paid yet.
    String PENDING = "pending";

    /// The referred user has paid, and the reward is in the ledger.
    String COMPLETED = "completed";

    /// The payment that brought the reward has gone back, and the reward with it.
    String WITHDRAWN = "withdrawn";

    record Link(String referralCode, String referralUrl) {}

    /// `rewardAmount` is in credits, and nothing while pending or withdrawn. `rewardOwed` was withdrawn and had been
    /// spent by then; the next reward of this referral settles it first.
    record Referral(
            long id, String referredUser, long rewardAmount, String status, Instant createdAt, long rewardOwed) {}

    /// One page of referrals, newest first; `totalRewards` is of all of them.
    record Records(long total, long totalRewards, int page, int pageSize, List<Referral> items) {
        public Records {
            items = List.copyOf(items);
        }
    }
}

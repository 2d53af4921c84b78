package studio.mofang.core;

import java.time.Instant;
import java.util.List;

/// The words of referrals, sections 9.8 and 9.9 of the contract.
public interface Referrals {
    /// The referred user has registered and not paid yet.
    String PENDING = "pending";

    /// The referred user has paid, and the reward is in the ledger.
    String COMPLETED = "completed";

    record Link(String referralCode, String referralUrl) {}

    /// `rewardAmount` is in credits, and nothing while pending.
    record Referral(long id, String referredUser, long rewardAmount, String status, Instant createdAt) {}

    /// One page of referrals, newest first; `totalRewards` is of all of them.
    record Records(long total, long totalRewards, int page, int pageSize, List<Referral> items) {
        public Records {
            items = List.copyOf(items);
        }
    }
}
